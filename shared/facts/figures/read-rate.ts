import type { Numeral } from '@shared/numerals/numeral.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import { boundAfter } from './bounds.ts';
import type { Figure, Reading } from './figure.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { readMeasured } from './read-measured.ts';

/** Verbs between 每年 and 一道 are this long at most: 每年攻克一道难关. */
const LONGEST_VERB = 2;

const isHanWord = (word: string): boolean => /^\p{Script=Han}*$/u.test(word);

/** The classifier behind 一 in 每月一次; 一 is no article there. */
function readOnce(
  text: string,
  at: number,
  knowledge: FiguresKnowledge,
): { unit: string; end: number } | null {
  if (text[at] !== '一') return null;
  const unit = knowledge.units.startingAt(text, at + 1);
  if (unit === null || unit.value.dimension === 'length') return null;
  if (unit.word !== '度' && (unit.value.kind !== 'count' || unit.value.weak)) return null;
  return { unit: unit.word, end: at + 1 + unit.word.length };
}

const rate = (start: number, end: number, value: number, unit: string, per: string): Figure => ({
  start,
  end,
  kind: 'rate',
  value,
  unit,
  bound: 'exact',
  per,
  rule: 'times-per',
  confidence: 0.85,
});

function readPer(text: string, at: number, knowledge: FiguresKnowledge): { per: string; end: number } | null {
  const plain = knowledge.per.startingAt(text, at);
  if (plain !== null) return { per: plain.word, end: at + plain.word.length };
  const numeral = readNumeral(text, at);
  if (numeral !== null && numeral.form !== 'half') {
    const measured = readMeasured(text, numeral, knowledge);
    const counted = measured ?? knowledge.per.startingAt(text, numeral.end);
    if (measured !== null && measured.kind !== 'quantity')
      return { per: text.slice(at, measured.end), end: measured.end };
    return counted === null || measured !== null
      ? null
      : { per: text.slice(at, numeral.end + 1), end: numeral.end + 1 };
  }
  const unit = knowledge.units.startingAt(text, at);
  return unit === null ? null : { per: unit.word, end: at + unit.word.length };
}

/** 每公斤50元, 每人每年500元, 每月一次, 每年攻克一道: the rate with what it is counted by. */
export function readEach(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  let per = readPer(text, at + 1, knowledge);
  if (per === null) return readDividend(text, at, knowledge);
  if (text[per.end] === '每') {
    const second = readPer(text, per.end + 1, knowledge);
    if (second !== null) per = { per: text.slice(at + 1, second.end).replace('每', ''), end: second.end };
  }
  for (let gap = 0; gap <= LONGEST_VERB; gap += 1) {
    const once = readOnce(text, per.end + gap, knowledge);
    if (once === null || !isHanWord(text.slice(per.end, per.end + gap))) continue;
    if (!knowledge.spansOfTime.get(per.per)) break;
    return { figure: rate(at, once.end, 1, once.unit, per.per), end: once.end };
  }
  const numeral = readNumeral(text, per.end);
  const measured = numeral && readMeasured(text, numeral, knowledge);
  if (!measured && /^[0-9]/.test(per.per)) return readContained(text, per, knowledge);
  if (!measured || namesWeekday(text, per, measured)) return null;
  const counted = measured.kind === 'quantity' ? 'rate' : measured.kind;
  return {
    figure: { ...measured, start: at, kind: counted, per: per.per, rule: 'amount-per' },
    end: measured.end,
  };
}

/** 120毫克 of 每100克含钙120毫克: what so much of a thing holds. */
function readContained(
  text: string,
  { per, end }: { readonly per: string; readonly end: number },
  knowledge: FiguresKnowledge,
): Reading | null {
  const words = PAID.exec(text.slice(end, end + LONGEST_PAID))?.[0];
  const numeral = words === undefined ? null : readNumeral(text, end + words.length);
  const measured = numeral && readMeasured(text, numeral, knowledge);
  if (measured?.kind !== 'measurement' && measured?.kind !== 'money') return null;
  return { figure: { ...measured, per, rule: 'amount-per' }, end: measured.end };
}

/** 每周一升旗, 每周三例会: 升 and 例 begin words behind the weekday. */
const namesWeekday = (
  text: string,
  { per, end }: { per: string; end: number },
  { end: last }: Figure,
): boolean =>
  /[周期拜]$/.test(per) &&
  last - end === 2 &&
  /[一二三四五六](?:升[旗国级学起]|例[会行])/.test(text.slice(end, end + 3));

/** 10股 in 每10股派发现金红利1.8元: words that stand between a share and what is paid for it. */
const PAID = /^\p{Script=Han}{0,10}(?=[0-9一二三四五六七八九十百千万两])/u;
const LONGEST_PAID = 12;

