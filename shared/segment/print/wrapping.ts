import { endsWithCredit, isBareCredit } from '../blocks/captions.ts';
import { isPageLine } from '../blocks/furniture.ts';
import { beginAlike } from '../blocks/row-forms.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { hasTwoHalves } from '../stories/headlines.ts';
import { opensWithAgency } from '../stories/story-evidence.ts';
import { type Block, blockOf, NO_SEAMS } from './blocks.ts';
import { extent, nearestSetting, readSettings, type Setting, slack } from './columns.ts';
import type { Line } from './lines.ts';
import { isIndentedSeam, isLooseSeam, looksFirst } from './loose-seams.ts';
import { endsSentence, opensDispatch, PAUSES_INSIDE, startsInside } from './sentences.ts';

/** A cue that opens a caption even where no gap parts it from the column. */
const CAPTION_CUE = /^(?:[▲△▼▽◀▶]|(?:上|下|左|右|大|小)?图(?:为|[①-⑩]|[：:]))/;

/** Columns by which the rules of line ends make a full line shorter. */
const KINSOKU = 1.2;

/** What is known of lines beside their print. */
export interface WrapReading {
  /** Whether a line is no part of the text around it. */
  readonly standsAlone: (line: Line) => boolean;
  /** Whether a story without a headline begins with a line. */
  readonly opensStory: (line: Line) => boolean;
  /** Whether a line goes on with the one above; null where nothing is known. */
  readonly goesOn: (above: Line, below: Line) => boolean | null;
}

const UNREAD: WrapReading = {
  standsAlone: () => false,
  opensStory: () => false,
  goesOn: () => null,
};

/**
 * Joins lines that a column's measure broke, over the page's own lines between them; every other line is a block of
 * its own, and so is one that stands alone for another reason.
 */
export function joinWrappedLines(
  lines: readonly Line[],
  knowledge: SegmentKnowledge,
  reading: WrapReading = UNREAD,
): Block[] {
  const { standsAlone } = reading;
  const { column, between } = setPageLinesAside(lines, knowledge);
  const settings = readSettings(column);
  const gapsPart = gapsPartParagraphs(column);
  const hasColumns = settings.some(({ measure }) => measure > 0);
  const blocks: Block[] = [];
  let open: Line[] = [];
  let loose: readonly number[] = NO_SEAMS;
  let unsure: readonly number[] = NO_SEAMS;
  let measure = 0;
  const aside: Line[] = [...(between.get(0) ?? [])];
  for (let i = 0; i < column.length; i++) {
    const line = column[i] as Line;
    if (open.length === 0 && aside.length > 0) for (const one of aside.splice(0)) blocks.push(blockOf([one]));
    open.push(line);
    measure ||= (settings[i] as Setting).measure;
    const here = between.get(i + 1);
    if (here) aside.push(...here);
    const broken = here !== undefined && endsSentence(line.text);
    const first = open.length === 1;
    const joins =
      i + 1 < column.length &&
      !broken &&
      !isTold(line) &&
      !isTold(column[i + 1] as Line) &&
      !standsAlone(line) &&
      (endsWithComma(line.text) || !standsAlone(column[i + 1] as Line)) &&
      !opensWithAgency((column[i + 1] as Line).text, knowledge) &&
      !reading.opensStory(column[i + 1] as Line) &&
      !beginAlike(line.text, (column[i + 1] as Line).text) &&
      ((hasColumns ? saidToGoOn(column, i, reading) : null) ??
        (goesOn(column, settings, i, first) || (gapsPart && isUneven(column, settings, i, first))));
    if (hasColumns && !broken && !isTold(line) && isUnsureEnd(column, settings, i, first, joins))
      unsure = [...unsure, open.length];
    if (joins) {
      if (isLooseSeam(column, settings, i, first)) loose = [...loose, open.length];
      continue;
    }
    blocks.push(blockOf(open, measure, loose, unsure));
    open = [];
    loose = NO_SEAMS;
    unsure = NO_SEAMS;
    measure = 0;
  }
  for (const one of aside) blocks.push(blockOf([one]));
  return blocks;
}

/**
 * Whether a line is said to go on in the next; null where nothing is said, and where print knows better: the line ends
 * a sentence, or the next is a headline in two halves by its shape.
 */
function saidToGoOn(lines: readonly Line[], i: number, reading: WrapReading): boolean | null {
  const line = lines[i] as Line;
  const next = lines[i + 1] as Line;
  return endsSentence(line.text) || isCouplet(next.text) ? null : reading.goesOn(line, next);
}

