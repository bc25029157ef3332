import { VERDICTS } from '@shared/analysis/agreement/figure-groups.ts';
import type { LooseSaid, SaidOfFigures } from '@shared/analysis/agreement/said-figures.ts';
import type { Verdict } from '@shared/analysis/agreement/verdict.ts';
import type { Both, ComparedWording, Comparison } from '@shared/analysis/comparison/compare-two.ts';
import type { Result } from '@shared/contracts/results.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { SourceHash } from '@shared/model/source.ts';

/** One of two articles that are compared. */
export interface ComparedSide {
  readonly id: string;
  readonly source: SourceHash;
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
  /** Where they stand in the body of the one that was asked about, as it is read, in its order. */
  readonly at: readonly { readonly start: number; readonly end: number }[];
}

/** One of the figures of a thing. */
export interface GroupedFigure {
  readonly article: string;
  readonly source: SourceHash;
  /** Empty where none is printed. */
  readonly title: string;
  readonly fact: Fact;
  /** Set against the first of the two that are shown or, of that one, the second. */
  readonly wording: ComparedWording;
  /** Figures with one number are of one voice: a reprint adds no witness. */
  readonly voice: number;
}

/** Figures of one thing. */
export interface GroupRow {
  /** The gravest that two of them say of each other. */
  readonly verdict: Verdict;
  /** How sure it is that the two that are shown are of one thing, 0 to 1. */
  readonly score: number;
  /** The two that say it, by index. */
  readonly shown: Both<number>;
  /** In the order of time. */
  readonly figures: readonly GroupedFigure[];
  readonly voices: number;
  readonly articles: number;
  /** What the person decided of it; null: nothing. */
  readonly settled: {
    readonly act: string;
    readonly at: string;
    readonly note: string;
    /** The figure that is to be used, by index; null: all of them stand. */
    readonly use: number | null;
    /** Figures came since. */
    readonly isOld: boolean;
  } | null;
}

/** What is open, by its verdict, the gravest first, and what the person settled. */
export const AGREEMENT_SECTIONS = [...VERDICTS, 'settled'] as const;
export type AgreementSection = (typeof AGREEMENT_SECTIONS)[number];

/** How many things the figures of the library tell of, by what they say of each other. */
export interface AgreementsFound {
  readonly counts: Readonly<Record<AgreementSection, number>>;
  /** What was said of figures that are not found any more. */
  readonly loose: readonly LooseSaid[];
}

/** Sources that were read, then pairs of articles that were compared, of how many. */
export interface AgreementProgress {
  readonly step: 'reading' | 'comparing';
  readonly done: number;
  readonly total: number;
}

/** What the page asks of the worker that compares articles. */
export type CompareCalls = {
  /** Addresses are absolute. */
  readonly 'compare.open': (surroundings: {
    readonly library: string;
    readonly knowledge: string;
  }) => Promise<Result<null>>;
  /** Null where one of the two is not in the library. */
  readonly 'compare.two': (
    articles: Both<string>,
    said: SaidOfFigures,
  ) => Promise<Result<ComparedPair | null>>;
  /** The articles that share passages with one, those that share most first; null where it is not in the library. */
  readonly 'compare.copies': (article: string) => Promise<Result<readonly CopyingArticle[] | null>>;
  /** Brings the figures of the whole library together, as far as the person said nothing else of them. */
  readonly 'compare.library': (said: SaidOfFigures) => Promise<Result<AgreementsFound>>;
  /**
   * Things of one section as they were last brought together, at some places; what weighs most is first. Null where nothing
   * was brought together since the worker started.
   */
  readonly 'compare.groups': (
    section: AgreementSection,
    from: number,
    to: number,
  ) => Promise<Result<readonly GroupRow[] | null>>;
};

export type CompareEvents = {
  /** Sources that were looked through for copies, of how many. */
  readonly 'compare.progress': { readonly done: number; readonly total: number };
  readonly 'compare.libraryProgress': AgreementProgress;
  /** The beginning of the hash of a source of which a row is torn. */
  readonly 'compare.torn': string;
};
