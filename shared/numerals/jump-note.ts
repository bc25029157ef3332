import { foldPrint } from './printed-date.ts';
import { readNumber } from './read-number.ts';

/**
 * What is printed where a story is cut because it goes on on another page of the issue: （下转第四版）, 轉A4, 下转4版《…》;
 * there it begins with （上接第一版）, 紧接A1, 文接第1版.
 */
export interface JumpNote {
  readonly direction: 'onward' | 'from-before';
  /** The page that it names, as `pageNumberIn` writes it. */
  readonly page: string;
  /** Words behind the page's number, as a headline or a rubric to look for there; empty where there are none. */
  readonly words: string;
  /** Where the note stands in the text that was read. */
  readonly start: number;
  readonly end: number;
}

const PAGE = String.raw`(?:第\s?)?[A-Z]?(?:\d{1,3}|[〇一二三四五六七八九十]{1,3})\s?[版页頁]|[A-Z]\d{1,2}(?![A-Z\d])`;
const ONWARD = '[紧緊]?下[转轉接]|文?[转轉]';
const FROM_BEFORE = '[紧緊]?上[接承]|[紧緊文续續]?接|承';
/** What every such note has one of. */
const MARK = /[转轉接承]/;
/** The longest words behind a page's number: a headline in short, or a rubric. */
const WORDS = String.raw`(?:[^。，、,（）()【】]{0,16}|\s?[《“"「][^。（）()【】]{2,26})`;

const LINE = new RegExp(
  `^[▶►→▲△■●◆]?[（(【]?\\s?(?:(?<onward>${ONWARD})|${FROM_BEFORE})\\s?(?:自|至|到)?\\s?(?<page>${PAGE})(?<words>${WORDS})[）)】]?$`,
);
const TAIL = new RegExp(
  `[（(【]\\s?(?:${ONWARD})\\s?(?:至|到)?\\s?(?<page>${PAGE})(?<words>${WORDS})[）)】]$`,
);
const HEAD = new RegExp(
  `^[（(【]\\s?(?:${FROM_BEFORE})\\s?(?:自)?\\s?(?<page>${PAGE})(?<words>${WORDS})[）)】]`,
);

/** Units from a paragraph's end or beginning that a note is looked for in. */
const LONGEST = 48;

/** Reads a line that is such a note and nothing else. */
export function readJumpNote(line: string): JumpNote | null {
  const text = line.trim();
  const read = text.length > LONGEST || !MARK.test(text) ? null : LINE.exec(foldPrint(text));
  if (!read) return null;
  const start = line.length - line.trimStart().length;
  const span = { start, end: start + text.length };
  return noteOf(read.groups?.onward === undefined ? 'from-before' : 'onward', read, span);
}

/** The note in brackets that opens a paragraph or ends it. */
export function findJumpNote(paragraph: string): JumpNote | null {
  if (!MARK.test(paragraph)) return null;
  const head = HEAD.exec(foldPrint(paragraph.slice(0, LONGEST)));
  if (head) return noteOf('from-before', head, { start: 0, end: head[0].length });
  const from = Math.max(0, paragraph.length - LONGEST);
  const tail = TAIL.exec(foldPrint(paragraph.slice(from)));
  return tail && noteOf('onward', tail, { start: from + tail.index, end: paragraph.length });
}

function noteOf(
  direction: JumpNote['direction'],
  { groups }: RegExpExecArray,
  span: Pick<JumpNote, 'start' | 'end'>,
): JumpNote {
  const words = withoutMarks(groups?.words ?? '');
  return { direction, page: pageNumberIn(groups?.page ?? '') ?? '', words, ...span };
}

const MARKS = ' \u3000:：·《》“”"「」『』';

/** Words without the blanks and marks around them. */
function withoutMarks(words: string): string {
  let [start, end] = [0, words.length];
  while (start < end && MARKS.includes(words[start] as string)) start++;
  while (end > start && MARKS.includes(words[end - 1] as string)) end--;
  return words.slice(start, end);
}

const NUMBER = /([A-Z]?)\s?(\d{1,3}|[〇一二三四五六七八九十]{1,3})/;

/** The number of a page of an issue with its section's letter, as `4` and `A4`: of 第04版, 四版, A04, 第A4版：要闻. Null: none. */
export function pageNumberIn(edition: string): string | null {
  const read = NUMBER.exec(foldPrint(edition).toUpperCase());
  if (!read) return null;
  const [, section = '', digits = ''] = read;
  const number = readNumber(digits, 0)?.value ?? 0;
  return number > 0 ? `${section}${number}` : null;
}
