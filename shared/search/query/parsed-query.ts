import type { QueryProblem } from './problem.ts';

/** A part of a query, in UTF-16 units of the query as typed. */
export interface QueryPart {
  readonly start: number;
  readonly end: number;
}

/** Words of a query that are looked for in texts. */
export interface QueryWord extends QueryPart {
  readonly text: string;
  /** It stood between quotation marks: no answer may be without it. */
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
  /** Looked for in the title alone. */
  readonly inTitle: boolean;
}

/** What an article can be narrowed by; `title` is among the words. */
export const FILTER_FIELDS = [
  'name',
  'speaker',
  'place',
  'programme',
  'source',
  'kind',
  'tag',
  'measure',
  'from',
  'to',
] as const;

export type FilterField = (typeof FILTER_FIELDS)[number];

/** `from` and `to` hold a year, a month or a day: `2020`, `2020-03` or `2020-03-05`, however it was typed. */
export interface FieldFilter extends QueryPart {
  readonly field: FilterField;
  readonly value: string;
  readonly isExcluded: boolean;
}

export interface Limit {
  readonly value: number;
  readonly isIncluded: boolean;
}

/** A figure that an article must claim: `>1亿元`, `20%..40%`. */
export interface ValueCondition extends QueryPart {
  /** As typed. */
  readonly text: string;
  readonly low: Limit | null;
  readonly high: Limit | null;
  /** The unit as typed, null when none stands with the number. */
  readonly unit: string | null;
}

/** A query taken apart. */
export interface ParsedQuery {
  readonly words: readonly QueryWord[];
  readonly fields: readonly FieldFilter[];
  readonly values: readonly ValueCondition[];
  readonly problems: readonly QueryProblem[];
}
