import type { Part } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { type Block, joinBlocks } from '../print/blocks.ts';

/** The lines above a story, told apart. */
export interface Headline {
  readonly title: Block[];
  /** Kicker and second line. */
  readonly subtitle: Block[];
  /** Lines under the headline that are no part of it: a picture's words, a banner. */
  readonly strays: Block[];
}

export const isSecondLine = (block: Pick<Block, 'text'>): boolean => /^[—―–－─]{1,3}\s*\S/u.test(block.text);
/** Whether a blank parts a short line in two, as it parts the halves of a couplet. */
export const hasTwoHalves = (text: string): boolean =>
  /[ \u3000]/.test(text) && text.length < 120 && /\S{3}[ \u3000]+\S{3}/u.test(text);
export const isEnumerated = (text: string): boolean =>
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑩❶-❿]|第[一二三四五六七八九十]{1,2}[章节、，：\s]|[●◆■□▲]\s*\S|0\d\s*\S)/u.test(
    text,
  );

/**
 * Tells headline, kicker and second line of a stack of lines apart. A line that a dash opens is a second line,
 * and the line above it the headline; else the last is the headline and those above it kickers. Lines without
 * a gap that are no couplets are one headline broken in two. Where marks of Markdown set lines as headlines, the
 * highest is the one.
 */
export function readHeadline(stack: readonly Block[], knowledge: SegmentKnowledge): Headline {
  const strays: Block[] = [];
  let lines = [...stack];
  const marked = lines.filter((block) => block.level > 0);
  const last = lines.at(-1);
  if (
    marked.length > 0 &&
    last &&
    last.level === 0 &&
    last.gap > 0 &&
    !isSecondLine(last) &&
    lines.indexOf(marked.at(-1) as Block) === lines.length - 2
  ) {
    strays.push(last);
    lines = lines.slice(0, -1);
  }
  const { headlineEnds, headlineSpeech } = knowledge.press;
  const isComplete = (block: Block): boolean => headlineEnds.some((word) => block.text.endsWith(word));
  const tellsSpeech = (block: Block): boolean =>
    headlineSpeech.some((word) => block.text.indexOf(word) >= 2) && !hasTwoHalves(block.text);
  const dash = lines.findIndex(
    (block, i) => i > 0 && (isSecondLine(block) || (tellsSpeech(block) && isComplete(lines[i - 1] as Block))),
  );
  let at = dash > 0 ? dash - 1 : lines.length - 1;
  // Lines that a mark sets as headlines outweigh a slogan with a dashed line above them.
  const isUnmarked = dash < 0 || (lines[at]?.level === 0 && lines.slice(dash).some(({ level }) => level > 0));
  if (isUnmarked && marked.length > 0) at = markedHeadline(lines, marked);
  let from = at;
  while (
    from > 0 &&
    !isComplete(lines[from - 1] as Block) &&
    isBrokenHeadline(lines[from - 1] as Block, lines[from] as Block)
  )
    from--;
  if (isUnmarked && marked.length === 0 && lengthOf(lines.slice(from, at + 1)) > LONGEST_HEADLINE)
    [from, at] = largestType(lines);
  return {
    title: lines.slice(from, at + 1),
    subtitle: [...lines.slice(0, from), ...lines.slice(at + 1)],
    strays,
  };
}

/**
 * Characters of the longest headline that lines without a gap are taken for: of 246 headlines of composed pages that
 * are broken in lines, all have 43 at most.
 */
const LONGEST_HEADLINE = 44;

const lengthOf = (lines: readonly Block[]): number => lines.reduce((sum, { text }) => sum + text.length, 0);

/**
 * The line set in the largest type, with the next one where both are as wide: all lines of a headline fill the same
 * measure, so the largest type holds the fewest characters.
 * @returns the first line of the headline and the last.
 */
function largestType(lines: readonly Block[]): readonly [number, number] {
  const widths = lines.map(({ width }) => width);
  const at = widths.indexOf(Math.min(...widths));
  const isAsWide = Math.abs((widths[at + 1] ?? Number.POSITIVE_INFINITY) - (widths[at] as number)) <= 1;
  return [at, isAsWide ? at + 1 : at];
}

/** A label of so few characters over a headline is a kicker, whatever its mark. */
const LONGEST_LABEL = 6;

