import type { ProvenDocument, ProvenFact, ProvenQuotation } from '@shared/contracts/extract-document.ts';
import { bodyOf } from '../forms/annotations.ts';
import { isBroken, type ReadClaim, readClaim } from './claim.ts';

type Cells = Readonly<Record<string, string>>;

const textCells = (row: object): Cells =>
  Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? '' : String(cell)]));

interface ReadSelector {
  readonly type?: string;
  readonly start?: number;
  readonly end?: number;
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** An annotation as this program writes them; only what the check needs. */
export interface ReadAnnotation {
  readonly id?: string;
  readonly body?: readonly { readonly purpose?: string; readonly value?: string }[];
  readonly target?: { readonly source?: string; readonly selector?: readonly ReadSelector[] };
  readonly 'duidu:row'?: object;
}

/** What an annotation claims; its body and its position must say the same as its row. */
export function readAnnotation(where: string, annotation: ReadAnnotation): ReadClaim {
  const table = /^urn:duidu:([a-z]+):/.exec(annotation.id ?? '')?.[1] ?? '';
  const selectors = annotation.target?.selector ?? [];
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const claim = readClaim(where, {
    ...textCells(annotation['duidu:row'] ?? {}),
    table,
    source_sha256: /^urn:sha256:(.*)$/.exec(annotation.target?.source ?? '')?.[1] ?? '',
    exact: quote?.exact ?? '',
    prefix: quote?.prefix ?? '',
    suffix: quote?.suffix ?? '',
  });
  if ('field' in claim) return claim;
  const { spans } = claim.evidence;
  if (
    position?.start !== Math.min(...spans.map(({ start }) => start)) ||
    position.end !== Math.max(...spans.map(({ end }) => end))
  )
    return { where, field: 'selector' };
  const said = (annotation.body ?? []).find(({ purpose }) => purpose === 'describing')?.value ?? '';
  return said === bodyOf(claim.table, claim.cells) ? claim : { where, field: 'body' };
}

/** Facts and quotations of a document of the contract, which bring their words along. */
export function readDocument(document: ProvenDocument, line: number): ReadClaim[] {
  const { source, engine = '' } = document;
  const read = (where: string, item: ProvenFact | ProvenQuotation, cells: Cells): ReadClaim => {
    const claim = readClaim(`line ${line}, ${where}`, {
      ...cells,
      words: item.text,
      article: item.article,
      published: source.publishedOn.value ?? '',
      published_basis: source.publishedOn.basis,
      source_name: source.name,
      source_sha256: source.sha256,
      reader: source.reader,
      text_sha256: source.textSha256,
      engine,
      spans: (item.spans ?? [[item.start, item.end]]).map(([start, end]) => `${start}-${end}`).join('+'),
      exact: item.quote?.exact ?? '',
      prefix: item.quote?.prefix ?? '',
      suffix: item.quote?.suffix ?? '',
    });
    return isBroken(claim) ? claim : { ...claim, columns: Object.keys(claim.cells) };
  };
  const quotes = [...document.quotes, ...document.indirectQuotes];
  return [
    ...document.facts.map((fact, i) => read(`fact ${i + 1}`, fact, cellsOfFact(fact))),
    ...quotes.map((quote, i) =>
      read(`quotation ${i + 1}`, quote, {
        table: 'quotes',
        manner: quote.manner,
        speaker: quote.speaker?.text ?? '',
      }),
    ),
  ];
}

const said = (value: string | number | undefined | null): string => String(value ?? '');

const cellsOfFact = (fact: ProvenFact): Cells => ({
  table: 'facts',
  id: fact.id,
  kind: fact.kind,
  value: typeof fact.value === 'number' ? String(fact.value) : '',
  date: typeof fact.value === 'string' ? fact.value : '',
  value_max: said(fact.valueMax),
  unit: said(fact.unit),
  bound: fact.bound,
  per: said(fact.per),
  direction: said(fact.direction),
  modality: said(fact.modality),
  multiplier: said(fact.multiplier),
  measure: said(fact.measure?.text),
  subject: said(fact.subject?.text),
  when: said(fact.when),
  status: fact.verdict ?? 'found',
  terms: fact.terms?.join(':') ?? '',
});
