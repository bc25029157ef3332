import type { FactKind } from '@shared/model/fact.ts';
import { CHINESE_DIGITS, isArabicDigit, valueAt } from '@shared/numerals/characters.ts';
import type { Numeral } from '@shared/numerals/numeral.ts';
import { endOfSpacedRangeSign, readNumeral } from '@shared/numerals/read-numeral.ts';
import { boundBefore } from './bounds.ts';
import { bareCounts, counts, GOODS } from './counts.ts';
import type { Figure } from './figure.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { isHan, type Measured, settle } from './measured.ts';
import { ageInTens, readMonthsOfAge } from './read-age.ts';
import { readDozens } from './read-dozens.ts';
import { readUnitless } from './read-unitless.ts';
import { moneyOfPieces, readPartsOfYuan, smallChangeAt } from './read-yuan-parts.ts';
import type { Unit, UnitKind } from './unit.ts';

const KIND_OF_UNIT: Record<UnitKind, FactKind> = {
  count: 'quantity',
  measure: 'measurement',
  money: 'money',
  'money-part': 'money',
  percent: 'percent',
  age: 'age',
  multiple: 'rate',
};

const AFTER_SCORE = /[的以左和与及或]/;

/** The unit that begins at `at` or behind one space, when nothing shows it to be part of another word. */
function unitAt(text: string, at: number, knowledge: FiguresKnowledge): { unit: Unit; end: number } | null {
  const from = text[at] === ' ' || text[at] === '\u3000' ? at + 1 : at;
  const found = knowledge.units.startingAt(text, from);
  if (found === null || knowledge.phrases.startingAt(text, from) !== null) return null;
  const end = from + found.word.length;
  const bound = knowledge.bounds.after.startingAt(text, from);
  if (bound !== null && bound.word.length > found.word.length) return null;
  // 4A级 grades, 95分管理 shares: letters and 分 are units only where no word goes on behind them.
  if (/[A-Za-z0-9]/.test(found.word.at(-1)!) && /[A-Za-z0-9级]/.test(text[end] ?? '')) return null;
  if (found.word === '两' && /[年个名次度会地岸国种条类方边]/.test(text[end] ?? ' ')) return null;
  if (found.word === '分' && isHan(text[end]) && !AFTER_SCORE.test(text[end]!)) return null;
  if (from > at && found.value.kind === 'count') return null;
  return { unit: found.value, end };
}

