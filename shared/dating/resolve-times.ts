import type { FoundFact } from '@shared/model/fact.ts';
import type { PartialDate } from '@shared/model/source.ts';
import type { DatingKnowledge } from './knowledge.ts';

/** Gives every time of one text its value under a publication date; null leaves relative times without one. */
export function resolveTimes(
  _text: string,
  facts: readonly FoundFact[],
  _published: PartialDate | null,
  _knowledge: DatingKnowledge,
): FoundFact[] {
  return [...facts];
}
