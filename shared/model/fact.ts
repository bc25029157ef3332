import type { ReadingOffset, SourceOffset, Span } from './offset.ts';
import type { TimeExpression } from './time.ts';

export const FACT_KINDS = [
  'quantity',
  'measurement',
  'money',
  'percent',
  'ratio',
  'rate',
  'age',
  'ordinal',
  'date',
  'period',
  'duration',
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

/** Facts of one family can stand for one another when a correction looks for its fact again. */
export const isTimeKind = (kind: FactKind): boolean =>
  kind === 'date' || kind === 'period' || kind === 'duration';

export const BOUNDS = [
  'exact',
  'approx',
  'more-than',
  'nearly',
  'at-least',
  'at-most',
  'plus-minus',
] as const;

export type Bound = (typeof BOUNDS)[number];

/** What a person may say of a fact; `span`: the words it stands on. */
export type SaidField = 'kind' | 'value' | 'valueMax' | 'unit' | 'bound' | 'measure' | 'when' | 'span';

/** Two terms of a ratio or a score, or more where the page prints more (5∶3∶2). */
export type Terms = readonly [number, number, ...number[]];

/** A figure in another unit: 2000亩 in hectares. */
export interface Conversion {
  readonly value: number;
  readonly valueMax?: number;
  readonly unit: string;
}

/** Words of the page with the place where they stand. */
export interface Phrase<Offset extends number> extends Span<Offset> {
  readonly text: string;
}

/** Where a figure stands in a table that the page prints as prose: 甲村120户、乙村98户、丙村45户. */
export interface Cell<Offset extends number> {
  /** From the first row's label to the last row's last figure. */
  readonly table: Span<Offset>;
  /** The words that name the row. */
  readonly row: Phrase<Offset>;
  /** From 0. */
  readonly column: number;
  /** The column as the page calls it, null where it names none. */
  readonly heading: string | null;
}

/** What the program read of a fact that a person corrected; `measure` without its place. */
export interface FactAsRead {
  readonly text: string;
  readonly kind: FactKind;
  readonly value: number | string | null;
  readonly valueMax?: number;
  readonly unit: string | null;
  readonly bound: Bound;
  readonly per?: string;
  readonly terms?: Terms;
  readonly measure: string | null;
  readonly when: string | null;
}

/**
 * One claim of the page: a figure or a time, tied to its words.
 *
 * `value`: a plain number, percent in points (20% is 20), money in units of its currency; an ISO date or
 * interval at the precision printed for times; null when the words name no definite value.
 * `when`: the ISO date or interval that the claim refers to. `confidence`: 0 to 1. `rule`: the name of the
 * recogniser's rule.
 */
export interface FactIn<Offset extends number> extends Phrase<Offset> {
  readonly kind: FactKind;
  readonly value: number | string | null;
  readonly valueMax?: number;
  readonly unit: string | null;
  readonly bound: Bound;
  /** Of a person's words that are not printed, `start` and `end` are where the figure begins. */
  readonly measure: Phrase<Offset> | null;
  readonly subject: Phrase<Offset> | null;
  readonly when: string | null;
  readonly per?: string;
  readonly modality?: 'planned' | 'expected' | 'possible';
  readonly direction?: 'up' | 'down';
  /** The terms of a ratio or score as printed: 3∶1 is [3, 1]; `value` is the quotient of two, null over 0 and of more. */
  readonly terms?: Terms;
  /** 翻三番 is 8: how many times as much as before. */
  readonly multiplier?: number;
  /** The value in a unit that readers know better, with no more digits than the page gives. */
  readonly conversion?: Conversion;
  /**
   * The figure of which this one is a part (其中…), so that a view can add the parts up; of shares that make
   * a hundred with no figure for the whole, the stretch from the first to the last.
   */
  readonly partOf?: Span<Offset>;
  /** Its place in a table printed as prose. */
  readonly cell?: Cell<Offset>;
  /** The time as the words say it, before a publication date resolves it; only on times. */
  readonly time?: TimeExpression;
  readonly rule: string;
  readonly confidence: number;
  /** Fields that are as the person said, null too: neither dating nor linking says otherwise. */
  readonly said?: readonly SaidField[];
  /** What the person said of it; absent while nobody has. */
  readonly verdict?: 'confirmed' | 'corrected' | 'added';
  /** What the program read, where the person corrected it. */
  readonly asRead?: FactAsRead;
}

/** A fact in the offsets of the reading text that a recogniser saw. */
export type FoundFact = FactIn<ReadingOffset>;

export interface Fact extends FactIn<SourceOffset> {
  /** Derived from source hash, spans and kind. */
  readonly id: string;
  /** Id of the article that holds it. */
  readonly article: string;
  /** Present when a caption, column or furniture stands between its pieces; in reading order. */
  readonly spans?: readonly Span<SourceOffset>[];
}
