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

/** What the page asks of the worker that compares articles. */
export type CompareCalls = {
  /** Addresses are absolute. */
  readonly 'compare.open': (surroundings: {
    readonly library: string;
    readonly knowledge: string;
  }) => Promise<Result<null>>;
  /** Null where one of the two is not in the library. */
  readonly 'compare.two': (articles: Both<string>) => Promise<Result<ComparedPair | null>>;
};

export type CompareEvents = {
  /** The beginning of the hash of a source of which a row is torn. */
  readonly 'compare.torn': string;
};
