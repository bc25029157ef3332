import type { SegmentKnowledge } from '../knowledge.ts';
import type { Line } from '../print/lines.ts';
import { type FeatureTable, OUTSIDE } from './feature-table.ts';
import { SHAPE } from './line-shape.ts';
import type { Form } from './page-form.ts';

/**
 * What whole sections say, from one line that may head to the next: how near the one below is to the one above, what
 * of its names it shares with it, and how far the words of the story's headline stand below.
 */
const SECTION_WORDS = ['sectionKinship', 'sectionShared', 'titleBelow'];

/** What the words of a line say, in the order of its columns. */
export const LINE_WORDS: readonly string[] = [
  'restatedBelow',
  'restatedFarBelow',
  'restatedAbove',
  'restatedFarAbove',
  'belowOverAbove',
  'belowOverAll',
  'kinship',
  'sharedNames',
  'namesBelow',
  'kinshipOdd',
  'sharedOdd',
  'restatedOdd',
  'belowOverAboveOdd',
  'belowOverAllOdd',
  ...SECTION_WORDS,
  ...['tight', 'loose', 'marked', 'run'].flatMap((shape) =>
    ['Kinship', 'Shared', 'Restated', 'SectionKinship', 'SectionShared', 'TitleBelow'].map(
      (name) => `${shape}${name}`,
    ),
  ),
];

/** Characters of text near a line, and further from it, in which its words are looked for. */
const NEAR = 110;
const FAR = 420;
/** Characters of a stretch of text in which a pair of characters is counted once. */
const STRETCH = 120;
const SLOTS = 1 << 14;
/** Columns of a longer line's beginning that stand for it. */
const HEAD = 40;

/** The pairs of characters of a page, one for each place in the ink of its lines put together. */
interface Pairs {
  /** Slot of the pair that begins at each place; −1 where none does. */
  readonly slots: Int32Array;
  /** How much a pair says of a topic, here and in the language: 0 to about 4. */
  readonly weights: Float32Array;
  /** Whether a pair is rare and yet met more than once on the page. */
  readonly names: Uint8Array;
  /** Where each line begins, and behind the last one the end. */
  readonly starts: Int32Array;
}

