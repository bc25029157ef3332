import {
  CHINESE_DIGITS,
  isAmbiguousDigit,
  isChineseNumeral,
  MERGED_TENS,
  SMALL_SCALES,
  valueAt,
} from './characters.ts';

/** A number below ten thousand in Chinese characters, or a row of digits. */
export interface Group {
  readonly end: number;
  readonly value: number;
  /** Upper end where the words leave a range open: 十几, 三五, 数百. */
  readonly valueMax?: number;
  /** A row of digits with no scale word within: 二〇二二, 五四五〇 of 五四五〇亿. */
  readonly digitsInRow: boolean;
  /** No digit is written: 百, 千. */
  readonly bare: boolean;
}

const isSome = (text: string, at: number): boolean =>
  text[at] === '几' || text[at] === '幾' || text[at] === '数' || text[at] === '數';

/** 几 after a scale word (十几, 三十几) stands for one to nine. */
const isSomeMore = (text: string, at: number): boolean => text[at] === '几' || text[at] === '幾';

/** 两 is two only before a scale word (三万两千); behind other digits it is the unit of weight (十六两). */
const isLiang = (text: string, at: number): boolean => text[at] === '两' || text[at] === '兩';

/** Two digits said together for a vague number: 七八, 三五. */
const saysRange = (low: number, high: number): boolean =>
  low > 0 && (high === low + 1 || (low === 3 && high === 5));

function endOfDigitRow(text: string, at: number): number {
  let end = at;
  while (valueAt(CHINESE_DIGITS, text, end) >= 0) end += 1;
  return end;
}

function readDigitRow(text: string, at: number, end: number): Group {
  let value = 0;
  for (let place = at; place < end; place += 1) value = value * 10 + valueAt(CHINESE_DIGITS, text, place);
  return { end, value, digitsInRow: true, bare: false };
}

/** The last digit of 一百二 counts tens, that of 三千五 hundreds. */
const lastDigit = (digit: number, scaleBelow: number): number =>
  scaleBelow >= 100 && scaleBelow < 10_000 ? (digit * scaleBelow) / 10 : digit;

/** 三、四百: a vague number with a mark within. 一、 begins a heading, so the lower digit is above one. */
function readListedPair(text: string, at: number, low: number): Group | null {
  if (low < 2 || text[at + 1] !== '、' || valueAt(CHINESE_DIGITS, text, at + 2) !== low + 1) return null;
  const scale = valueAt(SMALL_SCALES, text, at + 3);
  if (scale < 0) return null;
  return { end: at + 4, value: low * scale, valueMax: (low + 1) * scale, digitsInRow: false, bare: false };
}

/** 伍, 陆 and 肆 alone are words (队伍, 大陆). */
function standsAloneAsWord(text: string, at: number): boolean {
  if (!isAmbiguousDigit(text, at)) return false;
  return !isChineseNumeral(text, at + 1) && !(at > 0 && isChineseNumeral(text, at - 1));
}

/** Reads 三千四百五十六, 十几, 数百, 三四十, 廿五, 二〇二二 and bare 百 or 千. */
export function readGroup(text: string, at: number): Group | null {
  if (standsAloneAsWord(text, at)) return null;
  let value = 0;
  let place = at;
  let scaleBelow = 10_000;
  let afterZero = false;
  let digitsSeen = false;

  while (true) {
    const digit = valueAt(CHINESE_DIGITS, text, place);
    if (digit >= 0) {
      if (place > at && isLiang(text, place) && valueAt(SMALL_SCALES, text, place + 1) < 0) break;
      const listed = place === at ? readListedPair(text, at, digit) : null;
      if (listed !== null) return listed;
      const next = valueAt(CHINESE_DIGITS, text, place + 1);
      if (next >= 0 && place === at) {
        const rowEnd = endOfDigitRow(text, at);
        const scale = Math.max(1, valueAt(SMALL_SCALES, text, rowEnd));
        if (rowEnd - at === 2 && saysRange(digit, next)) {
          const end = scale > 1 ? rowEnd + 1 : rowEnd;
          return {
            end,
            value: digit * scale,
            valueMax: next * scale,
            digitsInRow: false,
            bare: false,
          };
        }
        if (digit !== 0 || scale === 1 || rowEnd - at > 2) return readDigitRow(text, at, rowEnd);
      }
      if (digit === 0) {
        if (next < 0 && place === at) return { end: place + 1, value: 0, digitsInRow: false, bare: false };
        if (next <= 0 && valueAt(SMALL_SCALES, text, place + 1) < 0) break;
        afterZero = true;
        place += 1;
        continue;
      }
      if (next >= 0 && value > 0 && saysRange(digit, next) && valueAt(CHINESE_DIGITS, text, place + 2) < 0) {
        const scale = Math.max(1, valueAt(SMALL_SCALES, text, place + 2));
        if (scale >= scaleBelow) break;
        const end = place + (scale > 1 ? 3 : 2);
        return {
          end,
          value: value + digit * scale,
          valueMax: value + next * scale,
          digitsInRow: false,
          bare: false,
        };
      }
      const scale = valueAt(SMALL_SCALES, text, place + 1);
      if (scale > 0) {
        // 三十五千瓦时: a scale that cannot follow belongs to the unit behind the number.
        if (scale >= scaleBelow) {
          const last = afterZero ? digit : lastDigit(digit, scaleBelow);
          return { end: place + 1, value: value + last, digitsInRow: false, bare: false };
        }
        value += digit * scale;
        scaleBelow = scale;
        place += 2;
        afterZero = false;
        digitsSeen = true;
        continue;
      }
      value += afterZero ? digit : lastDigit(digit, scaleBelow);
      return { end: place + 1, value, digitsInRow: false, bare: false };
    }

    const tens = valueAt(MERGED_TENS, text, place);
    if (tens > 0 && scaleBelow > 10) {
      value += tens;
      scaleBelow = 10;
      place += 1;
      digitsSeen = true;
      continue;
    }

    const scale = valueAt(SMALL_SCALES, text, place);
    if (scale > 0 && (place === at || (scale === 10 && scaleBelow > 10))) {
      value += scale;
      digitsSeen ||= scale === 10;
      scaleBelow = scale;
      place += 1;
      continue;
    }

    if (place === at && isSome(text, at)) {
      const some = valueAt(SMALL_SCALES, text, at + 1);
      if (some < 0) return null;
      return {
        end: at + 2,
        value: 2 * some,
        valueMax: 9 * some,
        digitsInRow: false,
        bare: false,
      };
    }
    if (scaleBelow < 10_000 && isSomeMore(text, place)) {
      const unit = scaleBelow / 10;
      return {
        end: place + 1,
        value: value + unit,
        valueMax: value + 9 * unit,
        digitsInRow: false,
        bare: false,
      };
    }
    break;
  }
  if (place === at || value === 0) return null;
  return { end: place, value, digitsInRow: false, bare: !digitsSeen };
}
