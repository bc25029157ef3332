import type { Numeral } from '@shared/numerals/numeral.ts';
import { boundBefore } from './bounds.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { isHan, standsAlone } from './measured.ts';
import type { Unit } from './unit.ts';

/** 点 of an index: with decimals, with hundreds, or behind a word of rise and fall; 3点 is a time or an opinion. */
const BEFORE_POINTS = /[跌涨升报收挫降破至于漲報於]$/;
const FEWEST_POINTS = 100;
const countsPoints = (text: string, { start, value }: Numeral): boolean =>
  !Number.isInteger(value) || value >= FEWEST_POINTS || BEFORE_POINTS.test(text[start - 1] ?? ' ');

/** What behind 三元 shows that money is meant; elsewhere it is a part of a name (三元桥). */
const AFTER_YUAN = /[钱的每多以左至到人民票店整也都就零一二三四五六七八九十两/]/;
const BEFORE_YUAN = /[花卖收付交给罚奖补价值为得赚赔了共需要才只约近超和或、，]/;
const namesNoMoney = (text: string, { start, end }: Numeral, unitEnd: number): boolean =>
  text[end] === '元' &&
  unitEnd === end + 1 &&
  isHan(text[unitEnd]) &&
  !AFTER_YUAN.test(text[unitEnd]!) &&
  !BEFORE_YUAN.test(text[start - 1] ?? ' ');

/** “四方协议”, “三资企业”: a short name in quotation marks that its number begins. */
const QUOTED = /^[^\p{P}\s0-9]{2,6}[”」』"]/u;
const beginsQuoted = (text: string, start: number, unitEnd: number): boolean =>
  /[“「『"]/.test(text[start - 1] ?? ' ') &&
  !/[”」』"]/.test(text[unitEnd] ?? '”') &&
  QUOTED.test(text.slice(start, start + 8));

const isOne = (text: string, numeral: Numeral): boolean =>
  numeral.end - numeral.start === 1 && text[numeral.start] === '一';

/** 百乡千村, 十城百店: scales that climb are a slogan, not a count. */
function climbs(text: string, numeral: Numeral): boolean {
  const next = { 十: '百', 百: '千', 千: '万' }[text[numeral.start]!];
  if (next === undefined || numeral.end - numeral.start !== 1) return false;
  return text.slice(numeral.end + 1, numeral.end + 5).includes(next);
}

/** What three digits in a row count, since no name ends so: 三二一七人, 一二八户. */
const COUNTED_IN_ROW = /^[人名户戶件辆輛头頭]$/;
/** 二〇米, 二四〇〇吨: digits in a row count only where a zero and a measure, or three and more, show that they are no name. */
const countsInRow = (text: string, { start, end }: Numeral, { name, kind, weak }: Unit): boolean => {
  if (kind === 'count') return end - start >= 3 && COUNTED_IN_ROW.test(name);
  return end - start >= 2 && !weak && (end - start >= 3 || /.[〇○零]/.test(text.slice(start, end)));
};

/** What units that are everyday characters measure out: 三石米, 两担稻谷, 在县城以南八里. */
export const GOODS = /[白黄香米粮谷稻麦豆水柴煤布绸酒肉油盐糖茶菜鱼金银药棉花粪肥薪炭草豆玉高纸]/;
/** 月息五厘, 降低三厘: what says that a rate of interest is meant. */
const BEFORE_INTEREST = /[息率低高减降升加为至到按约]/;
/** 水深五丈, 长两寸: what is measured stands before the number. */
const STRETCHED = /[高深长宽厚径围粗]/;
const FAR_OFF = /(?:以?[东南西北外远]|[行走距离约有近隔相]|只有|不过)$/;
const AFTER_FAR = /^(?:[，。；、！？路地外远长]|$)/;
function measuresGoods(
  text: string,
  { start, value }: Numeral,
  { name, dimension }: Unit,
  unitEnd: number,
): boolean {
  const before = text[start - 1] ?? ' ';
  if (dimension === 'length' && name === '里')
    return (
      text[unitEnd] === '外' ||
      (FAR_OFF.test(text.slice(Math.max(0, start - 2), start)) &&
        AFTER_FAR.test(text.slice(unitEnd, unitEnd + 1)))
    );
  if (dimension === 'interest') return BEFORE_INTEREST.test(before);
  if (name === '顷') return /[地田林荒]/.test(text[unitEnd] ?? ' ');
  if (dimension === 'length' && value > 1 && STRETCHED.test(before)) return true;
  // 盐三钱，茶半两。
  if (/[钱两]/.test(name) && GOODS.test(before) && !isHan(text[unitEnd])) return true;
  return /[石担斗两钱丈尺]/.test(name) && GOODS.test(text[unitEnd] ?? ' ');
}

/** Everyday characters that measure where nothing but the number touches them: 长度：两尺。 */
const FARM_UNITS = new Set(['丈', '尺', '寸', '里', '担', '石', '斗', '两', '钱', '度']);

/** Whether the numeral counts before this unit, or is an article or part of a word; smaller units behind (一丈二尺) tell (`goesOn`). */
export function counts(
  text: string,
  numeral: Numeral,
  unit: Unit,
  unitEnd: number,
  goesOn: boolean,
): boolean {
  const length = numeral.end - numeral.start;
  const arabic = numeral.form === 'arabic' || numeral.form === 'mixed';
  if (numeral.form === 'digits') return unit.name === '两' || countsInRow(text, numeral, unit);
  if (climbs(text, numeral)) return false;
  if (unit.name === '点' || unit.name === '點') return arabic && countsPoints(text, numeral);
  if (!arabic && length === 1 && unit.kind !== 'percent') {
    if (beginsQuoted(text, numeral.start, unitEnd) || namesNoMoney(text, numeral, unitEnd)) return false;
    if (unit.weak && unit.kind === 'measure' && measuresGoods(text, numeral, unit, unitEnd)) return true;
  }
  if (numeral.form === 'half')
    return ((unit.kind === 'measure' || unit.kind === 'money') && !unit.weak) || unit.kind === 'age';
  if (numeral.form === 'chinese' && numeral.value === 0 && length === 1) return unit.kind !== 'count';
  if (unit.counted) return numeral.value >= 2 && numeral.value <= 12 && isHan(text[unitEnd]);
  if (unit.weak && !goesOn && !arabic && length < 2)
    return unit.kind === 'measure' && FARM_UNITS.has(unit.name) && standsAlone(text, numeral.start, unitEnd);
  // 十一届三中全会, 七届全国人大 are names of meetings.
  if (unit.name === '届' && !arabic && numeral.value > 10) return false;
  if (arabic || length > 1) return true;
  if (unit.kind !== 'count') return true;
  if (isOne(text, numeral)) return false;
  return text[numeral.start] !== '二' || unit.name === '人';
}

/** 近千, 上百, 百岁: a scale word alone is a number only where a bound stands at it or two scales meet (千万元). */
export function bareCounts(
  text: string,
  numeral: Numeral,
  unit: Unit | null,
  knowledge: FiguresKnowledge,
): boolean {
  if (!numeral.bare || numeral.bound !== 'exact') return true;
  if (boundBefore(text, numeral.start, knowledge.bounds).start < numeral.start) return true;
  if (unit?.kind === 'age') return true;
  return numeral.end - numeral.start > 1 && unit !== null && unit.kind !== 'count';
}