/** Whether the page's format says what a line is: then it is whole. */
const isTold = ({ hint }: Line): boolean => hint !== undefined;

/**
 * Parts the page's own lines (heads, credits, notes that a story goes on) from those of its columns, so that
 * they interrupt none. `between` has them by the index of the column's line before which they stand.
 */
function setPageLinesAside(
  lines: readonly Line[],
  knowledge: SegmentKnowledge,
): { readonly column: readonly Line[]; readonly between: ReadonlyMap<number, readonly Line[]> } {
  const column: Line[] = [];
  const between = new Map<number, Line[]>();
  let gap = 0;
  for (const line of lines) {
    const before = column.at(-1);
    const inside = before !== undefined && !endsSentence(before.text);
    if (line.level === 0 && !isTold(line) && isPageLine(line, inside, knowledge)) {
      const own = between.get(column.length);
      if (own) own.push(line);
      else between.set(column.length, [line]);
      gap = Math.max(gap, line.gap);
      continue;
    }
    column.push(gap > line.gap ? { ...line, gap } : line);
    gap = 0;
  }
  return { column, between };
}

/** How many lines must show a manner, and the share of those against it that it bears. */
const SHOWN = 3;
const AGAINST = 0.15;
/** Whether a text is nothing but marks that close something. */
const isMarks = (text: string): boolean =>
  '”’」』）】》。！？'.includes(text[0] as string) && /^[”’」』）】》。！？]+$/.test(text);
/** Whether a line pauses in the middle of its sentence: what stands under it goes on. */
const endsWithComma = (text: string): boolean => /(?:[，、]|(?<=\p{Script=Han}),)$/u.test(text);
const hasPause = (text: string): boolean => /[，、；：。]|(?<=\p{Script=Han})[,;:]/u.test(text);

/** Whether on this page blank lines part paragraphs and nothing else does: lines of one break off, its last ends. */
function gapsPartParagraphs(lines: readonly Line[]): boolean {
  let ended = 0;
  let endedTight = 0;
  let broken = 0;
  let brokenApart = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const { text } = lines[i] as Line;
    const apart = (lines[i + 1] as Line).gap > 0;
    if (endsSentence(text)) apart ? ended++ : endedTight++;
    else if (hasPause(text)) apart ? brokenApart++ : broken++;
  }
  return (
    ended >= SHOWN &&
    broken >= SHOWN &&
    endedTight <= AGAINST * ended &&
    brokenApart <= AGAINST * (broken + brokenApart)
  );
}

/** Whether a line that breaks off goes on in the next although no measure made it so: where gaps part paragraphs. */
function isUneven(lines: readonly Line[], settings: readonly Setting[], i: number, first: boolean): boolean {
  const line = lines[i] as Line;
  const next = lines[i + 1] as Line;
  if ((settings[i] as Setting).measure > 0 && (settings[i + 1] as Setting).measure > 0) return false;
  if (next.gap > 0 || line.level || next.level || endsSentence(line.text) || /[：:]$/.test(line.text))
    return false;
  if (CAPTION_CUE.test(next.text) || opensDispatch(next.text)) return false;
  return !first || (hasPause(line.text) && !isCouplet(line.text));
}

/** Whether line `i` and the next are lines of one paragraph. */
function goesOn(lines: readonly Line[], settings: readonly Setting[], i: number, first: boolean): boolean {
  const line = lines[i] as Line;
  const next = lines[i + 1] as Line;
  const setting = settings[i] as Setting;
  const after = settings[i + 1] as Setting;
  if (next.gap <= setting.leading && (isMarks(next.text) || (setting.measure > 0 && startsInside(next.text))))
    return true;
  if (isCrumb(line, next, setting, lines[i + 2])) return true;
  if (after.measure === 0 && isRestBeforeCut(line, next, setting, lines[i + 2]))
    return !CAPTION_CUE.test(next.text) && !opensDispatch(next.text);
  if (setting.measure === 0 || after.measure === 0 || line.level || next.level) return false;
  if (next.gap > setting.leading) return false;
  if (first && isCouplet(line.text)) return false;
  if (CAPTION_CUE.test(next.text) || opensDispatch(next.text)) return false;
  const ended = endsSentence(line.text);
  if (isCouplet(next.text) && (ended || opensDispatch(lines[i + 2]?.text ?? ''))) return false;
  const short = setting.measure - extent(line);
  if (!ended) {
    if (next.indent >= line.indent + 1.5 && setting.indented && short >= 1) return false;
    return short <= slack(setting.measure) || isFirstLine(lines, i, setting.measure);
  }
  // The first line of a column without its indents may be full and yet end two columns early.
  const spare = setting.measure - line.width - line.indent;
  if (setting.dropped && first ? spare > 3.2 : short >= 2 && !(setting.parted && spare <= 3.2)) return false;
  if (setting.indented) return next.indent < 1 || next.indent <= line.indent - 1;
  if (next.indent >= line.indent + 0.5) return false;
  return (
    setting.leading === 0 ||
    !(
      isFirstLine(lines, i + 1, after.measure) ||
      isWholeFirstLine(lines, i + 1, after) ||
      looksFirst(lines, settings, i + 1)
    )
  );
}

