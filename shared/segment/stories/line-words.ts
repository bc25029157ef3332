import type { SegmentKnowledge } from '../knowledge.ts';
import type { Line } from '../print/lines.ts';
import { type FeatureTable, OUTSIDE } from './feature-table.ts';
import { SHAPE } from './line-shape.ts';
import type { Form } from './page-form.ts';
import { type Pairs, readPairs, Sides, type Window } from './page-pairs.ts';

/**
 * What whole sections say, from one line that may head to the next: how near the one below is to the one above, what
 * of its names it shares with it, how far the words of the story's headline stand below, how far those of the lines
 * above that may head do, and how far the line's own words stand in the sections after its own.
 */
const SECTION_WORDS = ['sectionKinship', 'sectionShared', 'titleBelow', 'earlierBelow', 'ownFurther'];

const capitalised = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;

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
    ['Kinship', 'Shared', 'Restated', ...SECTION_WORDS.map(capitalised)].map((name) => `${shape}${name}`),
  ),
];

/** Characters of text near a line, and further from it, in which its words are looked for. */
const NEAR = 110;
const FAR = 420;
/** Columns of a longer line's beginning that stand for it. */
const HEAD = 40;

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
  const near = new Sides(pairs);
  const wide = new Sides(pairs);
  const measured: number[] = [];
  const sums = new Float64Array(5);
  const squares = new Float64Array(5);
  const values = new Float64Array(9);
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
    near.hold(start - NEAR, start, end, end + NEAR);
    wide.hold(start - FAR, start, end, end + FAR);
    weighLine(pairs, start, Math.min(end, start + HEAD), near, wide, values);
    values[6] = wide.kinship;
    values[7] = wide.sharedNames;
    values[8] = wide.namesBelow / 50;
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
const VOTED = [6, 7, 4, ...SECTION_WORDS.map((_, i) => SECTIONS_FROM + i)];

/** Characters of a section that are read, and lines above that are asked for their words. */
const SECTION = 1200;
const EARLIER = 3;

/** Measures the sections that lines part which may head. `follows`: what stands below each line. */
function measureSections(
  pairs: Pairs,
  { heads, follows }: Form,
  measured: ReadonlySet<number>,
  table: FeatureTable,
  from: number,
): void {
  const places = [...heads.keys()].filter((i) => heads[i] === 1 && measured.has(i));
  const sides = new Sides(pairs);
  const end = pairs.starts[heads.length] as number;
  for (let i = 0; i < heads.length; i++)
    for (let c = 0; c < SECTION_WORDS.length; c++) table.set(i, from + SECTIONS_FROM + c, OUTSIDE);
  let title = places[0] ?? 0;
  places.forEach((i, p) => {
    const start = pairs.starts[i] as number;
    const stop = pairs.starts[i + 1] as number;
    let next = p + 1;
    while (next < places.length && (places[next] as number) <= i + 1) next++;
    let before = p - 1;
    while (before >= 0 && (places[before] as number) >= i - 1) before--;
    const ceiling = before < 0 ? 0 : (pairs.starts[(places[before] as number) + 1] as number);
    const floor = next < places.length ? (pairs.starts[places[next] as number] as number) : end;
    sides.hold(Math.max(ceiling, start - SECTION), start, stop, Math.min(floor, stop + SECTION));
    table.set(i, from + SECTIONS_FROM, sides.kinship);
    table.set(i, from + SECTIONS_FROM + 1, sides.sharedNames);
    const titleFrom = pairs.starts[title] as number;
    const titleTo = pairs.starts[title + 1] as number;
    table.set(
      i,
      from + SECTIONS_FROM + 2,
      title === i ? OUTSIDE : shareOf(pairs, titleFrom, titleTo, sides.below),
    );
    let most = 0;
    for (let back = 1; back <= EARLIER && p - back >= 0; back++) {
      const other = places[p - back] as number;
      const told = shareOf(
        pairs,
        pairs.starts[other] as number,
        pairs.starts[other + 1] as number,
        sides.below,
      );
      most = Math.max(most, told);
      const further = from + SECTIONS_FROM + 4;
      table.set(other, further, Math.max(table.get(other, further), told));
    }
    table.set(i, from + SECTIONS_FROM + 3, most);
    table.set(i, from + SECTIONS_FROM + 4, 0);
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

/** Of what the pairs from a place up to another say, the share that stands in a stretch, 0 to 1. */
function shareOf({ slots, weights }: Pairs, start: number, end: number, { counts }: Window): number {
  let total = 0;
  let found = 0;
  for (let i = start; i < end; i++) {
    const slot = slots[i] as number;
    if (slot < 0) continue;
    total += weights[i] as number;
    if (counts[slot]) found += weights[i] as number;
  }
  return total > 0 ? found / total : 0;
}

/** The shares of a line's words that stand near and further below and above it, and how these differ. */
function weighLine(
  { slots, weights }: Pairs,
  start: number,
  end: number,
  near: Sides,
  wide: Sides,
  values: Float64Array,
): void {
  let [total, below, farBelow, above, farAbove] = [0, 0, 0, 0, 0];
  for (let i = start; i < end; i++) {
    const slot = slots[i] as number;
    if (slot < 0) continue;
    const weight = weights[i] as number;
    total += weight;
    const nearBelow = near.below.counts[slot] as number;
    const nearAbove = near.above.counts[slot] as number;
    if (nearBelow > 0) below += weight;
    if ((wide.below.counts[slot] as number) > nearBelow) farBelow += weight;
    if (nearAbove > 0) above += weight;
    if ((wide.above.counts[slot] as number) > nearAbove) farAbove += weight;
  }
  const some = total || 1;
  values[0] = below / some;
  values[1] = farBelow / some;
  values[2] = above / some;
  values[3] = farAbove / some;
  values[4] = (below - above) / some;
  values[5] = (Math.max(below, farBelow) - Math.max(above, farAbove)) / some;
}
