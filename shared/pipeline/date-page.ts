import { inferPublication } from '@shared/dating/infer-publication.ts';
import { readPrintedDate } from '@shared/dating/printed-date.ts';
import { resolveTimes } from '@shared/dating/resolve-times.ts';
import type { FoundFact } from '@shared/model/fact.ts';
import type { Page } from '@shared/model/page.ts';
import type { PartialDate, Publication } from '@shared/model/source.ts';
import type { Knowledge } from './knowledge.ts';
import { type Passage, spansInSource } from './passage.ts';

export interface DatedPage {
  readonly publication: Publication;
  /** Facts of each passage with their times resolved. */
  readonly facts: readonly (readonly FoundFact[])[];
}

/** When the page was published: as the person says, else as it prints, else as its words let infer. */
export function datePage(
  page: Page,
  passages: readonly Passage[],
  found: readonly (readonly FoundFact[])[],
  given: PartialDate | undefined,
  knowledge: Pick<Knowledge, 'dating' | 'segment'>,
  source: string,
): DatedPage {
  const publication =
    given === undefined ? readPublication() : { value: given, basis: 'given' as const, evidence: [] };
  return {
    publication,
    facts: passages.map(({ text }, i) =>
      resolveTimes(text, found[i] ?? [], publication.value, knowledge.dating),
    ),
  };

  function readPublication(): Publication {
    const { date } = page.imprint;
    if (date) return { value: date.value, basis: date.basis ?? 'printed', evidence: [date.span] };
    const printed = readPrintedDate(source, knowledge.segment.eras);
    if (printed !== null) return { value: printed.value, basis: 'printed', evidence: [printed.span] };
    const inferred = inferPublication(
      passages.map(({ text, role }, i) => ({ text, role, facts: found[i] ?? [] })),
      knowledge.dating,
    );
    if (inferred === null) return { value: null, basis: 'unknown', evidence: [] };
    const { value, notBefore, notAfter } = inferred;
    return {
      value,
      basis: value === null ? 'unknown' : 'inferred',
      ...(notBefore === undefined ? {} : { notBefore }),
      ...(notAfter === undefined ? {} : { notAfter }),
      evidence: inferred.evidence.flatMap(({ text, span }) =>
        spansInSource((passages[text] as Passage).map, span, source),
      ),
    };
  }
}