/** Which line is the headline by its mark: the highest, or what stands under a label that is marked higher. */
function markedHeadline(lines: readonly Block[], marked: readonly Block[]): number {
  const top = Math.min(...marked.map((block) => block.level));
  const at = lines.findIndex((block) => block.level === top);
  const label = lines[at];
  const below = lines[at + 1];
  const isLabel = label && below && label.text.length <= LONGEST_LABEL && below.level > top;
  return isLabel && below.text.length > 2 * label.text.length ? at + 1 : at;
}

/** Whether two lines are halves of one headline. */
const isBrokenHeadline = (above: Block, below: Block): boolean =>
  below.gap === 0 &&
  above.level === 0 &&
  below.level === 0 &&
  !hasTwoHalves(above.text) &&
  !hasTwoHalves(below.text) &&
  !isSecondLine(below) &&
  above.width >= 4 &&
  !isPlaceName(above.text);

/** A kicker that only says whose story it is: 某市某区某街道. */
const isPlaceName = (text: string): boolean =>
  /^\p{Script=Han}{2,14}(?:省|市|县|区|镇|乡|村|街道|社区|局|委|院|集团|公司|学校|大学)[：:]?$/u.test(text);

const HAN = /[\u3400-\u9fff]/;

/** Share of the pairs of Han characters of `words` that `text` has too, 0 to 1; 0 where there are none. */
export function shareOfPairs(words: string, text: string): number {
  const pairs = pairsIn(words);
  if (pairs.size === 0) return 0;
  let shared = 0;
  for (const pair of pairs) if (text.includes(pair)) shared++;
  return shared / pairs.size;
}

export function pairsIn(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let i = 1; i < text.length; i++) {
    if (HAN.test(text[i - 1] as string) && HAN.test(text[i] as string)) pairs.add(text.slice(i - 1, i + 1));
  }
  return pairs;
}

/**
 * How many of the lines between an untitled story and another are the upper one's headline: those that speak of
 * it rather than of what stands `below`. `leavesOne`: the last is the other's for certain.
 */
export function linesOfAbove(
  lines: readonly Block[],
  gist: string,
  below: string | null,
  leavesOne: boolean,
): number {
  let count = 0;
  for (const { text } of lines) {
    const own = shareOfPairs(text, gist);
    if (own < 0.2 || own <= (below === null ? 0 : shareOfPairs(text, below))) break;
    count++;
    if (leavesOne && count === lines.length - 1) break;
  }
  return count;
}

/** How many of the lines below an untitled story are its headline; 0 when none speaks of it. */
export function headlineBelow(lines: readonly Block[], akin: readonly number[]): number {
  if (lines.length > 1 && (akin[0] as number) < 0.1) return 0;
  let count = 1;
  while (count < lines.length) {
    const line = lines[count] as Block;
    if (!isSecondLine(line) && line.gap > 0) break;
    count++;
  }
  return count;
}

/** Whether a line below a slogan belongs to it rather than to a list under it. */
export const isSlogan = (block: Block): boolean => !/\S\s+\S+\s+\S/u.test(block.text) && block.width <= 20;

/** Short lines inside a story as its headings. Of two in a row the upper one can only head the text above it. */
export function headingParts(stack: readonly Block[], belowText: boolean): Part[] {
  const groups = headingGroups(stack);
  return groups.map((group, i): Part => {
    const [top, ...others] = group as [Block, ...Block[]];
    const after = belowText && i === 0 && groups.length > 1;
    return { role: 'heading', block: joinBlocks(top, ...others), ...(after ? { after: true } : {}) };
  });
}

/** Lines of one heading: those without a gap and of one shape are one heading broken in two. */
function headingGroups(stack: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of stack) {
    const last = groups.at(-1);
    if (last && block.gap === 0 && block.level === 0 && !isEnumerated(block.text)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** Whether a line is a row of cells that blanks part. */
export const isRow = (text: string): boolean =>
  text.length <= 60 && /^\S+(?:[ \u3000\t]+\S+){2,}$/u.test(text) && !/[，。！？；]/.test(text);

/** Whether short lines are the rows of a table: most have three cells, and there are figures in them. */
export const isTable = (lines: readonly Block[]): boolean =>
  lines.length >= 2 &&
  lines.filter((block) => isRow(block.text)).length >= 0.7 * lines.length &&
  lines.filter((block) => /\d/.test(block.text)).length >= 0.4 * lines.length;

/** Where the rows of a table stand among short lines: from, and up to; an empty stretch where there is none. */
export function findRows(lines: readonly Block[]): readonly [number, number] {
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    while (to < lines.length && isRow((lines[to] as Block).text)) to++;
    if (to - from >= 3 && isTable(lines.slice(from, to))) return [from, to];
    from = to;
  }
  return [0, 0];
}
