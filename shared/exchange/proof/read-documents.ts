import type { ExtractDocument, ProvenFact } from '@shared/contracts/extract-document.ts';
import { bodyOf } from '../forms/annotations.ts';
import { type ReadClaim, readClaim } from './claim.ts';

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

/** Facts of a document of the contract that bring their quotation along. */
export function readDocument(document: ExtractDocument, line: number): ReadClaim[] {
  const { source } = document;
  return document.facts.map((fact: ProvenFact, i) =>
    readClaim(`line ${line}, fact ${i + 1}`, {
      table: 'facts',
      words: fact.text,
      kind: fact.kind,
      value: typeof fact.value === 'number' ? String(fact.value) : '',
      date: typeof fact.value === 'string' ? fact.value : '',
      value_max: fact.valueMax === undefined ? '' : String(fact.valueMax),
      unit: fact.unit ?? '',
      bound: fact.bound,
      per: fact.per ?? '',
      multiplier: fact.multiplier === undefined ? '' : String(fact.multiplier),
      status: fact.verdict ?? 'found',
      published: source.publishedOn.value ?? '',
      published_basis: source.publishedOn.basis,
      source_name: source.name,
      source_sha256: source.sha256,
      reader: source.reader,
      text_sha256: source.textSha256,
      spans: (fact.spans ?? [[fact.start, fact.end]]).map(([start, end]) => `${start}-${end}`).join('+'),
      exact: fact.quote?.exact ?? '',
      prefix: fact.quote?.prefix ?? '',
      suffix: fact.quote?.suffix ?? '',
    }),
  );
}
