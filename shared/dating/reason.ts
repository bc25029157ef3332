import type { FoundFact } from '@shared/model/fact.ts';
import type { Clue } from './past-dates.ts';

/** A reading text of the page with the times found in it. */
export interface DatedText {
  readonly text: string;
  readonly role: 'title' | 'subtitle' | 'body' | 'caption';
  readonly facts: readonly FoundFact[];
}

/** What one reason says: for which year it speaks, how much, and by which words. */
export interface Reason {
  readonly year: number;
  readonly weight: number;
  /** Told with no word of now: the page is not before that year, and may be later. */
  readonly isTold?: boolean;
  readonly clues: readonly Clue[];
}

/** A page that says one thing twice proves no more by it. */
export const firstOfEachYear = (reasons: readonly Reason[]): Reason[] => [
  ...new Map([...reasons].reverse().map((reason) => [reason.year, reason])).values(),
];
