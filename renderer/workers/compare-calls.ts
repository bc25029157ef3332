import type { Both, Comparison } from '@shared/analysis/comparison/compare-two.ts';
import type { Result } from '@shared/contracts/results.ts';
import type { Fact } from '@shared/model/fact.ts';

/** One of two articles that are compared. */
export interface ComparedSide {
  readonly id: string;
  /** Empty where none is printed. */
  readonly title: string;
  /** The body as it is read, a paragraph a line; the comparison's offsets count in it. */
  readonly text: string;
  /** Where headings among the paragraphs begin. */
  readonly headings: readonly number[];
  /** The figures that the comparison names by index. */
  readonly facts: readonly Fact[];
}

export interface ComparedPair {
  readonly sides: Both<ComparedSide>;
  readonly comparison: Comparison;
}

/** An article that shares passages with another. */
export interface CopyingArticle {
  readonly article: string;
  readonly passages: number;
  /** Units that are the same in them, blanks not counted. */
  readonly same: number;
}

/** What the page asks of the worker that compares articles. */
export type CompareCalls = {
  /** Addresses are absolute. */
  readonly 'compare.open': (surroundings: {
    readonly library: string;
    readonly knowledge: string;
  }) => Promise<Result<null>>;
  /** Null where one of the two is not in the library. */
  readonly 'compare.two': (articles: Both<string>) => Promise<Result<ComparedPair | null>>;
  /** The articles that share passages with one, those that share most first; null where it is not in the library. */
  readonly 'compare.copies': (article: string) => Promise<Result<readonly CopyingArticle[] | null>>;
};

export type CompareEvents = {
  /** Sources that were looked through for copies, of how many. */
  readonly 'compare.progress': { readonly done: number; readonly total: number };
  /** The beginning of the hash of a source of which a row is torn. */
  readonly 'compare.torn': string;
};
