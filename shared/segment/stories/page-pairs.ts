import type { SegmentKnowledge } from '../knowledge.ts';
import type { Line } from '../print/lines.ts';

/** Characters of a stretch of text in which a pair of characters is counted once. */
const STRETCH = 120;
const SLOTS = 1 << 14;

/** The pairs of characters of a page, one for each place in the ink of its lines put together. */
export interface Pairs {
  /** Slot of the pair that begins at each place; −1 where none does. */
  readonly slots: Int32Array;
  /** How much a pair says of a topic, here and in the language: 0 to about 4. */
  readonly weights: Float32Array;
  /** Whether a pair is rare and yet met more than once on the page. */
  readonly names: Uint8Array;
  /** The square of what the pair of each slot says. */
  readonly squares: Float64Array;
  /** Where each line begins, and behind the last one the end. */
  readonly starts: Int32Array;
}

export function readPairs(lines: readonly Line[], knowledge: SegmentKnowledge): Pairs {
  const starts = new Int32Array(lines.length + 1);
  for (let i = 0; i < lines.length; i++)
    starts[i + 1] = (starts[i] as number) + (lines[i] as Line).text.length + 1;
  const length = starts[lines.length] as number;
  const slots = new Int32Array(length).fill(-1);
  const weights = new Float32Array(length);
  const names = new Uint8Array(length);
  lines.forEach(({ text }, line) => {
    const start = starts[line] as number;
    let first = text.charCodeAt(0);
    for (let i = 1; i < text.length; i++) {
      const second = text.charCodeAt(i);
      const slot = pairSlot(first, second);
      if (slot >= 0) {
        slots[start + i - 1] = slot;
        weights[start + i - 1] = knowledge.terms.weighPair(first, second);
      }
      first = second;
    }
  });
  const stretches = new Uint16Array(SLOTS);
  const met = new Int32Array(SLOTS).fill(-1);
  for (let i = 0; i < length; i++) {
    const slot = slots[i] as number;
    const stretch = (i / STRETCH) | 0;
    if (slot < 0 || met[slot] === stretch) continue;
    met[slot] = stretch;
    stretches[slot] = (stretches[slot] as number) + 1;
  }
  const count = Math.max(2, (length / STRETCH) | 0);
  const squares = new Float64Array(SLOTS);
  for (let i = 0; i < length; i++) {
    const slot = slots[i] as number;
    if (slot < 0) continue;
    const here = stretches[slot] as number;
    const rarity = Math.log(1 + count / (1 + here));
    names[i] = Number(here >= 2 && rarity > 1 && (weights[i] as number) > 0.2);
    weights[i] = rarity * (0.15 + (weights[i] as number));
    squares[slot] = (weights[i] as number) ** 2;
  }
  return { slots, weights, names, squares, starts };
}

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;
const isWord = (unit: number): boolean =>
  isHan(unit) ||
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a);

function pairSlot(first: number, second: number): number {
  if (!isWord(first) || !isWord(second)) return -1;
  return (Math.imul(first * 0x10001 + second, 0x9e3779b1) >>> 11) & (SLOTS - 1);
}

/** A stretch of text, from and up to a place among the pairs, and how often each pair stands in it. */
export class Window {
  readonly counts = new Uint16Array(SLOTS);
  from = 0;
  to = 0;
}

/**
 * The text above and below a line, as stretches that are moved along the page: what comes in and what falls out is
 * counted, never the whole stretch again.
 */
export class Sides {
  readonly above = new Window();
  readonly below = new Window();
  private readonly namedBelow = new Uint16Array(SLOTS);
  private product = 0;
  private aboveSquare = 0;
  private belowSquare = 0;
  private named = 0;
  private shared = 0;
  private readonly pairs: Pairs;

  constructor(pairs: Pairs) {
    this.pairs = pairs;
  }

  /** Holds what stands from `top` up to `start`, and from `end` up to `bottom`. */
  hold(top: number, start: number, end: number, bottom: number): void {
    const length = this.pairs.slots.length;
    this.move(this.above, Math.max(0, top), start);
    this.move(this.below, Math.min(length, end), Math.min(length, bottom));
  }

  /** How near the text above and below is to each other, 0 to 1. */
  get kinship(): number {
    return this.product / (Math.sqrt(this.belowSquare * this.aboveSquare) || 1);
  }

  /** Of the names below, the share that stands above too. */
  get sharedNames(): number {
    return this.shared / (this.named || 1);
  }

  get namesBelow(): number {
    return this.named;
  }

  private move(window: Window, from: number, to: number): void {
    const { from: oldFrom, to: oldTo } = window;
    window.from = from;
    window.to = to;
    if (from >= oldTo || to <= oldFrom) {
      this.count(window, oldFrom, oldTo, -1);
      this.count(window, from, to, 1);
      return;
    }
    this.count(window, oldFrom, from, -1);
    this.count(window, to, oldTo, -1);
    this.count(window, from, oldFrom, 1);
    this.count(window, oldTo, to, 1);
  }

  /** Counts the pairs of a stretch into a window, or out of it. */
  private count(window: Window, from: number, to: number, by: 1 | -1): void {
    const { slots, squares, names } = this.pairs;
    const isBelow = window === this.below;
    const others = (isBelow ? this.above : this.below).counts;
    for (let i = from; i < to; i++) {
      const slot = slots[i] as number;
      if (slot < 0) continue;
      const square = squares[slot] as number;
      const before = window.counts[slot] as number;
      const there = others[slot] as number;
      // How many of its kind stand in the window without it.
      const beside = by > 0 ? before : before - 1;
      window.counts[slot] = before + by;
      this.product += by * there * square;
      if (!isBelow) {
        this.aboveSquare += by * (2 * beside + 1) * square;
        if (beside === 0) this.shared += by * (this.namedBelow[slot] as number);
        continue;
      }
      this.belowSquare += by * (2 * beside + 1) * square;
      if (!names[i]) continue;
      this.named += by;
      this.namedBelow[slot] = (this.namedBelow[slot] as number) + by;
      if (there > 0) this.shared += by;
    }
  }
}
