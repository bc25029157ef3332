import type { SourceSpan } from '@shared/model/offset.ts';
import { isShort } from '../blocks/items.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { pairsIn } from '../stories/headlines.ts';
import { type Block, sliceBlock } from './blocks.ts';
import { type PairCounts, seamScore, withoutSeam } from './seams.ts';
import { endsSentence } from './sentences.ts';

/** A stretch that stands twice: for each unbroken run of the copy that goes, the hull of the same words that stay. */
export interface Repeat {
  readonly spans: readonly (readonly [SourceSpan, SourceSpan])[];
  /** Whether the copy was spliced into a sentence it does not belong to. */
  readonly spliced: boolean;
}

const GRAM = 16;
/** Shorter repeats are formulas rather than a column printed twice. */
const SHORTEST = 48;
const CONTEXT = 240;
/** What it counts for a copy that taking the other one out leaves no sentence open. */
const WHOLE_SENTENCE = 2;

/** Takes the second copies of what stands twice out of the blocks. */
export function takeOutRepeats(
  blocks: readonly Block[],
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): { readonly blocks: Block[]; readonly repeats: Repeat[] } {
  const starts: number[] = [];
  let length = 0;
  for (const block of blocks) {
    starts.push(length);
    length += block.text.length;
  }
  const ink = blocks.map((block) => block.text).join('');
  const found = findRepeats(ink).map((repeat) => withoutChance(repeat, ink, starts));
  if (found.length === 0) return { blocks: [...blocks], repeats: [] };

  const out: { start: number; end: number }[] = [];
  const repeats: Repeat[] = [];
  const claims = new Claims(length);
  for (const { first, second, size } of found) {
    const firstFit =
      seatScore(blocks, ink, starts, { at: first, size, other: second }, pairs, knowledge) +
      wholeWithout(ink, second);
    const secondFit =
      seatScore(blocks, ink, starts, { at: second, size, other: first }, pairs, knowledge) +
      wholeWithout(ink, first);
    const [kept, copy] = secondFit > firstFit + 0.5 ? [second, first] : [first, second];
    if (claims.clash(kept, size) || claims.clash(copy, size)) continue;
    claims.claim(copy, size);
    out.push({ start: copy, end: copy + size });
    repeats.push({
      spans: pairSpans(blocks, starts, kept, copy, size),
      spliced: !(isStart(starts, copy) && (isStart(starts, copy + size) || copy + size === length)),
    });
  }
  out.sort((a, b) => a.start - b.start);
  return { blocks: withoutStretches(blocks, starts, out), repeats };
}

/** Units at either end of a repeat that may be alike by chance: the mark or the word that both neighbours share. */
const CHANCE = 6;

/** A repeat without what its neighbours share by chance: where a block begins or ends near its end, it is cut there. */
function withoutChance(repeat: Found, ink: string, starts: readonly number[]): Found {
  const edge = (at: number): boolean =>
    isStart(starts, repeat.first + at) || isStart(starts, repeat.second + at);
  let from = 0;
  while (from <= CHANCE && !edge(from)) from++;
  if (from > CHANCE) from = 0;
  const first = repeat.first + from;
  const second = repeat.second + from;
  let size = repeat.size - from;
  // What chance added before the first copy was missing at its end.
  while (
    first + size < second &&
    second + size < ink.length &&
    ink.charCodeAt(first + size) === ink.charCodeAt(second + size)
  )
    size++;
  let to = size;
  while (to >= size - CHANCE && !edge(from + to)) to--;
  return { first, second, size: to < size - CHANCE ? size : to };
}

/** Which stretches go already. */
class Claims {
  private readonly units: Uint8Array;

  constructor(length: number) {
    this.units = new Uint8Array(length);
  }

  /** Every stretch is longer than a step, so steps miss none. */
  clash(at: number, size: number): boolean {
    for (let i = at; i < at + size; i += SHORTEST - 2 * CHANCE - 2) if (this.units[i]) return true;
    return this.units[at + size - 1] === 1;
  }

  claim(at: number, size: number): void {
    this.units.fill(1, at, at + size);
  }
}

function withoutStretches(
  blocks: readonly Block[],
  starts: readonly number[],
  out: readonly { start: number; end: number }[],
): Block[] {
  const kept: Block[] = [];
  let next = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    const base = starts[i] as number;
    const end = base + block.text.length;
    while (next < out.length && (out[next]?.end ?? 0) <= base) next++;
    let from = base;
    let whole = true;
    for (let k = next; k < out.length && (out[k]?.start ?? 0) < end; k++) {
      const { start, end: stop } = out[k] as { start: number; end: number };
      whole = false;
      const piece = start > from ? sliceBlock(block, from - base, start - base) : null;
      if (piece) kept.push(piece);
      from = Math.min(end, stop);
    }
    if (whole) kept.push(block);
    else if (from < end) {
      const piece = sliceBlock(block, from - base, end - base);
      if (piece) kept.push(piece);
    }
  }
  return kept;
}

function blockAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const isStart = (starts: readonly number[], offset: number): boolean =>
  starts[blockAt(starts, offset)] === offset;

function spansOf(
  blocks: readonly Block[],
  starts: readonly number[],
  start: number,
  end: number,
): SourceSpan[] {
  const spans: SourceSpan[] = [];
  for (let i = blockAt(starts, start); i < blocks.length && (starts[i] as number) < end; i++) {
    const block = blocks[i] as Block;
    const base = starts[i] as number;
    const piece = sliceBlock(block, Math.max(0, start - base), Math.min(block.text.length, end - base));
    if (piece) spans.push(...piece.runs);
  }
  return spans;
}

