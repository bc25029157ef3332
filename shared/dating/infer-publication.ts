import type { FoundFact } from '@shared/model/fact.ts';
import type { ReadingSpan } from '@shared/model/offset.ts';
import type { Imprint } from '@shared/model/page.ts';
import type { PartialDate } from '@shared/model/source.ts';
import type { DatingKnowledge } from './knowledge.ts';

/** A reading text of the page with the times found in it. */
export interface DatedText {
  readonly text: string;
  readonly role: 'title' | 'subtitle' | 'body' | 'caption';
  readonly facts: readonly FoundFact[];
}

/** The publication date that inner evidence gives; `evidence` points into the texts by index. */
export interface InferredDate {
  readonly value: PartialDate;
  readonly evidence: readonly { readonly text: number; readonly span: ReadingSpan }[];
}

/** Infers when a page that prints no date was published, or null when nothing tells. */
export function inferPublication(
  _texts: readonly DatedText[],
  _imprint: Imprint,
  _knowledge: DatingKnowledge,
): InferredDate | null {
  return null;
}
