import { endsWithCredit, isBareCredit, isCredited, isDated } from '../blocks/captions.ts';
import { type DraftDoubt, hullOf } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { type Block, NO_SEAMS, sliceBlock } from './blocks.ts';
import { extent, type Setting } from './columns.ts';
import { type Line, widthOf } from './lines.ts';
import { type PairCounts, seamScore, withoutSeam } from './seams.ts';
import { endsSentence } from './sentences.ts';

/** Columns that a line must leave free to be called early, and that a dropped indent leaves at most. */
const EARLY = 1.5;
const INDENT = 3.2;
/** How far the measure may drift within a few lines that a line is compared with it. */
const STEADY = 1;
const NEAR = 3;

/** Columns of an indent that shows a paragraph's beginning. */
const INDENTED = 1.5;

const NO_LINE_START = /^[，。、；：！？）》”’…」』】,.;:!?%％]/;
const NO_LINE_END = /^[（《“‘「『【]/;
const TOKEN = /^[A-Za-z0-9.%+-]+/;

/** Columns that the first thing on a line takes that no line end may part; a mark at its end may hang over. */
function widthOfFirst(text: string): number {
  let at = 0;
  while (NO_LINE_END.test(text.slice(at))) at++;
  const token = TOKEN.exec(text.slice(at))?.[0];
  at += token ? token.length : 1;
  if (NO_LINE_START.test(text.slice(at))) at++;
  return widthOf(text.slice(0, at)) - (NO_LINE_START.test(text[at - 1] ?? '') ? 1 : 0);
}

/** Whether the measure of a line is that of a column which neither narrows nor widens down to it. */
function isSteady(settings: readonly Setting[], i: number): boolean {
  const { measure } = settings[i] as Setting;
  for (let j = Math.max(0, i - NEAR); j < i; j++) {
    const other = (settings[j] as Setting).measure;
    if (other > 0 && Math.abs(other - measure) > STEADY) return false;
  }
  return measure > 0;
}

/** Whether a line ends earlier than its measure although what stands on the next would have had room. */
function endsEarly(lines: readonly Line[], settings: readonly Setting[], i: number): boolean {
  const line = lines[i] as Line;
  const next = lines[i + 1];
  if (!next || endsSentence(line.text)) return false;
  const room = (settings[i] as Setting).measure - extent(line);
  if (room < EARLY) return false;
  const isToken = /[A-Za-z0-9]$/.test(line.text) && TOKEN.test(next.text);
  return !isToken && widthOfFirst(next.text) <= room;
}

/**
 * Whether the print speaks against the seam between line `i`, which breaks off, and the next: the line ends
 * early, or the next does as a paragraph's first line whose indent was dropped. `first`: line `i` opens its block.
 */
export function isLooseSeam(
  lines: readonly Line[],
  settings: readonly Setting[],
  i: number,
  first: boolean,
): boolean {
  if (!isSteady(settings, i) || endsSentence((lines[i] as Line).text)) return false;
  if (!first && endsEarly(lines, settings, i)) return true;
  if (isIndentedSeam(lines, settings, i)) return true;
  return looksFirst(lines, settings, i + 1);
}

/** Whether the line below one that breaks off has the indent of a paragraph's first line. */
export const isIndentedSeam = (lines: readonly Line[], settings: readonly Setting[], i: number): boolean =>
  (settings[i] as Setting).indented && ((lines[i + 1] as Line | undefined)?.indent ?? 0) >= INDENTED;

/** Whether a line ends early by an indent that was dropped, as the first line of a paragraph does. */
export function looksFirst(lines: readonly Line[], settings: readonly Setting[], i: number): boolean {
  const { measure, dropped } = settings[i] as Setting;
  return dropped && measure - extent(lines[i] as Line) <= INDENT && endsEarly(lines, settings, i);
}

/** Blocks below one that are looked at for the rest of a sentence. */
const BELOW = 3;
/** What the words must say for a place further down, and how much more than for the next line, that a block is cut. */
const ENOUGH = 2.5;
const LEAD = 2.5;
/** Lines above a picture's credit that may be its caption. */
const CREDITED_LINES = 3;

/** Where in a block its lines meet. */
function lineSeams(block: Block): number[] {
  const seams: number[] = [];
  let at = 0;
  for (const run of block.runs) {
    if (at > 0 && block.text[at] === ' ') at++;
    if (at > 0) seams.push(at);
    at += run.end - run.start;
  }
  return seams;
}

const endsSentenceAt = (block: Block, at: number): boolean =>
  endsSentence(block.text.slice(Math.max(0, at - 4), at));

/**
 * Parts blocks that a caption or another column was set into without a gap: where the print of a seam is loose,
 * or a picture's credit below shows that some words must be its caption, and the words go on in a block below, or below a later line that ends a sentence, but not in the next line.
 */
export function partSplicedBlocks(
  blocks: readonly Block[],
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): Block[] {
  const parted: Block[] = [];
  blocks.forEach((block, i) => {
    const credited = block.measure > 0 && isBareCredit(blocks[i + 1]?.text ?? '');
    const loose = credited
      ? [...block.looseSeams, ...lineSeams(block).slice(-CREDITED_LINES)].filter(
          (at) => !endsSentenceAt(block, at),
        )
      : block.looseSeams;
    const below =
      loose.length > 0 ? blocks.slice(i + 1, i + 1 + BELOW).filter(({ measure }) => measure > 0) : [];
    const splice = loose.length > 0 ? findSplice(block, loose, below, pairs, knowledge) : [];
    const cuts = splice.length > 0 ? splice : findCreditedWords(block, blocks[i + 1], pairs, knowledge);
    if (cuts.length === 0) {
      parted.push(block);
      return;
    }
    [...cuts, block.text.length].forEach((end, e) => {
      const piece = sliceBlock(block, cuts[e - 1] ?? 0, end);
      if (piece) parted.push(piece);
    });
  });
  return parted;
}

