import type { Numeral } from '@shared/numerals/numeral.ts';
import type { FiguresKnowledge } from './knowledge.ts';
import { isHan, type Measured, settle } from './measured.ts';
import type { Unit } from './unit.ts';

/** What may follow 30分, 1800转, 276杆; any other character goes on with a word (30分管, 5000转账). */
const AFTER_SCORE = /[的以左和与及或为]/;

/** The unit that begins at `at` or behind one space, when nothing shows it to be part of another word. */
export function unitAt(
  text: string,
  at: number,
  knowledge: FiguresKnowledge,
): { unit: Unit; end: number } | null {
  const from = text[at] === ' ' || text[at] === '\u3000' ? at + 1 : at;
  const found = knowledge.units.startingAt(text, from);
  if (found === null || knowledge.phrases.startingAt(text, from) !== null) return null;
  const whole = overSpace(text, from, found.word, knowledge);
  if (whole !== null) return whole;
  const end = from + found.word.length;
  const bound = knowledge.bounds.after.startingAt(text, from);
  if (bound !== null && bound.word.length > found.word.length) return null;
  // 4A级 grades, 95分管理 shares: letters and 分 are units only where no word goes on behind them.
  if (/[A-Za-z0-9]/.test(found.word.at(-1)!) && /[A-Za-z0-9级景]/.test(text[end] ?? '')) return null;
  if (found.word === '两' && /[年个名次度会地岸国种条类方边]/.test(text[end] ?? ' ')) return null;
  if (/^[分转杆]$/.test(found.word) && isHan(text[end]) && !AFTER_SCORE.test(text[end]!)) return null;
  if (from > at && found.value.kind === 'count') return null;
  return { unit: found.value, end };
}

/** Units that a text with its words set apart parts in two: 立方 英尺, 千米 每 小时. */
function overSpace(
  text: string,
  from: number,
  word: string,
  { units }: FiguresKnowledge,
): { unit: Unit; end: number } | null {
  const at = from + word.length;
  if (text[at] !== ' ') return null;
  const pieces = /^(?: \S+){1,2}/.exec(text.slice(at, at + LONGEST_REST))?.[0] ?? '';
  const found = units.startingAt(word + pieces.replaceAll(' ', ''), 0);
  if (found === null || found.word.length <= word.length) return null;
  let rest = found.word.length - word.length;
  let end = at;
  for (; rest > 0; end += 1) if (text[end] !== ' ') rest -= 1;
  return { unit: found.value, end };
}

/** Characters of the rest of a parted unit that are looked at. */
const LONGEST_REST = 8;

/** 5千米: the scale word read as part of the numeral belongs to the unit. */
export function giveScaleToUnit(
  text: string,
  numeral: Numeral,
  knowledge: FiguresKnowledge,
): Measured | null {
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

/** What one of the printed unit is in the unit the fact names: 70美分 is 0.7 USD, 5‰ is 0.5 %, 旬 is 10 years. */
export const scaleOfName = (unit: Unit): number =>
  unit.kind === 'money' || unit.kind === 'percent' || unit.kind === 'age' ? (unit.factor ?? 1) : 1;
