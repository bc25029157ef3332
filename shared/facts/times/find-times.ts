import type { FoundFact } from '@shared/model/fact.ts';
import type { TimesKnowledge } from './knowledge.ts';

/**
 * Dates, periods and durations of one reading text, in order, none overlapping another; each carries `time`.
 * It need not know what figures stand there: where a time and a figure claim the same words,
 * `shared/facts/settle-overlaps.ts` decides (the longer span, then the time).
 */
export function findTimes(_text: string, _knowledge: TimesKnowledge): FoundFact[] {
  return [];
}
