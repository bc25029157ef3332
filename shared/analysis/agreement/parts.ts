import type { Meeting } from './value-range.ts';

/** What speaks for two articles telling of one event, each from 0 to 1. */
export interface StoryLikeness {
  /** Names that the other article knows, of those of the article where more of them are. */
  readonly story: number;
  /** Runs of three characters in common, of a quarter of the shorter text's: two reports of one event seldom share more. */
  readonly textAlike: number;
  /** Both headlines carry names, and neither article knows those of the other's. */
  readonly focusOther: number;
}

/**
 * What speaks for and against two figures being of one thing, each from 0 to 1; the score is their weighed sum, through the
 * logistic function.
 */
export interface Parts extends StoryLikeness {
  /** Known measures in common, of those that either has. */
  readonly measureSame: number;
  /** Both have known measures, and none in common. */
  readonly measureOther: number;
  /** Characters in common of what the pages call the measure, and of all words close by. */
  readonly measureAlike: number;
  readonly wordsAlike: number;
  readonly subjectAlike: number;
  /** One is said of a name that the other article does not know. */
  readonly ownerUnknown: number;
  /** Both are said of names that differ. */
  readonly ownerOther: number;
  /** Both at once: the figure of a place that the other article does not speak of. */
  readonly ownerForeign: number;
  readonly counterSame: number;
  readonly periodApart: number;
  readonly periodWithin: number;
  readonly scopeOther: number;
  /** Which of the two is the larger fits what their words and times say of which is the whole; speaks against it. */
  readonly sizeFits: number;
  readonly sizeAgainst: number;
  /** The smaller is said of a place that lies in that of the larger. */
  readonly placeWithin: number;
  /** What the smaller is called ends in what the larger is called: 过夜游客, visitors overnight, and 游客, visitors. */
  readonly narrower: number;
  /** The larger meets the figure of which the page says that the smaller is a part (其中, of these). */
  readonly partOfMate: number;
  readonly onlyOneChange: number;
  /** What the pages call the measure ends in the same two characters. */
  readonly headSame: number;
  /** Both are true of the same time, and both say so. */
  readonly periodSame: number;
  /** More than three months lie between, and it is of an event or a time; or it may stand as long. */
  readonly boundApart: number;
  readonly freeApart: number;
  /** The later report of a toll has more; has less. */
  readonly tollGrows: number;
  readonly tollShrinks: number;
  /** The later report says what is reached by now. */
  readonly laterReached: number;
  /** Said of one measure in so many words, and nothing else of owner, scope or time speaks against it. */
  readonly thingSame: number;
  /** The same, in articles that seem to tell of one event. */
  readonly eventSame: number;
  /** Of one measure or of a narrower one, in articles that seem to tell of one event, of owners that both know or that lie one in the other. */
  readonly eventScope: number;
  /** Neither article has another figure of their measure and unit. */
  readonly sole: number;
  /** Other figures of two digits and more that are equal in both articles, of three. */
  readonly figuresShared: number;
  /** Digits that meet: four and more are seldom chance. */
  readonly digits: number;
  readonly equal: number;
  /** Equal to the last of three digits or more, which two stories seldom have in common by chance. */
  readonly rare: number;
  /** No other figure of either article can be true together with one of them: neither could be paired otherwise. */
  readonly alone: number;
  /** Each is, by its words, the other's best of all in that article that it can be compared with. */
  readonly mutual: number;
  /** One of them can be true together with another figure of the other article, of the same measure. */
  readonly taken: number;
  /** Nearly the same words. */
  readonly wordsSame: number;
  readonly levelOther: number;
  /** The figures beside them meet. */
  readonly company: number;
  /** The same digits in another order, as misprints have them. */
  readonly digitsMoved: number;
  /** How near the smaller comes to the larger. */
  readonly near: number;
}

/** By what a pair is weighed: `meeting` where both can be true, `scope` where one seems to be a part of the other, else `parted`. */
export type PairKind = 'meeting' | 'scope' | 'parted';

export interface Likeness {
  readonly kind: PairKind;
  readonly meeting: Meeting;
  readonly parts: Parts;
  /** 0 to 1. */
  readonly score: number;
}

/** What two figures have in common, whatever else stands in their articles. */
export type PartsAlone = Omit<
  Parts,
  'mutual' | 'taken' | 'alone' | 'sole' | 'figuresShared' | 'eventSame' | 'eventScope'
>;
