import { endOfSpacedRangeSign, readNumeral } from '@shared/numerals/read-numeral.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { type Measured, settle } from './measured.ts';
import { moneyOfPieces } from './read-yuan-parts.ts';
import { giveScaleToUnit, scaleOfName, unitAt } from './unit-at.ts';

/** Verbs before the first number by which 至 may lead to the new level. */
const CHANGED = /[加减涨跌升降增调提落]了?$/;
/** A level is so many times the step that led to it, at least; what lies closer is a range (增长3%至5%). */
const STEP_TO_LEVEL = 5;

/** 20%—30%, 10公里到20公里: the same unit on both ends. */
export function readUpperEnd(
  text: string,
  start: number,
  measured: Measured,
  knowledge: FiguresKnowledge,
): Measured {
  const sign = endOfSpacedRangeSign(text, measured.end);
  if (sign === measured.end || measured.valueMax !== undefined) return measured;
  const upper = readNumeral(text, sign);
  if (upper === null || upper.valueMax !== undefined || upper.form === 'digits') return measured;
  const next = giveScaleToUnit(text, upper, knowledge) ?? unitAt(text, upper.end, knowledge);
  if (next === null) return measured;
  const same = moneyOfPieces(text, next.unit, [start, next.end], knowledge).name === measured.unit.name;
  const value = 'value' in next ? next.value : upper.value;
  if (!same || value <= measured.value) return measured;
  if (text[sign - 1] === '至' || text[sign - 1] === '到') {
    // 加3毫至5.8元: by so much, to so much.
    const isStep =
      CHANGED.test(text.slice(Math.max(0, start - 2), start)) && value >= STEP_TO_LEVEL * measured.value;
    if (isStep) return measured;
  }
  return { ...measured, valueMax: value, end: next.end, bound: upper.bound };
}

/** 元/亩, 元每公斤; 一斤 behind money. */
export function readPerAfter(
  text: string,
  { end, unit }: Measured,
  knowledge: FiguresKnowledge,
): { per: string; end: number } | null {
  const sign = text[end];
  if (sign === '一' && unit.kind === 'money') {
    const word = knowledge.per.startingAt(text, end + 1);
    return word === null ? null : { per: word.word, end: end + 1 + word.word.length };
  }
  if (sign !== '/' && sign !== '每') return null;
  const word = knowledge.per.startingAt(text, end + 1) ?? knowledge.units.startingAt(text, end + 1);
  if (word === null && sign === '/') return readAmountAfter(text, end + 1, knowledge);
  return word === null ? null : { per: word.word, end: end + 1 + word.word.length };
}

/** 100ml of 186mg/100ml. */
function readAmountAfter(
  text: string,
  at: number,
  { units }: FiguresKnowledge,
): { per: string; end: number } | null {
  const amount = readNumeral(text, at);
  const unit = amount?.form === 'arabic' ? units.startingAt(text, amount.end) : null;
  if (unit?.value.kind !== 'measure') return null;
  const end = amount!.end + unit.word.length;
  return { per: text.slice(at, end), end };
}

/** 500元/月至800元/月: the upper end says its unit and by what it is counted once more. */
export function readUpperRate(
  text: string,
  { value, valueMax, unit }: Measured,
  per: { readonly per: string; readonly end: number },
  knowledge: FiguresKnowledge,
): { value: number; per: { per: string; end: number } } | null {
  const sign = endOfSpacedRangeSign(text, per.end);
  if (sign === per.end || valueMax !== undefined) return null;
  const numeral = readNumeral(text, sign);
  const next = numeral && unitAt(text, numeral.end, knowledge);
  if (!next || numeral.valueMax !== undefined || next.unit.name !== unit.name) return null;
  const upper = {
    value: settle(numeral.value * scaleOfName(unit)),
    unit,
    end: next.end,
    bound: numeral.bound,
  };
  const again = readPerAfter(text, upper, knowledge);
  return again?.per === per.per && upper.value > value ? { value: upper.value, per: again } : null;
}
