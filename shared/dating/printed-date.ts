import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { PartialDate } from '@shared/model/source.ts';
import { readNumeral } from '@shared/numerals/read-numeral.ts';
import { lastDayOf, printDate } from './calendar.ts';

/** A date as a paper prints its own: 2022-11-08, 1986年3月12日, 民國75年3月12日, 一九八六年三月十二日. */
const DATE =
  /(?:(民[国國])?([0-9]{2,4})(?:年|[-./])([0-9]{1,2})(?:月|[-./])([0-9]{1,2})日?|([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日)/g;

const FIRST_YEAR_OF_REPUBLIC = 1912;

/** （1986年3月12日《山城日报》）, （原载《江声报》1934年5月2日）: the paper that a text was taken from. */
const OF_A_PAPER = /^[（(][^（()）\n]{0,10}(?:《[^》\n]{1,14}》)?[^（()）《》\n]{0,4}$/;
const PAPER = /《[^》\n]{1,14}(?:报|報|刊|志|誌|网|網)》/;

/** What else a line says that prints a date of its own. */
const SAYS_SO =
  /作者|记者|記者|来源|來源|发布|發布|责编|责任编辑|星期|第[0-9一二三四五六七八九十]{1,3}版|时间|時間|[|｜]/;
const NAMES_PAPER = /[报報刊网網社台]/;
const LONGEST_LINE = 60;

/** The date that a line of the page prints as its own, where no imprint was read; null where none does. */
export function readPrintedDate(
  source: string,
): { readonly value: PartialDate; readonly span: SourceSpan } | null {
  let start = 0;
  for (const line of source.split('\n')) {
    const found = line.length <= LONGEST_LINE ? readLine(line) : null;
    if (found !== null)
      return { value: found.value, span: sourceSpan(start + found.start, start + found.end) };
    start += line.length + 1;
  }
  return null;
}

function readLine(line: string): { value: PartialDate; start: number; end: number } | null {
  const plain = line.replace(/[０-９－．／]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0xfee0));
  const dates = [...plain.matchAll(DATE)];
  if (dates.length !== 1 || /[，。；！？]/.test(plain)) return null;
  const [date] = dates;
  const before = plain.slice(0, date!.index).trimStart();
  const taken = OF_A_PAPER.test(before) && PAPER.test(plain) && /[）)]\s*$/.test(plain);
  if (!taken && !(SAYS_SO.test(plain) && NAMES_PAPER.test(plain))) return null;
  const value = dateFrom(date!);
  return value === null ? null : { value, start: date!.index, end: date!.index + date![0].length };
}

function dateFrom([
  ,
  republic,
  arabic,
  arabicMonth,
  arabicDay,
  row,
  month,
  day,
]: RegExpExecArray): PartialDate | null {
  const digits =
    row === undefined
      ? ''
      : [...row].map((digit) => Math.max(0, '〇一二三四五六七八九'.indexOf(digit))).join('');
  const year = Number(arabic ?? digits) + (republic === undefined ? 0 : FIRST_YEAR_OF_REPUBLIC - 1);
  const read = (words: string | undefined): number =>
    words === undefined ? 0 : (readNumeral(words, 0)?.value ?? 0);
  const date = { year, month: Number(arabicMonth ?? read(month)), day: Number(arabicDay ?? read(day)) };
  const isReal = year > 1800 && year < 2100 && date.month >= 1 && date.month <= 12 && date.day >= 1;
  return isReal && date.day <= lastDayOf(year, date.month) ? printDate(date) : null;
}