/**
 * Whether a short line below a full one is the rest before a cut: where the full one breaks off, or where it ends a
 * sentence and gaps part the paragraphs.
 */
function isRestBeforeCut(
  line: Line,
  next: Line,
  { measure, leading, parted }: Setting,
  afterNext: Line | undefined,
): boolean {
  if (measure === 0 || next.level > 0 || next.gap > leading || next.width >= measure) return false;
  const isCut = (afterNext?.gap ?? 1) > leading;
  if (endsSentence(line.text))
    return parted && isCut && measure - extent(line) <= KINSOKU && !endsSentence(next.text);
  return (
    measure - extent(line) <= slack(measure) &&
    (isCut || (next.width > 4 && endsWithCredit(next.text))) &&
    (leading === 0 || PAUSES_INSIDE.test(next.text))
  );
}

/**
 * Whether a line is the last few characters of a paragraph that a cut left under its full lines. Below the end of
 * a sentence it is one only where gaps part the paragraphs.
 */
function isCrumb(
  line: Line,
  next: Line,
  { measure, leading, parted }: Setting,
  afterNext: Line | undefined,
): boolean {
  const ended = endsSentence(line.text);
  return (
    measure > 0 &&
    next.gap <= leading &&
    next.width < (leading === 0 ? 6 : 4) &&
    next.width < measure / 2 &&
    (!ended || (parted && (afterNext?.gap ?? leading + 1) > leading)) &&
    measure - extent(line) <= (ended ? KINSOKU : slack(measure)) &&
    /^\p{Script=Han}+$/u.test(next.text) &&
    !/[摄攝图圖文]$/.test(next.text)
  );
}

/** A headline in two halves that a blank parts. */
const isCouplet = (text: string): boolean => hasTwoHalves(text) && !/[，。；、：？！（(]/.test(text);

/** Whether a line is shorter than the next by the indent that a first line has and a dump drops. */
function isFirstLine(lines: readonly Line[], i: number, measure: number): boolean {
  const line = lines[i] as Line;
  const next = lines[i + 1];
  if (!next || endsSentence(line.text)) return false;
  const room = measure - extent(line);
  const growth = extent(next) - extent(line);
  return room >= 1.5 && room <= 4 && growth >= 1.5 && growth <= 4;
}

/** Whether a line that ends a sentence is short by a dropped indent only: the line under it is no first line. */
function isWholeFirstLine(
  lines: readonly Line[],
  i: number,
  { measure, dropped, leading }: Setting,
): boolean {
  const line = lines[i] as Line;
  const next = lines[i + 1];
  if (!dropped || !next || next.gap > leading || !endsSentence(line.text) || endsSentence(next.text))
    return false;
  const room = measure - extent(line);
  return room >= 1.5 && room <= 3.2 && measure - extent(next) < 1.2;
}

/**
 * Whether nothing tells if a paragraph ends with a line: it breaks off and yet an indent follows, or it fills its
 * measure and ends a sentence where only first lines show, by an indent that was dropped, and the next line neither
 * shows it nor is full.
 */
function isUnsureEnd(
  lines: readonly Line[],
  settings: readonly Setting[],
  i: number,
  first: boolean,
  joins: boolean,
): boolean {
  const line = lines[i] as Line;
  const next = lines[i + 1];
  const own = settings[i] as Setting;
  const { measure, dropped, parted, leading } = own.measure > 0 ? own : (nearestSetting(settings, i) ?? own);
  if (!next || measure === 0 || next.gap > leading || next.level > 0) return false;
  if (!endsSentence(line.text)) return joins && isIndentedSeam(lines, settings, i);
  if (!dropped || parted || startsInside(next.text)) return false;
  if ([line, next].some(({ text }) => CAPTION_CUE.test(text)) || isBareCredit(next.text)) return false;
  if (measure - extent(line) > (first ? slack(measure) : 2)) return false;
  if (joins) return measure - next.width - next.indent >= 1;
  return !looksFirst(lines, settings, i + 1);
}
