import { isDigit } from './unit-kinds.ts';

/** Powers of ten of the signs that stand after digits: 十 百 千 万 亿 兆. */
const POWERS: ReadonlyMap<number, number> = new Map(
  [
    ['十', 1],
    ['百', 2],
    ['千', 3],
    ['万', 4],
    ['亿', 8],
    ['兆', 12],
  ].map(([sign, power]) => [(sign as string).charCodeAt(0), power as number]),
);

const COMMA = 0x2c;
const POINT = 0x2e;
const ZERO = 0x30;

/** A number as it is written, and its value as plain digits: 2.24万 is `22400`. */
export interface WrittenNumber {
  /** Units from where it starts. */
  readonly length: number;
  /** Without leading zeros, with a point only before a fraction that is not zero. */
  readonly plain: string;
  /** Whether it is nothing but digits. */
  readonly isDigitsOnly: boolean;
}

/** Reads the number that starts at `at` in folded units, which must be a digit. */
export function readWrittenNumber(units: Uint16Array, at: number, end: number): WrittenNumber {
  let digits = '';
  let i = at;
  while (i < end && isDigit(units[i] as number)) digits += String.fromCharCode(units[i++] as number);
  if (digits.length <= 3)
    while (isGroup(units, i, end)) {
      digits += String.fromCharCode(units[i + 1] as number, units[i + 2] as number, units[i + 3] as number);
      i += 4;
    }
  let decimals = 0;
  if (units[i] === POINT && i + 1 < end && isDigit(units[i + 1] as number)) {
    i++;
    while (i < end && isDigit(units[i] as number)) {
      digits += String.fromCharCode(units[i++] as number);
      decimals++;
    }
  }
  let power = 0;
  for (let sign = POWERS.get(units[i] as number); sign !== undefined && i < end; ) {
    power += sign;
    i++;
    sign = POWERS.get(units[i] as number);
  }
  const isDigitsOnly = decimals === 0 && power === 0 && digits.length === i - at;
  return { length: i - at, plain: shiftPoint(digits, power - decimals), isDigitsOnly };
}

/** A comma and three digits, no fourth. */
function isGroup(units: Uint16Array, at: number, end: number): boolean {
  return (
    at + 3 < end &&
    units[at] === COMMA &&
    isDigit(units[at + 1] as number) &&
    isDigit(units[at + 2] as number) &&
    isDigit(units[at + 3] as number) &&
    !(at + 4 < end && isDigit(units[at + 4] as number))
  );
}

function shiftPoint(digits: string, places: number): string {
  if (places >= 0) return withoutLeadingZeros(digits + '0'.repeat(places));
  const padded = digits.padStart(1 - places, '0');
  const whole = withoutLeadingZeros(padded.slice(0, places));
  let end = padded.length;
  while (end > padded.length + places && padded.charCodeAt(end - 1) === ZERO) end--;
  const fraction = padded.slice(places, end === padded.length ? undefined : end - padded.length);
  return fraction ? `${whole}.${fraction}` : whole;
}

function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (start < digits.length - 1 && digits.charCodeAt(start) === ZERO) start++;
  return digits.slice(start);
}