function pairSpans(
  blocks: readonly Block[],
  starts: readonly number[],
  kept: number,
  copy: number,
  size: number,
): (readonly [SourceSpan, SourceSpan])[] {
  const pairs: (readonly [SourceSpan, SourceSpan])[] = [];
  let at = 0;
  for (const run of spansOf(blocks, starts, copy, copy + size)) {
    const length = run.end - run.start;
    const same = spansOf(blocks, starts, kept + at, Math.min(kept + size, kept + at + length));
    const first = same[0];
    const last = same.at(-1);
    if (first && last) pairs.push([{ start: first.start, end: last.end }, run]);
    at += length;
  }
  return pairs;
}

interface Found {
  readonly first: number;
  readonly second: number;
  readonly size: number;
}

/** One of two equal stretches; the other is no context of its own. */
interface Copy {
  readonly at: number;
  readonly size: number;
  readonly other: number;
}

/** How well a copy sits where it stands: clean or smooth seams, and words shared with what is around it. */
function seatScore(
  blocks: readonly Block[],
  ink: string,
  starts: readonly number[],
  { at, size, other }: Copy,
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): number {
  const from = contextStart(blocks, starts, at);
  const to = contextEnd(blocks, starts, at + size);
  const before = ink.slice(other < at ? Math.max(from, other + size) : from, at);
  const after = ink.slice(at + size, other > at ? Math.min(to, other) : to);
  const own = ink.slice(at, at + size);
  let score = 0;
  if (isStart(starts, at) && (before === '' || endsSentence(before))) score += 2;
  else score += seamScore(before, own, isStart(starts, at) ? pairs : withoutSeam(pairs), knowledge);
  if (endsSentence(own) && isStart(starts, at + size)) score += 2;
  else score += seamScore(own, after, isStart(starts, at + size) ? pairs : withoutSeam(pairs), knowledge);
  const grams = pairsIn(own.slice(0, 4000));
  const around = pairsIn(`${before}\n${after}`);
  let shared = 0;
  for (const pair of around) if (grams.has(pair)) shared++;
  return score + (20 * shared) / Math.max(60, around.size);
}

/** Whether no sentence is left open where a copy is taken out. */
const wholeWithout = (ink: string, copy: number): number =>
  endsSentence(ink.slice(Math.max(0, copy - 2), copy)) ? WHOLE_SENTENCE : 0;

/** The context of a copy ends at headlines and headings. */
function contextStart(blocks: readonly Block[], starts: readonly number[], at: number): number {
  let i = blockAt(starts, at);
  if (starts[i] === at) i--;
  while (i > 0 && at - (starts[i] as number) < CONTEXT && !isShort(blocks[i] as Block)) i--;
  if (i < 0) return at;
  const from =
    isShort(blocks[i] as Block) && (starts[i + 1] ?? at) <= at
      ? (starts[i + 1] ?? at)
      : (starts[i] as number);
  return Math.max(from, at - CONTEXT);
}

function contextEnd(blocks: readonly Block[], starts: readonly number[], at: number): number {
  let i = blockAt(starts, at);
  if (i < 0) return at;
  if (starts[i] !== at) i++;
  while (i < blocks.length && (starts[i] as number) - at < CONTEXT && !isShort(blocks[i] as Block)) i++;
  return Math.min(at + CONTEXT, starts[i] ?? Number.POSITIVE_INFINITY);
}

/**
 * Finds stretches of at least `SHORTEST` units that stand twice without overlapping, in linear time: every
 * 16th unit begins an indexed gram, a rolling hash looks for it at every unit.
 */
function findRepeats(ink: string): Found[] {
  const found: Found[] = [];
  if (ink.length < 2 * SHORTEST) return found;
  let slots = 64;
  while (slots < ink.length / 4) slots *= 2;
  const table = new Int32Array(slots).fill(-1);
  const base = 31_337;
  let power = 1;
  for (let i = 1; i < GRAM; i++) power = Math.imul(power, base);
  let hash = 0;
  for (let i = 0; i < GRAM; i++) hash = (Math.imul(hash, base) + ink.charCodeAt(i)) | 0;
  const slotOf = (): number => (Math.imul(hash, 0x9e3779b1) >>> 7) & (slots - 1);
  let free = 0;
  for (let at = 0; at + GRAM <= ink.length; at++) {
    if (at >= free) {
      const first = table[slotOf()] as number;
      if (first >= 0 && first + GRAM <= at && ink.startsWith(ink.slice(at, at + GRAM), first)) {
        const repeat = extend(ink, first, at, free);
        if (repeat.size >= SHORTEST && isVaried(ink, repeat.second, repeat.size)) {
          found.push(repeat);
          free = repeat.second + repeat.size;
        } else free = Math.max(free, repeat.second + repeat.size - GRAM);
      }
    }
    if (at % GRAM === 0) {
      const slot = slotOf();
      if ((table[slot] as number) < 0) table[slot] = at;
    }
    hash =
      (Math.imul((hash - Math.imul(ink.charCodeAt(at), power)) | 0, base) + ink.charCodeAt(at + GRAM)) | 0;
  }
  return found;
}

/** The longest equal stretches around two equal grams that neither overlap nor reach before `free`. */
function extend(ink: string, first: number, second: number, free: number): Found {
  let left = 0;
  while (
    first - left > 0 &&
    second - left > Math.max(free, first) &&
    ink.charCodeAt(first - left - 1) === ink.charCodeAt(second - left - 1)
  )
    left++;
  let right = GRAM;
  while (
    second + right < ink.length &&
    first + right < second - left &&
    ink.charCodeAt(first + right) === ink.charCodeAt(second + right)
  )
    right++;
  return { first: first - left, second: second - left, size: left + right };
}

const isVaried = (ink: string, at: number, size: number): boolean =>
  new Set(ink.slice(at, at + Math.min(size, 200))).size >= 16;
