import type { Fact } from '@shared/model/fact.ts';

/** What of a fact is words; `unit` as a fact names it, with what it is counted by behind a slash. */
export const FACT_TEXTS = ['unit', 'measure', 'subject', 'when', 'place', 'programme', 'person'] as const;
export type FactText = (typeof FACT_TEXTS)[number];

/** What of a fact is one of a few things, or a number of hundredths. */
export const FACT_MARKS = ['kind', 'status', 'bound', 'confidence'] as const;
export type FactMark = (typeof FACT_MARKS)[number];

/** What all facts of an article share; `published` and `year` as far as they are known. */
export const ARTICLE_TEXTS = ['title', 'newspaper', 'published', 'year'] as const;
export type ArticleText = (typeof ARTICLE_TEXTS)[number];

export type TextColumn = FactText | ArticleText;

/** What the person has said of a fact. */
export const STATUSES = ['found', 'confirmed', 'corrected', 'added'] as const;

/** The unit of dates and periods, which no figure has. */
export const TIME_UNIT = 'ISO 8601';

/** What of a fact goes into the columns. */
export type ClaimedFact = Pick<Fact, 'kind' | 'value' | 'unit'> &
  Partial<Pick<Fact, 'valueMax' | 'per' | 'bound' | 'when' | 'confidence' | 'verdict'>> & {
    readonly measure: { readonly text: string } | null;
    readonly subject?: { readonly text: string } | null;
  };

/** The names that stand nearest to a fact in its own sentence; empty where the sentence names none. */
export interface NamesBeside {
  readonly place: string;
  readonly programme: string;
  readonly person: string;
}

/** An article whose facts are in the columns. */
export interface ClaimArticle {
  readonly id: string;
  readonly title: string;
  readonly newspaper: string;
  /** `2022`, `2022-03` or `2022-03-05`. */
  readonly published: string | null;
  /** Which state of the article the facts were packed from: in another one others may have their places. */
  readonly state: string;
}

/** Some facts of an article, by their places among its facts. */
export interface FactPlaces {
  /** The state of the article in which these are their places. */
  readonly state: string;
  readonly places: readonly number[];
}
