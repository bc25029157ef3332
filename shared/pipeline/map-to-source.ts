import type { Article } from '@shared/model/extraction.ts';
import type { Cell, Fact, FoundFact } from '@shared/model/fact.ts';
import type { FoundName, NameMention } from '@shared/model/name.ts';
import {
  hullOf,
  type ReadingOffset,
  type ReadingSpan,
  type SourceOffset,
  type SourceSpan,
  sourceSpan,
} from '@shared/model/offset.ts';
import type { FoundQuotation, Quotation } from '@shared/model/quotation.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { isEmptyInPrint } from '@shared/text/unseen.ts';
import { type Passage, placeInSource, placePhrase } from './passage.ts';

export function mapFact(
  fact: FoundFact,
  passage: Passage,
  article: string,
  sha256: SourceHash,
  text: string,
): Fact {
  const place = placeInSource(passage, fact, text);
  const spans = (place.spans ?? [place]).map(({ start, end }) => `${start}-${end}`).join('+');
  const { partOf, cell, ...rest } = fact;
  return {
    ...rest,
    ...place,
    id: `${sha256.slice(0, 16)}-${spans}-${fact.kind}`,
    article,
    measure: placePhrase(passage, fact.measure, text),
    subject: placePhrase(passage, fact.subject, text),
    ...(partOf ? { partOf: hullInSource(passage, partOf, text) } : {}),
    ...(cell ? { cell: cellInSource(passage, cell, text) } : {}),
  };
}

function hullInSource(passage: Passage, span: ReadingSpan, text: string): SourceSpan {
  const { start, end } = placeInSource(passage, span, text);
  return sourceSpan(start, end);
}

function cellInSource(passage: Passage, cell: Cell<ReadingOffset>, text: string): Cell<SourceOffset> {
  return {
    ...cell,
    table: hullInSource(passage, cell.table, text),
    row: { text: cell.row.text, ...hullInSource(passage, cell.row, text) },
  };
}

export function mapName(name: FoundName, passage: Passage, article: string, text: string): NameMention {
  return { ...name, ...placeInSource(passage, name, text), article };
}

export function mapQuotation(
  quotation: FoundQuotation,
  passage: Passage,
  article: string,
  text: string,
): Quotation {
  return {
    ...quotation,
    ...placeInSource(passage, quotation, text),
    article,
    speaker: placePhrase(passage, quotation.speaker, text),
  };
}

/**
 * The names of a byline are people too; blanks that space a name out do not count.
 * @param deskTails how the names of desks end, which sign instead of people.
 */
export function placeBylineNames(
  { id, byline }: Article,
  text: string,
  deskTails: readonly string[],
): NameMention[] {
  const units = byline.spans.flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, i) => start + i).filter(
      (at) => !isEmptyInPrint(text[at] as string),
    ),
  );
  const squashed = units.map((at) => text[at]).join('');
  let from = 0;
  return byline.names.flatMap((name) => {
    const at = squashed.indexOf(name, from);
    if (at < 0) return [];
    from = at + name.length;
    if (deskTails.some((tail) => name.endsWith(tail))) return [];
    const spans = runsOf(units.slice(at, from), text);
    const place = spans.length > 1 ? { ...hullOf(spans), spans } : hullOf(spans);
    return [{ ...place, text: name, type: 'person' as const, article: id }];
  });
}

/** Spans over units in rising order, blanks between them included. */
function runsOf(units: readonly number[], text: string): SourceSpan[] {
  const spans: SourceSpan[] = [];
  for (const at of units) {
    const last = spans.at(-1);
    if (last && isEmptyInPrint(text.slice(last.end, at)))
      spans[spans.length - 1] = sourceSpan(last.start, at + 1);
    else spans.push(sourceSpan(at, at + 1));
  }
  return spans;
}
