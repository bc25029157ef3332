import { readNumeral } from '@shared/numerals/read-numeral.ts';
import type { Limit, ValueCondition } from './parsed-query.ts';
import type { QueryProblemReason } from './problem.ts';

const COMPARISON = /^(>=|<=|≥|≤|>|<|=|＞＝|＜＝|＞|＜|＝)/;
const RANGE = /\.\.|…/;

type Read =
  | { readonly ok: true; readonly value: Omit<ValueCondition, 'start' | 'end' | 'text'> }
  | { readonly ok: false; readonly reason: QueryProblemReason };

/** Reads `>1亿元`, `=3%`, `20%..40%`; null when the word asks for no value. */
export function readValue(word: string): Read | null {
  const comparison = COMPARISON.exec(word)?.[0];
  if (comparison !== undefined)
    return readComparison(comparison.normalize('NFKC'), word.slice(comparison.length));
  const range = RANGE.exec(word);
  return range ? readRange(word.slice(0, range.index), word.slice(range.index + range[0].length)) : null;
}

function readComparison(sign: string, rest: string): Read {
  const number = readNumber(rest);
  if (!number) return { ok: false, reason: 'number-malformed' };
  const limit: Limit = { value: number.value, isIncluded: sign !== '>' && sign !== '<' };
  const [low, high] = [
    sign.startsWith('<') || sign === '≤' ? null : limit,
    sign.startsWith('>') || sign === '≥' ? null : limit,
  ];
  return { ok: true, value: { low, high, unit: number.unit } };
}

/** A word with two dots that has no number on either side asks for no value. */
function readRange(before: string, after: string): Read | null {
  const [from, to] = [readNumber(before), readNumber(after)];
  if (!from && !to) return null;
  if (!from || !to) return { ok: false, reason: 'number-malformed' };
  // 3..5万人: what stands after the second number is meant of both.
  const scale = from.unit === null && to.scale > 1 && from.value < to.value / to.scale ? to.scale : 1;
  const low = from.value * scale;
  if (low > to.value) return { ok: false, reason: 'range-reversed' };
  const unit = to.unit ?? from.unit;
  return {
    ok: true,
    value: { low: { value: low, isIncluded: true }, high: { value: to.value, isIncluded: true }, unit },
  };
}

interface Amount {
  readonly value: number;
  readonly unit: string | null;
  /** What 万 or 亿 after the digits multiplies by. */
  readonly scale: number;
}

function readNumber(text: string): Amount | null {
  const numeral = readNumeral(text, 0);
  if (numeral?.start !== 0 || numeral.valueMax !== undefined) return null;
  const digits = Number(
    /^[\d.,]+/.exec(text.slice(0, numeral.end).normalize('NFKC'))?.[0]?.replaceAll(',', ''),
  );
  const unit = text.slice(numeral.end);
  const isShare = numeral.form === 'ratio';
  return {
    value: numeral.value,
    unit: unit || (isShare ? '%' : null),
    scale: digits > 0 ? numeral.value / digits : 1,
  };
}
