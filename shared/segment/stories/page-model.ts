import { LINE_ROLES, STATE_COUNT } from '../roles.ts';
import { type Feature, type FeatureTable, MARGIN } from './feature-table.ts';
import type { Transitions } from './role-decoder.ts';

/**
 * Boosted trees, flattened: an inner node asks whether a feature is at most a threshold, and `next` is the node that
 * a yes leads to, with the one for a no behind it. A leaf has feature −1, and `next` is its row of `values`: what it
 * adds to the score of each role.
 */
export interface Trees {
  readonly feature: Int16Array;
  readonly threshold: Float32Array;
  readonly next: Uint32Array;
  readonly values: Float32Array;
  /** The first node of each tree. */
  readonly roots: Uint32Array;
}

export interface PageModel {
  readonly version: number;
  /** Of how many features the trees ask. */
  readonly features: number;
  readonly trees: Trees;
  /** The score of each role before any tree has spoken. */
  readonly start: Float32Array;
  readonly transitions: Transitions;
  /** How probabilities that the page is cut otherwise at a line are set right, and from where on that is a doubt. */
  readonly doubts: Calibration;
}

/** What a said probability is worth: the logistic of `slope` times its logit plus `shift`; from `floor` on it is a doubt. */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
  readonly floor: number;
}

/** The probability that is true as often as it says, 0 to 1. */
export function calibrate(probability: number, { slope, shift }: Calibration): number {
  const odds = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return 1 / (1 + Math.exp(-(slope * Math.log(odds / (1 - odds)) + shift)));
}

/**
 * Logarithms of the probability of each role for each line, a row a line.
 * @throws Error when the weights are for other features.
 */
export function scoreLines(
  table: FeatureTable,
  { trees, start, features: count }: Pick<PageModel, 'trees' | 'start' | 'features'>,
  features: readonly Feature[],
): Float32Array {
  if (count !== features.length) throw new Error('the page model is for other features');
  const scores = new Float32Array(table.rows * ROLES);
  for (let i = 0; i < table.rows; i++) scores.set(start, i * ROLES);
  const asked = placesOf(trees.feature, table.columns, features);
  const open = Int32Array.from({ length: table.rows }, (_, i) => i);
  let many = open.length;
  for (let from = 0; from < trees.roots.length; from += LOT) {
    addTrees(table, trees, asked, from, open.subarray(0, many), scores);
    if (from < LOT) continue;
    let left = 0;
    for (let k = 0; k < many; k++) {
      const line = open[k] as number;
      if (leadOf(scores, line * ROLES) < SETTLED) open[left++] = line;
    }
    many = left;
  }
  for (let i = 0; i < table.rows; i++) normalise(scores, i * ROLES);
  return scores;
}

const ROLES = LINE_ROLES.length;

/** Trees after which it is asked which lines are settled, and the lead over any other role, in nats, that settles one. */
const LOT = 32;
const SETTLED = 7;

/** Adds what a lot of trees says of some lines to their scores. */
function addTrees(
  { values, columns }: FeatureTable,
  { threshold, next, values: leaves, roots }: Trees,
  asked: Int32Array,
  from: number,
  lines: Int32Array,
  scores: Float32Array,
): void {
  const to = Math.min(roots.length, from + LOT);
  for (let tree = from; tree < to; tree++) {
    const root = roots[tree] as number;
    for (let k = 0; k < lines.length; k++) {
      const line = lines[k] as number;
      const base = (line + MARGIN) * columns;
      let node = root;
      for (let place = asked[node] as number; place !== LEAF; place = asked[node] as number)
        node =
          (values[base + place] as number) <= (threshold[node] as number)
            ? (next[node] as number)
            : (next[node] as number) + 1;
      const leaf = (next[node] as number) * ROLES;
      const own = line * ROLES;
      for (let r = 0; r < ROLES; r++)
        scores[own + r] = (scores[own + r] as number) + (leaves[leaf + r] as number);
    }
  }
}

/** By how much the likeliest role of a line leads the next one. */
function leadOf(scores: Float32Array, at: number): number {
  let first = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < ROLES; r++) {
    const score = scores[at + r] as number;
    if (score > first) {
      second = first;
      first = score;
    } else if (score > second) second = score;
  }
  return first - second;
}

