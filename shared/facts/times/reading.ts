import type { Bound } from '@shared/model/fact.ts';
import type { Moment } from '@shared/model/time.ts';

/** The finest unit that the words reach. */
export type Level = 'year' | 'part' | 'month' | 'day' | 'clock';

/** A moment, or the two ends of a period, that begins at a place of a text. */
export interface Reading {
  readonly end: number;
  readonly from: Moment;
  /** The other end, where the words themselves name two (2020—2022年, 90年代). */
  readonly to: Moment | null;
  readonly level: Level;
  readonly bound: Bound;
  readonly rule: string;
  readonly confidence: number;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A moment while it is being read, and where the reader stands. */
export interface Draft {
  place: number;
  moment: Mutable<Moment>;
  to: Mutable<Partial<Moment>> | null;
  level: Level;
  bound: Bound;
}

export const newDraft = (place: number): Draft => ({
  place,
  moment: { origin: 'context' },
  to: null,
  level: 'year',
  bound: 'exact',
});

export function finished(draft: Draft, rule: string, confidence: number): Reading {
  const { place, moment, to, level, bound } = draft;
  return {
    end: place,
    from: moment,
    to: to === null ? null : { ...moment, ...to },
    level,
    bound,
    rule,
    confidence,
  };
}