/** 5千米: the scale word read as part of the numeral belongs to the unit. */
function giveScaleToUnit(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Measured | null {
  const last = text[numeral.end - 1];
  const scale = last === '千' ? 1000 : last === '百' ? 100 : last === '兆' ? 1e12 : 0;
  if (scale === 0 || numeral.bare || numeral.bound !== 'exact' || numeral.form === 'ratio') return null;
  const longer = unitAt(text, numeral.end - 1, knowledge);
  const shorter = unitAt(text, numeral.end, knowledge);
  if (longer === null || longer.end === numeral.end || longer.unit.kind === 'count') return null;
  if (shorter !== null && shorter.end > longer.end) return null;
  if (numeral.form === 'chinese' && shorter?.unit.name === '米') return null;
  return {
    value: settle(numeral.value / scale),
    valueMax: numeral.valueMax === undefined ? undefined : settle(numeral.valueMax / scale),
    unit: longer.unit,
    end: longer.end,
    bound: numeral.bound,
  };
}

/** 三斤半, 两倍半. */
function readHalf(text: string, measured: Measured): Measured {
  if (text[measured.end] !== '半' || measured.unit.kind === 'percent' || measured.unit.kind === 'count')
    return measured;
  if (measured.valueMax !== undefined) return measured;
  return { ...measured, value: measured.value + 0.5, end: measured.end + 1 };
}

/** 二两 in 三斤二两: 两 behind a digit is the unit there, not a digit of its own. */
function liangAfterDigit(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Measured | null {
  const { start, end } = numeral;
  if (end - start !== 2 || text[end - 1] !== '两' || isArabicDigit(text, start)) return null;
  const value = valueAt(CHINESE_DIGITS, text, start);
  return value > 0 ? { value, unit: knowledge.units.get('两')!, end, bound: 'exact' } : null;
}

/** A height is printed as 1米75, a mark of sport as 63米25; what numbers a house or a day is neither. */
const TALLEST = 10;
const FARTHEST_MARK = 120;
const AFTER_MARK = /[年月日号楼层路线室栋座点时]/;

/** Units whose tenths are said as one digit behind them: 三十八度五, 一丈二, 五尺六. */
const DECIMAL_UNITS = new Set(['度', '丈', '尺', '寸', '斤']);
const AFTER_TENTH = /^(?:[\s，。；、！？,.;）)的左上以宽长高]|$)/;

/** 5斤3两, 1米75: smaller units behind larger ones of the same dimension. */
function readSmallerUnits(text: string, measured: Measured, knowledge: FiguresKnowledge): Measured {
  const { unit, end } = measured;
  if (unit.kind !== 'measure' || measured.valueMax !== undefined) return measured;
  const numeral = readNumeral(text, end);
  if (numeral === null || numeral.bound !== 'exact' || numeral.valueMax !== undefined || numeral.value <= 0)
    return measured;
  const tenth = DECIMAL_UNITS.has(unit.name) && numeral.end - end === 1 && numeral.value < 10;
  if (tenth && AFTER_TENTH.test(text[numeral.end] ?? ''))
    return { ...measured, value: settle(measured.value + numeral.value / 10), end: numeral.end };
  if (unit.factor === null) return measured;
  const liang = liangAfterDigit(text, numeral, knowledge);
  if (liang !== null && liang.unit.dimension === unit.dimension)
    return { ...measured, value: settle(measured.value + liang.value / 10), end: liang.end };
  const next = unitAt(text, numeral.end, knowledge);
  if (
    next?.unit.dimension === unit.dimension &&
    next.unit.factor !== null &&
    numeral.value * next.unit.factor < unit.factor
  ) {
    return {
      ...measured,
      value: settle(measured.value + (numeral.value * next.unit.factor) / unit.factor),
      end: next.end,
    };
  }
  const tenths = unit.name === '亩' && text[numeral.end] === '分' && numeral.value < 10;
  if (tenths && Number.isInteger(measured.value)) {
    const land = text[numeral.end + 1] === '地' ? 2 : 1;
    return { ...measured, value: settle(measured.value + numeral.value / 10), end: numeral.end + land };
  }
  const places = numeral.end - end;
  const isMark =
    /^[0-9]{2}$/.test(text.slice(end, numeral.end)) && !AFTER_MARK.test(text[numeral.end] ?? ' ');
  const height = unit.name === '米' && next === null && places <= 2 && (isMark || !isHan(text[numeral.end]));
  const most = isMark ? FARTHEST_MARK : TALLEST;
  if (!height || measured.value >= most || !Number.isInteger(measured.value)) return measured;
  return {
    ...measured,
    value: settle(measured.value + numeral.value / 10 ** (numeral.end - end)),
    end: numeral.end,
  };
}

/** 20%—30%, 10公里到20公里: the same unit on both ends. */
function readUpperEnd(text: string, measured: Measured, knowledge: FiguresKnowledge): Measured {
  const sign = endOfSpacedRangeSign(text, measured.end);
  if (sign === measured.end || measured.valueMax !== undefined) return measured;
  const upper = readNumeral(text, sign);
  if (upper === null || upper.valueMax !== undefined || upper.form === 'digits') return measured;
  const next = giveScaleToUnit(text, upper, knowledge) ?? unitAt(text, upper.end, knowledge);
  if (next === null) return measured;
  const same = moneyOfPieces(text, next.unit, next.end, knowledge).name === measured.unit.name;
  const value = 'value' in next ? next.value : upper.value;
  if (!same || value <= measured.value) return measured;
  return { ...measured, valueMax: value, end: next.end, bound: upper.bound };
}

/** 多, 余, 以上, 左右 behind the unit. */
function readBoundAfter(text: string, measured: Measured, knowledge: FiguresKnowledge): Measured {
  const word = knowledge.bounds.after.startingAt(text, measured.end);
  if (word === null) return measured;
  const end = measured.end + word.word.length;
  const beginsWord =
    word.word === '多' && (isHan(text[end]) || text[end] === undefined) && measured.unit.kind === 'count';
  if (beginsWord || (word.word === '来' && isHan(text[end])) || (word.word === '许' && text[end] === '多'))
    return measured;
  return { ...measured, end, bound: word.value };
}

/** 元/亩, 元每公斤; 一斤 behind money. */
function readPerAfter(
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
  return word === null ? null : { per: word.word, end: end + 1 + word.word.length };
}

/** 500元/月至800元/月: the upper end says its unit and by what it is counted once more. */
function readUpperRate(
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

function confidenceOf(text: string, numeral: Numeral, unit: Unit): number {
  if (numeral.form === 'chinese' && numeral.end - numeral.start === 1 && unit.kind === 'count') {
    return unit.name === '地' || unit.name === '方' || unit.name === '国' ? 0.5 : 0.85;
  }
  if (unit.weak && unit.kind === 'count') return 0.75;
  return text[numeral.start] === '一' ? 0.8 : 0.97;
}

/** What one of the printed unit is in the unit the fact names: 70美分 is 0.7 USD, 5‰ is 0.5 %, 旬 is 10 years. */
const scaleOfName = (unit: Unit): number =>
  unit.kind === 'money' || unit.kind === 'percent' || unit.kind === 'age' ? (unit.factor ?? 1) : 1;

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

/** 摄氏二十度, 华氏零下五度: the scale stands before the number. */
const SCALE_OF_DEGREES = /[摄攝华華]氏$/;

/** The figure that a numeral and the unit behind it make, or null where they make none. */
export function readMeasured(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Figure | null {
  if (!Number.isFinite(numeral.value)) return null;
  const spelled = scaleInLetters(text, numeral);
  if (spelled !== null) {
    const isMore = text[spelled.end] === '+';
    return (isMore ? null : readMeasured(text, spelled, knowledge)) ?? figureOfScale(spelled, isMore);
  }
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
      ? (unitAt(text, numeral.end, knowledge) ??
        smallChangeAt(text, numeral, knowledge) ??
        ageInTens(text, numeral, knowledge))
      : null;
  if (scaled === null && plain === null) return readUnitless(text, numeral, knowledge);
  const { end: unitEnd } = scaled ?? plain!;
  const unit = moneyOfPieces(text, (scaled ?? plain!).unit, unitEnd, knowledge);
  let measured: Measured = scaled ?? {
    value: settle(numeral.value * scaleOfName(unit)),
    valueMax: numeral.valueMax === undefined ? undefined : settle(numeral.valueMax * scaleOfName(unit)),
    unit,
    end: unitEnd,
    bound: numeral.bound,
  };
  const goesOn = unit.weak && readSmallerUnits(text, measured, knowledge).end > measured.end;
  if (!counts(text, numeral, unit, unitEnd, goesOn) || !bareCounts(text, numeral, unit, knowledge))
    return null;
  measured = readHalf(text, measured);
  measured = readPartsOfYuan(text, measured, knowledge);
  measured = readSmallerUnits(text, measured, knowledge);
  measured = readMonthsOfAge(text, measured);
  measured = readUpperEnd(text, measured, knowledge);
  measured = readBoundAfter(text, measured, knowledge);
  let per = readPerAfter(text, measured, knowledge);
  const upper = per === null ? null : readUpperRate(text, measured, per, knowledge);
  if (upper !== null) {
    measured = { ...measured, valueMax: upper.value };
    per = upper.per;
  }
  const scale =
    unit.name === '度'
      ? SCALE_OF_DEGREES.exec(text.slice(Math.max(0, numeral.start - 2), numeral.start))?.[0]
      : undefined;
  const start = numeral.start - (scale?.length ?? 0);
  const before = boundBefore(text, start, knowledge.bounds).bound;
  return {
    start,
    end: per?.end ?? measured.end,
    kind: KIND_OF_UNIT[unit.kind],
    value: measured.value,
    valueMax: measured.valueMax,
    unit: scale === undefined ? unit.name : scale + unit.name,
    bound: measured.bound === 'exact' ? before : measured.bound,
    per: per?.per,
    rule: unit.kind === 'count' ? 'classifier' : unit.kind,
    confidence: confidenceOf(text, numeral, unit),
  };
}
