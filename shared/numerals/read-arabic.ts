import { ARABIC_DIGITS, isArabicDigit, VULGAR_FRACTIONS, valueAt } from './characters.ts';

export interface ArabicNumber {
  readonly value: number;
  readonly end: number;
}

const isPoint = (unit: number): boolean => unit === 0x2e || unit === 0xff0e || unit === 0xb7;

const isGroupMark = (unit: number): boolean => unit === 0x2c || unit === 0xff0c;

function endOfDigits(text: string, at: number): number {
  let end = at;
  while (isArabicDigit(text, end)) end += 1;
  return end;
}

const SPACE = 0x20;

/** Spaces that do not break a line: standards part digits by them in threes. */
const isTiedSpace = (unit: number): boolean => unit === 0xa0 || unit === 0x2009 || unit === 0x202f;

/** Fewest groups that a plain space parts: two numbers may stand beside each other, three hardly. */
const FEWEST_SPACED = 2;

const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/** One group is parted by a space only where a scale or a unit of measure stands right behind it: 24 800万吨. */
const AFTER_SPACED = new Set([...'万萬亿億吨噸元公千米亩畝平立斤瓦度户戶人']);

/** Characters of a point and decimals that are looked at. */
const LONGEST_DECIMALS = 6;

/** Whether digits, a space or a letter stand before, so that the number may be one cell of a row of numbers. */
const followsNumber = (text: string, at: number): boolean =>
  /[0-9A-Za-z.,:：/-]/.test(text[text[at - 1] === ' ' ? at - 2 : at - 1] ?? '年');

/** The end of `,400` groups after one to three digits; the same mark between all groups. */
function endOfGroups(text: string, at: number, firstEnd: number): number {
  const mark = text.charCodeAt(firstEnd);
  if (!isGroupMark(mark) && !isTiedSpace(mark) && mark !== SPACE) return firstEnd;
  let end = firstEnd;
  while (text.charCodeAt(end) === mark && endOfDigits(text, end + 1) === end + 4) end += 4;
  if (mark !== SPACE) return end;
  const groups = (end - firstEnd) / 4;
  if (groups >= FEWEST_SPACED) return isHan(text.charCodeAt(end)) ? end : firstEnd;
  const unit = text[end] === ' ' ? end + 1 : end;
  // 1 183.4亿吨公里
  const decimals = /^\.\d+/.exec(text.slice(unit, unit + LONGEST_DECIMALS))?.[0].length ?? 0;
  return groups === 1 && AFTER_SPACED.has(text[unit + decimals] ?? ' ') && !followsNumber(text, at)
    ? end
    : firstEnd;
}

const ENGLISH_POWERS: Readonly<Record<string, number>> = {
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
};
const ENGLISH_SCALE = /^ ?(thousand|million|billion|trillion)(?![A-Za-z])/i;
const LONGEST_ENGLISH_SCALE = 10;

const mayBeginEnglish = (unit: number): boolean => unit === SPACE || (unit > 0x40 && unit < 0x7b);

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Largest power of ten that a text prints; more is a code. */
const GREATEST_POWER = 99;

function readPower(text: string, at: number): { readonly power: number; readonly end: number } | null {
  const sign = text[at] === '-' || text[at] === '−' || text[at] === '⁻' ? -1 : 1;
  const from = sign < 0 || text[at] === '+' ? at + 1 : at;
  let end = from;
  let power = 0;
  for (; end - from < 3; end += 1) {
    const raised = text[end] === undefined ? -1 : SUPERSCRIPTS.indexOf(text[end]!);
    const digit = raised >= 0 ? raised : valueAt(ARABIC_DIGITS, text, end);
    if (digit < 0) break;
    power = power * 10 + digit;
  }
  return end === from || power > GREATEST_POWER ? null : { power: sign * power, end };
}

/** `e5`, `×10^8`, `×10⁸`, 乘以10的8次方 behind a number: the power of ten it is multiplied by. */
function readPowerOfTen(text: string, at: number): { readonly power: number; readonly end: number } | null {
  const mark = text[at];
  if (mark === 'e' || mark === 'E') {
    const power = readPower(text, at + 1);
    return power === null || /[A-Za-z]/.test(text[power.end] ?? '') ? null : power;
  }
  if (mark !== '×' && mark !== '*' && mark !== '乘') return null;
  const from = mark === '乘' ? at + (text[at + 1] === '以' ? 2 : 1) : at + 1;
  if (!text.startsWith('10', from)) return null;
  const after = from + 2;
  if (text[after] === '的') {
    const power = readPower(text, after + 1);
    return power !== null && text.startsWith('次方', power.end) ? { ...power, end: power.end + 2 } : null;
  }
  const raised = text[after] === '^' ? after + 1 : after;
  const marked = raised > after || '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.includes(text[after] ?? ' ');
  return marked ? readPower(text, raised) : null;
}

/** Digits as one half-width decimal literal, so that the value is the one JavaScript gives the same digits. */
function valueOfDigits(text: string, start: number, end: number): number {
  let literal = '';
  for (let at = start; at < end; at += 1) {
    const digit = valueAt(ARABIC_DIGITS, text, at);
    if (digit >= 0) literal += digit;
    else if (isPoint(text.charCodeAt(at))) literal += '.';
  }
  return Number(literal);
}

/**
 * Reads `22,400.5`, `1.2e5`, `3×10⁸`, `1.5 million` and `2½` in half or full width, with no sign. Old newspapers print the
 * point as `·`.
 */
export function readArabic(text: string, at: number): ArabicNumber | null {
  const firstEnd = endOfDigits(text, at);
  const alone = VULGAR_FRACTIONS.get(text.charCodeAt(firstEnd));
  if (alone !== undefined) {
    const whole = firstEnd === at ? 0 : valueOfDigits(text, at, firstEnd);
    return { value: whole + alone, end: firstEnd + 1 };
  }
  if (firstEnd === at) return null;
  let end = firstEnd - at <= 3 ? endOfGroups(text, at, firstEnd) : firstEnd;
  if (isPoint(text.charCodeAt(end)) && isArabicDigit(text, end + 1)) end = endOfDigits(text, end + 1);
  const plain = valueOfDigits(text, at, end);
  const scientific = readPowerOfTen(text, end);
  if (scientific !== null) return { value: Number(`${plain}e${scientific.power}`), end: scientific.end };
  const scale = mayBeginEnglish(text.charCodeAt(end))
    ? ENGLISH_SCALE.exec(text.slice(end, end + LONGEST_ENGLISH_SCALE))
    : null;
  if (scale === null) return { value: plain, end };
  const power = ENGLISH_POWERS[scale[1]!.toLowerCase()]!;
  return { value: Number(`${plain}e${power}`), end: end + scale[0].length };
}
