import type { Bound } from '@shared/model/fact.ts';

/**
 * How a numeral is written. `digits`: Chinese digits in a row (二〇二二). `ratio`: a share of a whole
 * (五分之一, 百分之三十, 三成), whose values are percent points. `half`: 半.
 */
export type NumeralForm = 'arabic' | 'chinese' | 'mixed' | 'digits' | 'ratio' | 'half';

/** A number as the words say it. Positions are UTF-16 units of the text it was read from, end exclusive. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  /** The number, or the lower end of a range. */
  readonly value: number;
  /** The upper end of a range (3至4, 三五, 十几). */
  readonly valueMax?: number;
  /** What words inside the numeral say: 余 and 多 make it `more-than`; 几, 数, 来 and 三五 `approx`. */
  readonly bound: Extract<Bound, 'exact' | 'approx' | 'more-than'>;
  readonly form: NumeralForm;
  /** The numeral is a scale word alone (百, 千, 万, 千万), as in 近千 or in names (千万工程). */
  readonly bare: boolean;
}
