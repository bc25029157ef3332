import type { Fact } from '@shared/model/fact.ts';

/** The values that a figure leaves open, in the unit that it is given in. */
export interface ValueRange {
  readonly value: number;
  readonly low: number;
  /** Not among them, unless it is the value. */
  readonly high: number;
  /** Whether a word of the text opens the range; rounding alone does not say so. */
  readonly isWorded: boolean;
}

/** Of what 近 stands before: 近200 was said of 187, 近2万 of 1.7万. */
const NEARLY = 0.15;
/** Either side of 约. */
const ABOUT = 0.1;
/** Above 以上, which writers use of what is a little more. */
const UPWARDS = 0.1;

/**
 * The values that the words of a figure can mean: bounds as they are commonly used, else what would be written so, rounded
 * or cut off at the last digit that is given. A figure gives two digits at least, so that 3000 is 2950 to 3050.
 */
export function valueRange({
  value,
  valueMax,
  bound,
}: Pick<Fact, 'bound' | 'valueMax'> & { readonly value: number }): ValueRange {
  const size = Math.abs(value);
  const step = stepOf(size, 1);
  switch (bound) {
    case 'more-than':
      return { value, low: value, high: value + step, isWorded: true };
    case 'at-least':
      return { value, low: value, high: value + size * UPWARDS, isWorded: true };
    case 'nearly':
      return { value, low: value - size * NEARLY, high: value, isWorded: true };
    case 'approx':
      return { value, low: value - size * ABOUT, high: (valueMax ?? value) + size * ABOUT, isWorded: true };
    case 'at-most':
      return { value, low: 0, high: value, isWorded: true };
    default: {
      if (valueMax !== undefined) return { value, low: value, high: valueMax, isWorded: true };
      const half = stepOf(size, 2) / 2;
      const isCutOff = digitsOf(size) >= 2;
      return { value, low: value - half, high: value + (isCutOff ? 2 : 1) * half, isWorded: false };
    }
  }
}

const digitsOf = (size: number): number => significantDigits(size).length;

/** 186000 and -1.86 are `186`, 0 is none. Twelve digits are more than any page prints and fewer than arithmetic blurs. */
export const significantDigits = (value: number): string =>
  value === 0
    ? ''
    : Math.abs(value)
        .toExponential(11)
        .split('e')[0]!
        .replace('.', '')
        .replace(/(?<!0)0+$/, '');

/** What one more of the last given digit is worth; `fewest` digits count as given. */
function stepOf(size: number, fewest: number): number {
  if (size === 0) return 0;
  const exponent = Number(size.toExponential(11).split('e')[1]);
  return 10 ** (exponent - Math.max(fewest, digitsOf(size)) + 1);
}

/** Two figures that differ by less, as a share of the larger, are equal: converted ones have no last digit. */
const BLUR = 1e-9;

export type Meeting = 'equal' | 'possible' | 'apart';

/** Whether two figures of one unit can both be true. */
export function meetingOf(a: ValueRange, b: ValueRange): Meeting {
  const blur = BLUR * Math.max(Math.abs(a.value), Math.abs(b.value));
  if (Math.abs(a.value - b.value) <= blur) return 'equal';
  const holds = (range: ValueRange, value: number): boolean =>
    value >= range.low - blur && (value < range.high - blur || value === range.value);
  if (holds(a, b.value) || holds(b, a.value)) return 'possible';
  const overlap = Math.min(a.high, b.high) - Math.max(a.low, b.low);
  return (a.isWorded || b.isWorded) && overlap > blur ? 'possible' : 'apart';
}

/** The range in another unit. */
export const scaled = ({ value, low, high, isWorded }: ValueRange, factor: number): ValueRange => ({
  value: value * factor,
  low: low * factor,
  high: high * factor,
  isWorded,
});
