import { foldPrint } from '@shared/numerals/printed-date.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { isPictureCredit, namesInside, readBylineLine } from './bylines.ts';
import { dropRoles, isName, readNames } from './personal-names.ts';

/** Names read from a byline, and the stretch of the text that is the byline: `end` exclusive. */
export interface BylineReading {
  readonly names: readonly string[];
  readonly start: number;
  readonly end: number;
  /** Words that say what the names are: 记者, 通讯员. */
  readonly roles: number;
}

/** How a dateline ends: 本报讯, 本报北京3月4日电, 某某网讯. */
const FILES = /(?:讯|訊|电|電|消息|信息|报道|報道|報導)[：:】\]〕\s]*$/u;
const OPENED =
  /^([^（(〔［[【。！？\n]{0,30}?|[【〔［[][^】〕］\]\n]{2,10}[】〕］\]]\s*)[（(〔［[【]([^（）()〔〕［］[\]【】]{2,60})[）)〕］\]】]\s*/u;
/** 本报讯　记者某某、某某报道： */
const REPORTS =
  /^([^。！？，\n]{0,30}?(?:讯|訊|电|電)[】\]〕]?[\s\u3000：:]*)((?:本[报報])?[^\s。！？，：:]{0,6}?(?:记者|記者|通讯员|通訊員|特派员|特派員)[^。！？：:]{2,40}?)(?:报道|報道|报导|報導|摄影报道)?[：:]\s*/u;

/** 本报记者某某报道, 記者某某台北報導：without a word for where the news came from; the names are known to be such. */
const REPORTER_FIRST =
  /^(?:\p{Script=Han}{2,8}?)?((?:记者|記者|特派员|特派員|通讯员|通訊員)[ \u3000]?\p{Script=Han}[^。！？，：:]{1,30}?(?:报道|報道|报导|報導))(?:[：:]|[ \u3000])\s*/u;

/**
 * Reads the dateline at the head of a paragraph where it names who reports: `本报北京3月4日电（记者 甲某某）`,
 * `据新华社杭州4月2日电（甲某、乙某）`, `本报讯　记者甲某某报道：`. One without names is left in its paragraph.
 */
export function readDispatch(text: string, knowledge: SegmentKnowledge): BylineReading | null {
  const reports = REPORTS.exec(text);
  if (reports) {
    const names = namesInside((reports[2] as string).trim(), knowledge);
    if (names) return { names, start: 0, end: reports[0].trimEnd().length, roles: 1 };
  }
  const reporter = REPORTER_FIRST.exec(text);
  if (reporter) {
    const names = namesInside(reporter[1] as string, knowledge);
    if (names?.every((name) => isName(name, knowledge)))
      return { names, start: 0, end: reporter[0].trimEnd().length, roles: 1 };
  }
  const match = OPENED.exec(text);
  if (!match) return null;
  const [whole, lead = '', inside = ''] = match;
  const files = FILES.test(foldPrint(lead));
  const leadIsDispatch =
    lead.trim() === '' ||
    files ||
    knowledge.press.agencies.some((word) => lead.replace(/^[【[]/u, '').startsWith(word));
  if (!leadIsDispatch) return null;
  const { roles } = dropRoles(inside, knowledge);
  const names = roles > 0 ? namesInside(inside, knowledge) : files ? readNames(inside, knowledge) : null;
  return names ? { names, start: 0, end: whole.trimEnd().length, roles } : null;
}

/** A pen name by its form, 小雨 or 阿明: "little", "old" or "dear" before a character or two; other words are notes. */
const PEN_NAME = /^[小老阿]\p{Script=Han}{1,2}$/u;

const isPenName = (text: string, { press, script }: SegmentKnowledge): boolean =>
  PEN_NAME.test(text) && !press.genres.has(script.write(text));

/** Names that close a paragraph in brackets without a role; more are a list of something else. */
const MOST_UNNAMED = 4;

/** Reads a byline that closes a paragraph: `……。（记者 甲某某）`, `……。（甲某某 乙某）`, `……。 文/甲某某 乙某`. */
export function readClosingByline(text: string, knowledge: SegmentKnowledge): BylineReading | null {
  const tail = text.slice(-80);
  const shift = text.length - tail.length;
  const bracket = /[（(]([^（）()。]{2,60})[）)]\s*$/u.exec(tail);
  if (bracket && (endsBefore(tail, bracket.index) || text.trim() === bracket[0].trim())) {
    const inside = bracket[1] as string;
    if (isPictureCredit(inside)) return null;
    const isNote = knowledge.press.closingNotes.has(knowledge.script.write(inside));
    const names = namesInside(inside, knowledge) ?? (isPenName(inside, knowledge) ? [inside] : null);
    const { roles } = dropRoles(inside, knowledge);
    if (names && !isNote && (roles > 0 || names.length <= MOST_UNNAMED))
      return { names, start: shift + bracket.index, end: shift + tail.trimEnd().length, roles };
  }
  const open =
    /[。！？”](\s*)((?:[■●◆]\s*)?(?:文|图|撰文|作者|记者|本报记者|通讯员|記者|本報記者)[/／：:\s][^。！？”]{2,40})$/u.exec(
      tail,
    );
  if (open) {
    const body = open[2] as string;
    const names = readBylineLine(body, knowledge, false);
    if (names) return { names, start: text.length - body.length, end: text.length, roles: 1 };
  }
  return null;
}

const endsBefore = (text: string, at: number): boolean => /[。！？…”’」』）)]\s*$/u.test(text.slice(0, at));

/** Columns of the shortest headline that its author's name may follow. */
const SHORTEST_HEADLINE = 4;

/** Reads who wrote off the end of a headline's line: `标题（甲某）`, `标题　　甲某某 乙某`, `标题　本报记者　甲某某`. */
export function readHeadlineAuthor(text: string, knowledge: SegmentKnowledge): BylineReading | null {
  const bracket = /[（(]([^（）()]{2,40})[）)]\s*$/u.exec(text);
  if (bracket && bracket.index >= SHORTEST_HEADLINE) {
    const names = namesInside(bracket[1] as string, knowledge);
    if (names && names.length <= MOST_UNNAMED)
      return { names, start: bracket.index, end: text.trimEnd().length, roles: 0 };
  }
  for (const blank of text.matchAll(/[ \u3000]{2,}|\u3000|\s{1,9}(?=(?:本[报報])?[记記]者)/gu)) {
    if (blank.index < SHORTEST_HEADLINE) continue;
    const start = blank.index + blank[0].length;
    const rest = text.slice(start);
    const { roles } = dropRoles(rest, knowledge);
    if (roles === 0 && blank[0].length < 2) continue;
    const names = readBylineLine(rest, knowledge, true);
    if (names) return { names, start, end: text.trimEnd().length, roles };
  }
  return null;
}