/** Columns of the longest caption that runs on from a paragraph. */
const LONGEST_TAIL = 48;
/** A credit that nothing but a caption's last line ends with. */
const LINE_CREDIT =
  /(?:[。！？][”’]?[ \u3000]*|[ \u3000（(])(?:\p{Script=Han}{2,4}[ \u3000／/]*(?:摄|攝)|资料(?:图片|照片))[）)]?$/u;
/** What it is worth for a caption's beginning that the line above ends early, that it is dated, that a sentence ends there. */
const EARLY_ABOVE = 2;
const DATED = 2;
const ENDED_ABOVE = 1.5;

/**
 * Where a caption with its credit stands inside a block, or runs on below an indented paragraph, and where it ends
 * if the block goes on: it begins where the words go on below it rather than in it; empty where none stands there.
 */
function findCreditedWords(
  block: Block,
  below: Block | undefined,
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): readonly number[] {
  const { text } = block;
  if (block.measure === 0 || block.lines < 2) return [];
  const seams = lineSeams(block);
  const inner = seams.find((at) => LINE_CREDIT.test(text.slice(Math.max(0, at - 16), at)));
  if (inner === undefined && ((block.indent ?? 0) < INDENTED || !endsWithCredit(text))) return [];
  const end = inner ?? text.length;
  const rest = inner === undefined ? (below?.text ?? '') : text.slice(end);
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const at of seams) {
    if (at >= end || at < end - LONGEST_TAIL) continue;
    const before = text.slice(0, at);
    const words = text.slice(at, end);
    let value = endsSentenceAt(block, at)
      ? ENDED_ABOVE
      : seamScore(before, rest, pairs, knowledge) - seamScore(before, words, withoutSeam(pairs), knowledge);
    if (block.looseSeams.includes(at)) value += EARLY_ABOVE;
    if (isDated(words)) value += DATED;
    if (value <= most) continue;
    most = value;
    best = at;
  }
  const isCertain = end > LONGEST_TAIL || /[。！？]./u.test(text.slice(0, best));
  const begins = best > 0 && most > (isCertain ? Number.NEGATIVE_INFINITY : 0) ? [best] : [];
  return end < text.length ? [...begins, end] : begins;
}

/** Where what was set into a block begins, and where it ends if the block goes on below it; empty when nothing was. */
function findSplice(
  block: Block,
  loose: readonly number[],
  below: readonly Block[],
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): readonly number[] {
  const others = withoutSeam(pairs);
  const ends = lineSeams(block).filter((at) => endsSentenceAt(block, at));
  let best: readonly number[] = [];
  let most = LEAD;
  for (const at of loose) {
    const before = block.text.slice(0, at);
    const inside = seamScore(before, block.text.slice(at), others, knowledge);
    const weigh = (rest: string, cuts: readonly number[]): void => {
      const over = seamScore(before, rest, pairs, knowledge);
      if (over < ENOUGH || over - inside < most) return;
      most = over - inside;
      best = cuts;
    };
    for (const end of ends) if (end > at) weigh(block.text.slice(end), [at, end]);
    for (const other of below) weigh(other.text, [at]);
  }
  return best;
}

/** Units on either side of an end that a doubt shows. */
const SHOWN = 20;

/** What the words must say for a loose seam that it is not doubted. */
const SAID = 1;
/** One plain sentence, as a caption is, at the head of what follows. */
const MAY_BE_CAPTION = /^(?=.{4,24}[。！？])[^，。；：！？“”]+(?:，[^，。；：！？“”]+)?[。！？]/u;

/** Doubts of what the print of blocks leaves open; of ends as they were before blocks were parted. */
export function doubtPrint(
  joined: readonly Block[],
  parted: readonly Block[],
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): DraftDoubt[] {
  const doubts: DraftDoubt[] = [];
  const doubt = (reason: DraftDoubt['reason'], block: Block, at = 0, reach = block.text.length): void => {
    const shown = sliceBlock(block, Math.max(0, at - reach), Math.min(block.text.length, at + reach));
    if (shown) doubts.push({ reason, article: null, span: hullOf(shown) });
  };
  for (const block of joined)
    if (block.unsureEnds.length > 0)
      for (const at of block.unsureEnds) doubt('paragraph-end-unknown', block, at, SHOWN);
  const others = withoutSeam(pairs);
  parted.forEach((block, i) => {
    if (block.measure === 0) return;
    const { text } = block;
    const above = parted[i - 1];
    const isCut = block.piece && above?.piece && !endsSentence(above.text);
    if (isCut && isCredited(text)) doubt('caption-or-paragraph', block);
    const below = parted[i + 1];
    if (!block.piece && block.lines > 1 && below && isBareCredit(below.text))
      doubt('caption-or-paragraph', below);
    // Where a column narrows around a picture its lines end early of themselves.
    for (const at of block.leading > 0 ? block.looseSeams : NO_SEAMS) {
      const rest = text.slice(at);
      if (MAY_BE_CAPTION.test(rest) && seamScore(text.slice(0, at), rest, others, knowledge) < SAID)
        doubt('unfinished-sentence', block, at, SHOWN);
    }
  });
  return doubts;
}
