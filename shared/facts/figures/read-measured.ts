import type { FactKind } from '@shared/model/fact.ts';
import type { Numeral } from '@shared/numerals/numeral.ts';
import { boundAfter, boundBefore } from './bounds.ts';
import { bareCounts, counts, GOODS } from './counts.ts';
import type { Figure } from './figure.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { isHan, type Measured, settle } from './measured.ts';
import { ageInTens, readMonthsOfAge } from './read-age.ts';
import { readDozens } from './read-dozens.ts';
import { liangAfterDigit, readHalf, readSmallerUnits } from './read-smaller-units.ts';
import { readHalfShare, readUnitless } from './read-unitless.ts';
import { readPerAfter, readUpperEnd, readUpperRate } from './read-upper-end.ts';
import { moneyOfPieces, readPartsOfYuan, smallChangeAt } from './read-yuan-parts.ts';
import type { Unit, UnitKind } from './unit.ts';
import { giveScaleToUnit, scaleOfName, unitAt } from './unit-at.ts';

const KIND_OF_UNIT: Record<UnitKind, FactKind> = {
  count: 'quantity',
  measure: 'measurement',
  money: 'money',
  'money-part': 'money',
  percent: 'percent',
  age: 'age',
  multiple: 'rate',
};

/** 多, 余, 以上, 左右 behind the unit. */
function readBoundAfter(text: string, measured: Measured, knowledge: FiguresKnowledge): Measured {
  const word = boundAfter(text, measured.end, knowledge.bounds);
  if (word === null) return measured;
  const end = measured.end + word.word.length;
  const beginsWord =
    word.word === '多' && (isHan(text[end]) || text[end] === undefined) && measured.unit.kind === 'count';
  return beginsWord ? measured : { ...measured, end, bound: word.value };
}

function confidenceOf(text: string, numeral: Numeral, unit: Unit): number {
  if (numeral.form === 'chinese' && numeral.end - numeral.start === 1 && unit.kind === 'count') {
    return unit.name === '地' || unit.name === '方' || unit.name === '国' ? 0.5 : 0.85;
  }
  if (unit.weak && unit.kind === 'count') return 0.75;
  return text[numeral.start] === '一' ? 0.8 : 0.97;
}

/** 30w粉丝, 15k: 万 and thousands as they are typed in a hurry; not 30w灯, 30W nor 4K视频. */
function scaleInLetters(text: string, numeral: Numeral): Numeral | null {
  const { end, form, value } = numeral;
  const isTyped = /[wkK]/.test(text[end] ?? ' ') && form === 'arabic' && numeral.valueMax === undefined;
  return isTyped && /[元块人粉次名件单户+,，。；、]/.test(text[end + 1] ?? '。')
    ? { ...numeral, end: end + 1, value: settle(value * (text[end] === 'w' ? 1e4 : 1e3)), form: 'mixed' }
    : null;
}

/** A scale in letters with no unit behind it. */
const figureOfScale = ({ start, end, value, bound }: Numeral, isMore: boolean): Figure => ({
  start,
  end: isMore ? end + 1 : end,
  kind: 'quantity',
  value,
  unit: null,
  bound: isMore ? 'more-than' : bound,
  rule: 'noun-counted',
  confidence: 0.6,
});

