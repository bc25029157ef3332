/** Why a part of a query could not be understood; each has its words in the locales under `query.<reason>`. */
export type QueryProblemReason =
  | 'phrase-not-closed'
  | 'phrase-empty'
  | 'nothing-to-exclude'
  | 'field-unknown'
  | 'field-empty'
  | 'kind-unknown'
  | 'date-malformed'
  | 'range-reversed'
  | 'number-malformed'
  | 'unit-unknown'
  | 'only-excludes'
  | 'not-in-this-index';

/** `start` and `end` are UTF-16 units of the query as typed; that part was searched for as plain words or left out. */
export interface QueryProblem {
  readonly reason: QueryProblemReason;
  readonly start: number;
  readonly end: number;
}