/** Makes the scores of one line logarithms of probabilities. */
function normalise(scores: Float32Array, at: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < ROLES; r++) most = Math.max(most, scores[at + r] as number);
  let total = 0;
  for (let r = 0; r < ROLES; r++) total += Math.exp((scores[at + r] as number) - most);
  const norm = most + Math.log(total);
  for (let r = 0; r < ROLES; r++) scores[at + r] = Math.max(LEAST, (scores[at + r] as number) - norm);
}

/** The logarithm below which no role's probability is taken to be. */
const LEAST = Math.log(1e-6);

const LEAF = 0x7fffffff;
const places = new WeakMap<Int16Array, Int32Array>();

/** For each node where in a table the feature that it asks for lies, from its line's row on. */
function placesOf(feature: Int16Array, columns: number, features: readonly Feature[]): Int32Array {
  const known = places.get(feature);
  if (known) return known;
  const found = Int32Array.from(feature, (asked) => {
    const own = features[asked];
    return own ? own.lag * columns + own.column : LEAF;
  });
  places.set(feature, found);
  return found;
}

/** The head of a file of weights: `PGS2`. */
const MAGIC = 0x32534750;

/** @throws Error when the bytes are no weights of this form. */
export function readPageModel(bytes: Uint8Array): PageModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [magic, version, features, nodes, trees] = [0, 1, 2, 3, 4].map((i) => view.getUint32(4 * i, true));
  if (magic !== MAGIC) throw new Error('the page model is of another form');
  let at = 20;
  const floats = (count: number): Float32Array => {
    const values = Float32Array.from({ length: count }, (_, i) => view.getFloat32(at + 4 * i, true));
    at += 4 * count;
    return values;
  };
  const start = floats(LINE_ROLES.length);
  const between = floats(STATE_COUNT * STATE_COUNT);
  const first = floats(STATE_COUNT);
  const prior = floats(LINE_ROLES.length);
  const [neighbours, flatten] = floats(2) as unknown as [number, number];
  const [slope, shift, floor] = floats(3) as unknown as [number, number, number];
  const count = nodes as number;
  const feature = new Int16Array(count);
  const threshold = new Float32Array(count);
  const next = new Uint32Array(count);
  const roots = Uint32Array.from({ length: trees as number }, (_, i) => view.getUint32(at + 4 * i, true));
  at += 4 * roots.length;
  // A node is its feature and its next, then where it is no leaf its threshold.
  for (let i = 0; i < count; i++) {
    feature[i] = view.getInt16(at, true);
    next[i] = (feature[i] as number) < 0 ? view.getUint16(at + 2, true) : i + view.getUint16(at + 2, true);
    at += 4;
    if ((feature[i] as number) < 0) continue;
    threshold[i] = view.getFloat32(at, true);
    at += 4;
  }
  const values = floats((bytes.length - at) / 4);
  return {
    version: version as number,
    features: features as number,
    start,
    transitions: { between, first, prior, neighbours, flatten },
    doubts: { slope, shift, floor },
    trees: { feature, threshold, next, values, roots },
  };
}

/** The bytes that `readPageModel` reads. */
export function writePageModel({
  version,
  features,
  start,
  transitions,
  doubts,
  trees,
}: PageModel): Uint8Array {
  const { feature, threshold, next, values, roots } = trees;
  const { between, first, prior, neighbours, flatten } = transitions;
  const heads = [MAGIC, version, features, feature.length, roots.length];
  const { slope, shift, floor } = doubts;
  const numbers = [...start, ...between, ...first, ...prior, neighbours, flatten, slope, shift, floor];
  const inner = feature.filter((asked) => asked >= 0).length;
  const size = 4 * (heads.length + numbers.length + roots.length + feature.length + inner + values.length);
  const view = new DataView(new ArrayBuffer(size));
  let at = 0;
  const put = (write: (at: number) => void, bytes: number): void => {
    write(at);
    at += bytes;
  };
  for (const head of heads) put((to) => view.setUint32(to, head, true), 4);
  for (const number of numbers) put((to) => view.setFloat32(to, number, true), 4);
  for (const root of roots) put((to) => view.setUint32(to, root, true), 4);
  feature.forEach((asked, i) => {
    put((to) => view.setInt16(to, asked, true), 2);
    put((to) => view.setUint16(to, (next[i] as number) - (asked < 0 ? 0 : i), true), 2);
    if (asked >= 0) put((to) => view.setFloat32(to, threshold[i] as number, true), 4);
  });
  for (const value of values) put((to) => view.setFloat32(to, value, true), 4);
  return new Uint8Array(view.buffer);
}
