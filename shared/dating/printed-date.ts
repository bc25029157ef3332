import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { PartialDate } from '@shared/model/source.ts';
import { type Eras, findPrintedDate, foldPrint } from '@shared/numerals/printed-date.ts';

/** （1986年3月12日《山城日报》）, （原载《江声报》1934年5月2日）: the paper that a text was taken from. */
const OF_A_PAPER = /^[（(][^（()）\n]{0,10}(?:《[^》\n]{1,14}》)?[^（()）《》\n]{0,4}$/;
const PAPER = /《[^》\n]{1,14}(?:报|報|刊|志|誌|网|網)》/;

/** What else a line says that prints a date of its own. */
const SAYS_SO =
  /作者|记者|記者|来源|來源|发布|發布|责编|责任编辑|星期|第[0-9一二三四五六七八九十]{1,3}版|时间|時間|[|｜]/;
const NAMES_PAPER = /[报報刊网網社台]/;
const LONGEST_LINE = 60;
/** 某某 2010-04-02 08:36: what stands before a day and its time of day on a line of a site, in units. */
const LONGEST_NAME = 20;
const TIME_OF_DAY = /^\s*\d{1,2}:\d{2}(?::\d{2})?\s*$/;

/**
 * The date that a line of the page prints as its own, where no imprint was read; null where none does.
 * @param eras names of eras with the year before their first.
 */
export function readPrintedDate(
  source: string,
  eras: Eras,
): { readonly value: PartialDate; readonly span: SourceSpan } | null {
  let start = 0;
  for (const line of source.split('\n')) {
    const found = line.length <= LONGEST_LINE ? readLine(line, eras) : null;
    if (found !== null)
      return { value: found.value, span: sourceSpan(start + found.start, start + found.end) };
    start += line.length + 1;
  }
  return null;
}

function readLine(line: string, eras: Eras): ReturnType<typeof findPrintedDate> {
  if (/[，。；！？]/.test(line)) return null;
  const date = findPrintedDate(line, eras);
  // A line with two dates tells of a stretch, not of its own day.
  if (date === null || findPrintedDate(line.slice(date.end), eras) !== null) return null;
  const plain = foldPrint(line);
  const before = plain.slice(0, date.start).trimStart();
  const taken = OF_A_PAPER.test(before) && PAPER.test(plain) && /[）)]\s*$/.test(plain);
  const isTimed = before.length <= LONGEST_NAME && TIME_OF_DAY.test(plain.slice(date.end));
  return taken || isTimed || (SAYS_SO.test(plain) && NAMES_PAPER.test(plain)) ? date : null;
}