function readPairs(lines: readonly Line[], knowledge: SegmentKnowledge): Pairs {
  const starts = new Int32Array(lines.length + 1);
  for (let i = 0; i < lines.length; i++)
    starts[i + 1] = (starts[i] as number) + (lines[i] as Line).text.length + 1;
  const length = starts[lines.length] as number;
  const slots = new Int32Array(length).fill(-1);
  const weights = new Float32Array(length);
  const names = new Uint8Array(length);
  lines.forEach(({ text }, line) => {
    const start = starts[line] as number;
    for (let i = 0; i + 1 < text.length; i++) {
      const slot = pairSlot(text.charCodeAt(i), text.charCodeAt(i + 1));
      if (slot < 0) continue;
      slots[start + i] = slot;
      weights[start + i] = knowledge.terms.weighPair(text.charCodeAt(i), text.charCodeAt(i + 1));
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
  for (let i = 0; i < length; i++) {
    const slot = slots[i] as number;
    if (slot < 0) continue;
    const here = stretches[slot] as number;
    const rarity = Math.log(1 + count / (1 + here));
    names[i] = Number(here >= 2 && rarity > 1 && (weights[i] as number) > 0.2);
    weights[i] = rarity * (0.15 + (weights[i] as number));
  }
  return { slots, weights, names, starts };
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

/** A stretch of text as the pairs it holds. */
class Window {
  readonly counts = new Uint8Array(SLOTS);
  private readonly held: number[] = [];
  private readonly pairs: Pairs;

  constructor(pairs: Pairs) {
    this.pairs = pairs;
  }

  hold(from: number, to: number): void {
    for (const slot of this.held) this.counts[slot] = 0;
    this.held.length = 0;
    const { slots } = this.pairs;
    for (let i = Math.max(0, from); i < Math.min(slots.length, to); i++) {
      const slot = slots[i] as number;
      if (slot < 0) continue;
      if (this.counts[slot] === 0) this.held.push(slot);
      if ((this.counts[slot] as number) < 255) this.counts[slot] = (this.counts[slot] as number) + 1;
    }
  }
}

/**
 * Fills the columns of `LINE_WORDS` from `from` on: how far a line's words stand below and above it, and what the
 * text above and below it share. Lines that only go on with a full one above are passed over.
 */
export function measureWords(
  lines: readonly Line[],
  form: Form,
  knowledge: SegmentKnowledge,
  table: FeatureTable,
  from: number,
): void {
  const { heads, shapes } = form;
  const pairs = readPairs(lines, knowledge);
  const [below, farBelow, above, farAbove] = [0, 1, 2, 3].map(() => new Window(pairs)) as [
    Window,
    Window,
    Window,
    Window,
  ];
  const measured: number[] = [];
  const sums = new Float64Array(5);
  const squares = new Float64Array(5);
  for (let i = 0; i < lines.length; i++) {
    const isInside =
      i > 0 &&
      table.get(i - 1, SHAPE.end) < 2 &&
      table.get(i - 1, SHAPE.full) === 1 &&
      table.get(i, SHAPE.full) === 1 &&
      table.get(i, SHAPE.gapAbove) <= 1 &&
      i + 1 < lines.length &&
      table.get(i + 1, SHAPE.gapAbove) <= 1 &&
      !(table.get(i, SHAPE.mark) || table.get(i, SHAPE.indent) > 0.5);
    if (isInside) {
      for (let c = 0; c < LINE_WORDS.length; c++) table.set(i, from + c, OUTSIDE);
      continue;
    }
    const start = pairs.starts[i] as number;
    const end = pairs.starts[i + 1] as number;
    below.hold(end, end + NEAR);
    farBelow.hold(end + NEAR, end + FAR);
    above.hold(start - NEAR, start);
    farAbove.hold(start - FAR, start - NEAR);
    const values = weighLine(pairs, start, Math.min(end, start + HEAD), below, farBelow, above, farAbove);
    weighSides(pairs, start - FAR, start, end, end + FAR, values, below, farBelow, above, farAbove);
    for (let c = 0; c < 9; c++) table.set(i, from + c, values[c] as number);
    measured.push(i);
    if (heads[i]) addTo(sums, squares, values);
  }
  const all = new Set(measured);
  measureSections(pairs, form, all, table, from);
  measureShapes(shapes, all, table, from);
  let many = 0;
  for (const i of measured) if (heads[i]) many++;
  const odd = [6, 7, 0, 4, 5];
  odd.forEach((column, c) => {
    const mean = many > 0 ? (sums[c] as number) / many : 0;
    const spread = many > 0 ? Math.sqrt(Math.max(0, (squares[c] as number) / many - mean * mean)) : 0;
    for (const i of measured)
      table.set(i, from + 9 + c, (table.get(i, from + column) - mean) / (spread + 0.03));
  });
}

/** Where among the columns the words of sections begin, and behind them what the lines of each shape say together. */
const SECTIONS_FROM = 14;
const SHAPES_FROM = SECTIONS_FROM + SECTION_WORDS.length;
/** The columns of which each shape has a mean. */
const VOTED = [6, 7, 4, SECTIONS_FROM, SECTIONS_FROM + 1, SECTIONS_FROM + 2];

/** Characters of a section that are read. */
const SECTION = 1200;

/** Measures the sections that lines part which may head. `follows`: what stands below each line. */
function measureSections(
  pairs: Pairs,
  { heads, follows }: Form,
  measured: ReadonlySet<number>,
  table: FeatureTable,
  from: number,
): void {
  const places = [...heads.keys()].filter((i) => heads[i] === 1 && measured.has(i));
  const [above, below, none] = [new Window(pairs), new Window(pairs), new Window(pairs)];
  const end = pairs.starts[heads.length] as number;
  for (let i = 0; i < heads.length; i++)
    for (let c = 0; c < SECTION_WORDS.length; c++) table.set(i, from + SECTIONS_FROM + c, OUTSIDE);
  let title = places[0] ?? 0;
  const values = new Float64Array(9);
  places.forEach((i, p) => {
    const start = pairs.starts[i] as number;
    const stop = pairs.starts[i + 1] as number;
    const next = places.slice(p + 1).find((other) => other > i + 1);
    const before = places.slice(0, p).findLast((other) => other < i - 1);
    const up = Math.max(before === undefined ? 0 : (pairs.starts[before + 1] as number), start - SECTION);
    const down = Math.min(next === undefined ? end : (pairs.starts[next] as number), stop + SECTION);
    above.hold(up, start);
    below.hold(stop, down);
    weighSides(pairs, up, start, stop, down, values, below, none, above, none);
    table.set(i, from + SECTIONS_FROM, values[6] as number);
    table.set(i, from + SECTIONS_FROM + 1, values[7] as number);
    const words = weighLine(
      pairs,
      pairs.starts[title] as number,
      pairs.starts[title + 1] as number,
      below,
      none,
      none,
      none,
    );
    table.set(i, from + SECTIONS_FROM + 2, title === i ? OUTSIDE : (words[0] as number));
    if ((follows[i] as number) > 0) title = i;
  });
}

/** What the lines of one shape say together: how near the texts that they part are, and whether they are restated. */
function measureShapes(
  shapes: Form['shapes'],
  measured: ReadonlySet<number>,
  table: FeatureTable,
  from: number,
): void {
  shapes.forEach((groups, s) => {
    for (const group of groups) {
      const own = group.filter((i) => measured.has(i));
      VOTED.forEach((column, c) => {
        let sum = 0;
        for (const i of own) sum += table.get(i, from + column);
        const mean = own.length > 0 ? sum / own.length : OUTSIDE;
        for (const i of group) table.set(i, from + SHAPES_FROM + VOTED.length * s + c, mean);
      });
    }
  });
}

function addTo(sums: Float64Array, squares: Float64Array, values: Float64Array): void {
  [6, 7, 0, 4, 5].forEach((column, c) => {
    const value = values[column] as number;
    sums[c] = (sums[c] as number) + value;
    squares[c] = (squares[c] as number) + value * value;
  });
}

/** The shares of a line's words that stand near and further below and above it, and how these differ. */
function weighLine(
  { slots, weights }: Pairs,
  start: number,
  end: number,
  ...windows: readonly Window[]
): Float64Array {
  const values = new Float64Array(9);
  let total = 0;
  for (let i = start; i < end; i++) {
    const slot = slots[i] as number;
    if (slot < 0) continue;
    const weight = weights[i] as number;
    total += weight;
    for (let w = 0; w < 4; w++) if (windows[w]?.counts[slot]) values[w] = (values[w] as number) + weight;
  }
  if (total > 0) for (let w = 0; w < 4; w++) values[w] = (values[w] as number) / total;
  const [near, far, nearAbove, farAbove] = values as unknown as [number, number, number, number];
  values[4] = near - nearAbove;
  values[5] = Math.max(near, far) - Math.max(nearAbove, farAbove);
  return values;
}

/** How near the texts above and below a line are to each other, and what of the names below stands above. */
function weighSides(
  { slots, weights, names }: Pairs,
  top: number,
  start: number,
  end: number,
  bottom: number,
  values: Float64Array,
  below: Window,
  farBelow: Window,
  above: Window,
  farAbove: Window,
): void {
  let product = 0;
  let belowSquare = 0;
  let aboveSquare = 0;
  let named = 0;
  let shared = 0;
  const last = Math.min(slots.length, bottom);
  for (let i = end; i < last; i++) {
    const slot = slots[i] as number;
    if (slot < 0) continue;
    const square = (weights[i] as number) ** 2;
    const here = (below.counts[slot] as number) + (farBelow.counts[slot] as number);
    const there = (above.counts[slot] as number) + (farAbove.counts[slot] as number);
    belowSquare += here * square;
    product += there * square;
    if (!names[i]) continue;
    named++;
    if (there > 0) shared++;
  }
  for (let i = Math.max(0, top); i < start; i++) {
    const slot = slots[i] as number;
    if (slot < 0) continue;
    aboveSquare +=
      ((above.counts[slot] as number) + (farAbove.counts[slot] as number)) * (weights[i] as number) ** 2;
  }
  values[6] = product / (Math.sqrt(belowSquare * aboveSquare) || 1);
  values[7] = shared / (named || 1);
  values[8] = named / 50;
}
