import type { TimeUnit, Within } from '@shared/model/time.ts';

export type DayPartName = 'night-end' | 'morning' | 'noon' | 'afternoon' | 'evening';

/** A word that names a year, month, week or day by its distance from the origin; `part` where it says 昨晚. */
export interface ShiftWord {
  readonly origin: 'publication' | 'context' | 'spoken';
  readonly unit: TimeUnit;
  readonly by: number;
  readonly part?: DayPartName;
  /** The season of the year, where it says 去冬. */
  readonly within?: Within;
}

export type YearTail = { readonly within: Within } | { readonly edge: 'last-day' };

/** Units of durations by the words that print them; a quarter and a century are written as their multiples. */
export interface LengthUnit {
  /** Unit and how many of it one of these is; null where the calendar does not know it (学期). */
  readonly calendar: { readonly unit: TimeUnit; readonly times: number } | null;
  /** Units of text that after the word make another word: 天津, 周边. */
  readonly blockedBy: string;
}