/** 负三分之一米, 四分之三公斤: a fraction of a unit, where the numeral is in percent points. */
function readFractionOfUnit(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Figure | null {
  if (numeral.valueMax !== undefined || !isFraction(text.slice(numeral.start, numeral.end))) return null;
  const found = unitAt(text, numeral.end, knowledge);
  if (found === null || found.unit.weak || !/^(?:measure|money)$/.test(found.unit.kind)) return null;
  const share = { ...numeral, form: 'chinese', value: settle(numeral.value / 100) } as const;
  return readMeasured(text, share, knowledge);
}

/** 三分之一, 1/3; 百分之三 and its like are shares of something. */
const isFraction = (words: string): boolean => /(?<![百千万亿])分之|\//.test(words);

/** 摄氏二十度, 华氏零下五度, 华氏温度80度: the scale stands before the number. */
const SCALE_OF_DEGREES = /[摄攝华華]氏(?:温度|溫度)?$/;
const LONGEST_SCALE_OF_DEGREES = 4;

/** 3个多百分点: what says more stands inside the unit. */
const MORE_POINTS = /^[个個][多余餘](?=百分[点點])/;

function pointsAndMore(
  text: string,
  { end }: Numeral,
  knowledge: FiguresKnowledge,
): ReturnType<typeof unitAt> {
  const more = MORE_POINTS.exec(text.slice(end, end + 5));
  return more && unitAt(text, end + more[0].length, knowledge);
}

/** The figure that a numeral and the unit behind it make, or null where they make none. */
export function readMeasured(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Figure | null {
  if (!Number.isFinite(numeral.value)) return null;
  const spelled = scaleInLetters(text, numeral);
  if (spelled !== null) {
    const isMore = text[spelled.end] === '+';
    return (isMore ? null : readMeasured(text, spelled, knowledge)) ?? figureOfScale(spelled, isMore);
  }
  const half = numeral.form === 'half' ? readHalfShare(text, numeral) : null;
  if (half !== null) return half;
  const dozens = readDozens(text, numeral);
  if (dozens !== null) return dozens;
  if (numeral.form === 'ratio')
    return readFractionOfUnit(text, numeral, knowledge) ?? readUnitless(text, numeral, knowledge);
  const scaled =
    giveScaleToUnit(text, numeral, knowledge) ??
    (isHan(text[numeral.end]) && !GOODS.test(text[numeral.end]!)
      ? null
      : liangAfterDigit(text, numeral, knowledge));
  const plain =
    scaled === null
      ? (pointsAndMore(text, numeral, knowledge) ??
        unitAt(text, numeral.end, knowledge) ??
        smallChangeAt(text, numeral, knowledge) ??
        ageInTens(text, numeral, knowledge))
      : null;
  if (scaled === null && plain === null) return readUnitless(text, numeral, knowledge);
  const { end: unitEnd } = scaled ?? plain!;
  const unit = moneyOfPieces(text, (scaled ?? plain!).unit, [numeral.start, unitEnd], knowledge);
  let measured: Measured = scaled ?? {
    value: settle(numeral.value * scaleOfName(unit)),
    valueMax: numeral.valueMax === undefined ? undefined : settle(numeral.valueMax * scaleOfName(unit)),
    unit,
    end: unitEnd,
    bound: MORE_POINTS.test(text.slice(numeral.end, unitEnd)) ? 'more-than' : numeral.bound,
  };
  const goesOn = unit.weak && readSmallerUnits(text, measured, knowledge).end > measured.end;
  if (!counts(text, numeral, unit, unitEnd, goesOn) || !bareCounts(text, numeral, unit, knowledge))
    return null;
  measured = readHalf(text, measured);
  measured = readPartsOfYuan(text, measured, knowledge);
  measured = readSmallerUnits(text, measured, knowledge);
  measured = readMonthsOfAge(text, measured);
  measured = readUpperEnd(text, numeral.start, measured, knowledge);
  measured = readBoundAfter(text, measured, knowledge);
  let per = readPerAfter(text, measured, knowledge);
  const upper = per === null ? null : readUpperRate(text, measured, per, knowledge);
  if (upper !== null) {
    measured = { ...measured, valueMax: upper.value };
    per = upper.per;
  }
  const scale =
    unit.name === '度'
      ? SCALE_OF_DEGREES.exec(
          text.slice(Math.max(0, numeral.start - LONGEST_SCALE_OF_DEGREES), numeral.start),
        )?.[0]
      : undefined;
  const start = numeral.start - (scale?.length ?? 0);
  const before = boundBefore(text, start, knowledge.bounds).bound;
  return {
    start,
    end: per?.end ?? measured.end,
    kind: KIND_OF_UNIT[unit.kind],
    value: measured.value,
    valueMax: measured.valueMax,
    unit: scale === undefined ? unit.name : scale.slice(0, 2) + unit.name,
    bound: measured.bound === 'exact' ? before : measured.bound,
    per: per?.per,
    rule: unit.kind === 'count' ? 'classifier' : unit.kind,
    confidence: confidenceOf(text, numeral, unit),
  };
}
