import { inferPublication } from '@shared/dating/infer-publication.ts';
import { readPrintedDate } from '@shared/dating/printed-date.ts';
import { resolveTimes } from '@shared/dating/resolve-times.ts';
import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import type { Page } from '@shared/model/page.ts';
import type { Hint, ReadSource, Sheet } from '@shared/model/read-source.ts';
import type { PartialDate, Publication } from '@shared/model/source.ts';
import type { CutSheets } from './cut-sheets.ts';
import type { Knowledge } from './knowledge.ts';
import { type Passage, spansInSource } from './passage.ts';

export interface DatedPage {
  /** Of the source: the first sheet's that has one. */
  readonly publication: Publication;
  /** Of each sheet; one that states none is as old as its source. */
  readonly sheets: readonly Publication[];
  /** Facts of each passage with their times resolved. */
  readonly facts: readonly (readonly FoundFact[])[];
}

/** A source as it was read and cut. */
export interface DatedSource extends Pick<ReadSource, 'text' | 'sheets' | 'hints'> {
  readonly cut: Pick<CutSheets, 'imprints' | 'sheetOf'>;
}

const UNKNOWN: Publication = { value: null, basis: 'unknown', evidence: [] };

/**
 * When a source was published, and each of its sheets: as the person says, else as it prints, else as the file
 * states, else as its words let infer.
 * @param names of each passage, in order: what people are called tells of no year.
 */
export function datePage(
  source: DatedSource,
  passages: readonly Passage[],
  found: readonly (readonly FoundFact[])[],
  names: readonly (readonly FoundName[])[],
  given: PartialDate | undefined,
  knowledge: Pick<Knowledge, 'dating' | 'segment'>,
): DatedPage {
  const sheets = source.sheets.map((_, sheet) => readStated(source, sheet, knowledge));
  const publication: Publication =
    given === undefined
      ? (sheets.find((sheet) => sheet !== null) ?? readInferred())
      : { value: given, basis: 'given', evidence: [] };
  const dated = sheets.map((stated) => (given === undefined && stated) || publication);
  return {
    publication,
    sheets: dated,
    facts: passages.map(({ text, article }, i) => {
      const { value } = dated[source.cut.sheetOf[article] ?? 0] ?? publication;
      return resolveTimes(text, found[i] ?? [], value, knowledge.dating);
    }),
  };

  function readInferred(): Publication {
    const inferred = inferPublication(
      passages.map(({ text, role }, i) => ({
        text: withoutPeople(text, names[i] ?? []),
        role,
        facts: found[i] ?? [],
      })),
      knowledge.dating,
    );
    if (inferred === null) return UNKNOWN;
    const { value, notBefore, notAfter } = inferred;
    return {
      value,
      basis: value === null ? 'unknown' : 'inferred',
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(notAfter === undefined ? {} : { notAfter }),
      evidence: inferred.evidence.flatMap(({ text, span }) =>
        spansInSource((passages[text] as Passage).map, span, source.text),
      ),
    };
  }
}

/** The text with people masked, length unchanged: 李建国 tells of no founding. */
function withoutPeople(text: string, names: readonly FoundName[]): string {
  let masked = '';
  let kept = 0;
  for (const { type, start, end } of names) {
    if (type !== 'person' || start < kept) continue;
    masked += text.slice(kept, start) + '某'.repeat(end - start);
    kept = end;
  }
  return masked + text.slice(kept);
}

/** The date that a sheet prints or its file states; null where neither does. */
function readStated(
  { text, sheets, hints, cut }: DatedSource,
  index: number,
  { segment }: Pick<Knowledge, 'segment'>,
): Publication | null {
  const sheet = sheets[index] as Sheet;
  const own = hints.filter(({ start, end }) => start >= sheet.start && end <= sheet.end);
  const imprint: Page['imprint'] = cut.imprints[index] ?? {};
  const { date } = imprint;
  const told = (basis: 'printed' | 'metadata'): Publication | null => {
    const hint = own.find((one) => one.kind === 'date' && one.basis === basis);
    if (hint?.kind !== 'date') return null;
    const evidence = hint.end > hint.start ? [sourceSpan(hint.start, hint.end)] : [];
    return { value: hint.value, basis, evidence };
  };
  const shown = told('printed');
  if (shown !== null) return shown;
  if (date) return { value: date.value, basis: date.basis ?? 'printed', evidence: [date.span] };
  const printed = readPrintedDate(withoutFurniture(text, sheet, own), segment.eras);
  if (printed !== null) {
    const { start, end } = printed.span;
    return {
      value: printed.value,
      basis: 'printed',
      evidence: [sourceSpan(start + sheet.start, end + sheet.start)],
    };
  }
  const stated = told('metadata');
  if (stated !== null || sheet.publishedOn === undefined) return stated;
  return { value: sheet.publishedOn, basis: 'metadata', evidence: [] };
}

/** A sheet's text with blanks for what its format sets aside: other stories' dates stand there. */
function withoutFurniture(text: string, sheet: Sheet, hints: readonly Hint[]): string {
  const aside = hints.filter(({ kind }) => kind === 'furniture').sort((a, b) => a.start - b.start);
  let kept = '';
  let at: number = sheet.start;
  for (const { start, end } of aside) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    kept += text.slice(at, from) + '\n'.repeat(end - from);
    at = end;
  }
  return kept + text.slice(at, sheet.end);
}