/** 1.8元 in 每10股派发现金红利1.8元: `at` is at 每. */
function readDividend(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  const count = readNumeral(text, at + 1);
  const shares = count?.form === 'arabic' ? readMeasured(text, count, knowledge) : null;
  if (shares?.kind !== 'quantity') return null;
  const { end } = shares;
  const per = text.slice(at + 1, end);
  const words = PAID.exec(text.slice(end, end + LONGEST_PAID))?.[0];
  const numeral = words === undefined ? null : readNumeral(text, end + words.length);
  const measured = numeral && readMeasured(text, numeral, knowledge);
  if (measured?.kind !== 'money') return null;
  return { figure: { ...measured, per, rule: 'amount-per' }, end: measured.end };
}

/** Words between what is counted and its price: 一斤卖3.5元. */
const PRICED = /^(?:售价|卖|要|只要|才|收费)/;

/** 一斤3.5元, 一年500元: 一 and a unit with money behind them. `numeral` is the 一. */
export function readEachOne(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Reading | null {
  if (text[numeral.start] !== '一' || numeral.end !== numeral.start + 1) return null;
  const per = knowledge.per.startingAt(text, numeral.end);
  if (per === null) return null;
  const perEnd = numeral.end + per.word.length;
  const priced = PRICED.exec(text.slice(perEnd, perEnd + 2))?.[0].length ?? 0;
  const amount = readNumeral(text, perEnd + priced);
  const measured = amount && readMeasured(text, amount, knowledge);
  if (measured?.kind !== 'money' || measured.per !== undefined) return null;
  return {
    figure: { ...measured, start: numeral.start, per: per.word, rule: 'amount-per' },
    end: measured.end,
  };
}

/** No number of years so high is one in which something comes round once. */
const LEAST_CALENDAR_YEAR = 1000;

/** 半年一次, 三天两次: a span of time and how often in it. `numeral` counts the span. */
export function readRepeated(text: string, numeral: Numeral, knowledge: FiguresKnowledge): Reading | null {
  const span = knowledge.spansOfTime.startingAt(text, numeral.end);
  // 本月三日两次放水: a day of the month.
  if (span === null || numeral.form === 'ratio' || text[numeral.start - 1] === '月') return null;
  // 2008年一起事故: a year of the calendar.
  if (span.word === '年' && numeral.value >= LEAST_CALENDAR_YEAR) return null;
  const spanEnd = numeral.end + span.word.length;
  const once = readOnce(text, spanEnd, knowledge);
  if (once === null) return readOften(text, numeral, spanEnd);
  if (once.unit === '度' || once.unit === '代') return null;
  const start = text[numeral.start - 1] === '每' ? numeral.start - 1 : numeral.start;
  return {
    figure: rate(start, once.end, 1, once.unit, text.slice(numeral.start, spanEnd)),
    end: once.end,
  };
}

/** 三次 of 一周三次: how often in the span that ends at `spanEnd`. */
function readOften(text: string, { start }: Numeral, spanEnd: number): Reading | null {
  const often = readNumeral(text, spanEnd);
  const unit = often === null ? '' : (text[often.end] ?? '');
  if (
    often === null ||
    often.form === 'ratio' ||
    often.form === 'half' ||
    !'次趟遍顿餐'.includes(unit || ' ')
  )
    return null;
  const end = often.end + 1;
  const figure = rate(start, end, often.value, unit, text.slice(start, spanEnd));
  return { figure: { ...figure, valueMax: often.valueMax, bound: often.bound }, end };
}

/** 翻三番, 翻了两番多: doubled so often. */
export function readDoubled(text: string, at: number, knowledge: FiguresKnowledge): Reading | null {
  const from = text[at + 1] === '了' ? at + 2 : at + 1;
  const numeral = readNumeral(text, from);
  if (numeral === null || text[numeral.end] !== '番' || numeral.form === 'ratio') return null;
  const half = text[numeral.end + 1] === '半';
  const said = numeral.end + (half ? 2 : 1);
  const after = boundAfter(text, said, knowledge.bounds);
  const end = said + (after?.word.length ?? 0);
  const figure: Figure = {
    start: at,
    end,
    kind: 'rate',
    value: numeral.value + (half ? 0.5 : 0),
    valueMax: numeral.valueMax,
    unit: '番',
    bound: after?.value ?? numeral.bound,
    // Half a doubling is no whole multiple.
    ...(half ? {} : { multiplier: 2 ** numeral.value }),
    rule: 'doubled',
    confidence: 0.95,
  };
  return { figure, end };
}
