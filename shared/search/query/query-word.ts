/** Words of a query that are looked for in texts. */
export interface QueryWord {
  readonly text: string;
  /** It stood between quotation marks: no answer may be without it. */
  readonly isPhrase: boolean;
  readonly isExcluded: boolean;
  /** Looked for in the title alone. */
  readonly inTitle: boolean;
  /** UTF-16 units of the query as typed. */
  readonly start: number;
  readonly end: number;
}
