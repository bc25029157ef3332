import { type CalendarNumber, readCalendarNumber } from './calendar-number.ts';

/** What says of a two-digit 98年 that it is a length, not a year. */
const AFTER_LENGTH = new Set([...'来间多余内历']);

/** What says it of a three-digit 350年. */
export const AFTER_LONG_LENGTH = new Set([...'来间多余内历前后以之的时']);

/** 98 is 1998, 05 is 2005. */
export const fullYear = (value: number): number => (value < 49 ? 2000 + value : 1900 + value);

/** What before a two-digit year shows that it is none of a length: 从58年到62年. */
const BEFORE_SHORT_YEAR = new Set([...'自从從']);

/** What behind it does: 58年春, 76年以前. */
const AFTER_SHORT_YEAR = /^(?:[春夏秋冬]|上半年|下半年|年[初底末]|以前|以来|到\d\d年|至\d\d年)/;

/** 21年第十九周, 09年三季度. */
const NTH_OF_YEAR = /^(?:第?[一二三四1-4]季度|第.{1,3}周)/;

/** Whether a two-digit number before 年 (98年, 05年8月, 九八年) names a year. */
export function isShortYear(text: string, year: CalendarNumber): boolean {
  if (year.width !== 2 || (!year.arabic && !year.inRow)) return false;
  // 五八年: as a length it would be 五十八年.
  if (year.inRow && !AFTER_LENGTH.has(text[year.end + 1] ?? '')) return true;
  const month = readCalendarNumber(text, year.end + 1);
  if (month !== null && month.value <= 12 && text[month.end] === '月') return true;
  if (NTH_OF_YEAR.test(text.slice(year.end + 1, year.end + 6))) return true;
  if (text[year.end + 1] === '初' || text[year.end + 1] === '底') return true;
  const start = year.end - year.width;
  const before = text[start - 1] ?? ' ';
  if (/年[到至—-]$/.test(text.slice(Math.max(0, start - 2), start))) return true;
  if (BEFORE_SHORT_YEAR.has(before) || before === "'" || before === '’') return true;
  if (year.value >= 49 && AFTER_SHORT_YEAR.test(text.slice(year.end + 1, year.end + 5))) return true;
  if (AFTER_LENGTH.has(text[year.end + 1] ?? '')) return false;
  return year.value < 10 || (year.value >= 78 && year.value % 10 !== 0);
}

/** The year before the first of the republic. */
const REPUBLIC = 1911;
/** The latest year of the republic that a number of two or three digits is taken for. */
const LATEST_OF_REPUBLIC = 130;
/** The earliest that is taken for a year where it is spelled with its tens: 九十七年度. */
const EARLIEST_SPELLED = 38;
/** 1至9月, 3月: what makes a year of three digits of what stands before it, whatever the page. */
const MONTHS = /^(?:\d{1,2}[至到~～—-])?\d{1,2}月/;
/** 底 of 112年底前: no 底蕴. */
const BEGINS_OR_ENDS = /^[初末底](?![期蕴气子])/;
/** 第3季 of 102年第3季. */
const NTH_QUARTER = /^第?[一二三四1-4]季/;

/** What before 114年 says that it lasts so long: 歷時114年. */
const LASTS = /[历时长达了过近逾约满第]$/;

/**
 * 113 of 113年3月, 98 of 98年度: a year of the republic where what stands around it makes it a year, else null.
 * @param isCounted whether the page counts so: then two digits are one too, and three with nothing around them.
 */
export function yearOfRepublic(text: string, number: CalendarNumber, isCounted: boolean): number | null {
  const { arabic, inRow, width, value, end } = number;
  const isSpelled = !arabic && !inRow && value >= EARLIEST_SPELLED;
  const isWritten = (arabic || inRow) && (width === 3 || (isCounted && width === 2));
  const start = end - width;
  if (!(isWritten || isSpelled) || /[0〇○零]/.test(text[start] ?? '') || value > LATEST_OF_REPUBLIC)
    return null;
  const behind = text.slice(end + 1, end + 7);
  const month = readCalendarNumber(text, end + 1);
  const isSure =
    (month !== null && month.value <= 12 && text[month.end] === '月') ||
    MONTHS.test(behind) ||
    (behind.startsWith('度') && behind[1] !== '过') ||
    NTH_QUARTER.test(behind);
  const isYear =
    isSure ||
    (isCounted &&
      isWritten &&
      (NTH_OF_YEAR.test(behind) ||
        BEGINS_OR_ENDS.test(behind) ||
        AFTER_SHORT_YEAR.test(behind) ||
        BEFORE_SHORT_YEAR.has(text[start - 1] ?? ' ') ||
        (width === 3
          ? !AFTER_LONG_LENGTH.has(behind[0] ?? '') && !LASTS.test(text[start - 1] ?? ' ')
          : isShortYear(text, number))));
  return isYear ? REPUBLIC + value : null;
}

/** 114 of 114学年: schools of Taiwan count their years so, and no length is of so many. */
export const schoolYearOfRepublic = (text: string, { value, width, end }: CalendarNumber): number | null =>
  width === 3 && value <= LATEST_OF_REPUBLIC && text.startsWith('学年', end) ? REPUBLIC + value : null;
