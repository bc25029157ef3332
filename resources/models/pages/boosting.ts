import type { Trees } from '@shared/segment/stories/page-model.ts';
import type { Binned } from './bins.ts';
import { certainFrom, SHORTEST } from './sampling.ts';

export interface BoostingOptions {
  readonly rounds: number;
  readonly rate: number;
  readonly leaves: number;
  readonly fewest: number;
  readonly ridge: number;
  /** Share of the features, and of the rows, that a tree sees; of the rows those that are wrong most of all. */
  readonly columns: number;
  readonly rows: number;
  readonly bins: number;
}

/** A generator of numbers from 0 up to 1, the same for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
}

interface Leaf {
  readonly from: number;
  readonly to: number;
  readonly node: number;
  /** Sums of gradients by feature, bin and class, then of curvature, then how many rows. */
  readonly histogram: Float64Array;
  readonly gradients: Float64Array;
  readonly hessians: Float64Array;
  gain: number;
  feature: number;
  bin: number;
}

/**
 * Grows trees by gradient boosting over histograms, best leaf first; a leaf has a value for each class, so that one
 * tree speaks for all of them.
 */
export class Booster {
  readonly start: Float32Array;
  private readonly feature: number[] = [];
  private readonly threshold: number[] = [];
  private readonly next: number[] = [];
  private readonly leafOf: number[] = [];
  private readonly values: number[] = [];
  private readonly data: Binned;
  private readonly labels: Uint8Array;
  private readonly weights: Float32Array;
  private readonly classes: number;
  private readonly options: BoostingOptions;
  private readonly gradients: Float32Array;
  private readonly hessians: Float32Array;
  /** How far each row is from what it should be: the length of its gradient. */
  private readonly lengths: Float32Array;
  /** Gradients of the rows of the leaf that is measured, each row's curvature behind them. */
  private readonly gathered: Float64Array;

  constructor(
    data: Binned,
    labels: Uint8Array,
    weights: Float32Array,
    classes: number,
    options: BoostingOptions,
  ) {
    this.data = data;
    this.labels = labels;
    this.weights = weights;
    this.classes = classes;
    this.options = options;
    this.gradients = new Float32Array(data.rows * classes);
    this.hessians = new Float32Array(data.rows * classes);
    this.lengths = new Float32Array(data.rows);
    this.gathered = new Float64Array(data.rows * (classes + 1));
    const counts = new Float64Array(classes).fill(1);
    for (let i = 0; i < data.rows; i++) {
      const label = labels[i] as number;
      counts[label] = (counts[label] as number) + (weights[i] as number);
    }
    const total = counts.reduce((sum, count) => sum + count, 0);
    this.start = Float32Array.from(counts, (count) => Math.log(count / total));
  }

  train(seed: number): Trees {
    const { rows } = this.data;
    const { classes, options } = this;
    const random = createRandom(seed);
    const scores = new Float32Array(rows * classes);
    for (let i = 0; i < rows; i++) scores.set(this.start, i * classes);
    const chosen = new Uint32Array(rows);
    const roots: number[] = [];
    for (let round = 0; round < options.rounds; round++) {
      this.differentiate(scores);
      const many = this.choose(random, chosen);
      const features: number[] = [];
      for (let f = 0; f < this.data.bins.length; f++)
        if ((this.data.edges[f] as Float32Array).length > 0 && random() < options.columns) features.push(f);
      roots.push(this.feature.length);
      this.grow(chosen.slice(0, many), features);
      this.apply(roots.at(-1) as number, scores);
    }
    return {
      feature: Int16Array.from(this.feature),
      threshold: Float32Array.from(this.threshold),
      next: Uint32Array.from(this.next, (next, node) =>
        this.feature[node] === -1 ? (this.leafOf[node] as number) : next,
      ),
      values: Float32Array.from(this.values),
      roots: Uint32Array.from(roots),
    };
  }

  private differentiate(scores: Float32Array): void {
    const { classes, gradients, hessians } = this;
    for (let i = 0; i < this.data.rows; i++) {
      const at = i * classes;
      softmax(scores, gradients, at, classes);
      const weight = this.weights[i] as number;
      let square = 0;
      for (let c = 0; c < classes; c++) {
        const p = gradients[at + c] as number;
        gradients[at + c] = weight * (p - Number(this.labels[i] === c));
        hessians[at + c] = weight * Math.max(1e-6, p * (1 - p));
        square += (gradients[at + c] as number) ** 2;
      }
      this.lengths[i] = Math.max(SHORTEST, Math.sqrt(square));
    }
  }

  /**
   * Draws the rows of a tree, a row the likelier the further it is from what it should be (minimal variance sampling,
   * Ibragimov and Gusev 2019); a row that was less likely counts for as many more. Returns how many were drawn.
   */
  private choose(random: () => number, chosen: Uint32Array): number {
    const { classes, gradients, hessians, lengths } = this;
    const { rows } = this.data;
    const certain = certainFrom(lengths, this.options.rows);
    let many = 0;
    for (let i = 0; i < rows; i++) {
      const likely = Math.min(1, (lengths[i] as number) / certain);
      if (random() >= likely) continue;
      chosen[many++] = i;
      if (likely === 1) continue;
      for (let at = i * classes; at < (i + 1) * classes; at++) {
        gradients[at] = (gradients[at] as number) / likely;
        hessians[at] = (hessians[at] as number) / likely;
      }
    }
    return many;
  }

  private grow(order: Uint32Array, features: readonly number[]): void {
    const { options, classes } = this;
    const leaves: Leaf[] = [this.leaf(order, 0, order.length, this.add(), features, null)];
    while (leaves.length < options.leaves) {
      let best: Leaf | null = null;
      for (const leaf of leaves)
        if (leaf.gain > 1e-6 && (best === null || leaf.gain > best.gain)) best = leaf;
      if (!best) break;
      const bins = this.data.bins[best.feature] as Uint8Array;
      const middle = partition(order, best.from, best.to, bins, best.bin);
      const left = this.add();
      const right = this.add();
      this.feature[best.node] = best.feature;
      this.threshold[best.node] = (this.data.edges[best.feature] as Float32Array)[best.bin] as number;
      this.next[best.node] = left;
      const isLeftSmall = middle - best.from <= best.to - middle;
      const small = isLeftSmall
        ? this.leaf(order, best.from, middle, left, features, null)
        : this.leaf(order, middle, best.to, right, features, null);
      const rest = best.histogram;
      for (let i = 0; i < rest.length; i++) rest[i] = (rest[i] as number) - (small.histogram[i] as number);
      const other = isLeftSmall
        ? this.leaf(order, middle, best.to, right, features, rest)
        : this.leaf(order, best.from, middle, left, features, rest);
      leaves.splice(leaves.indexOf(best), 1, ...(isLeftSmall ? [small, other] : [other, small]));
    }
    for (const { node, gradients, hessians } of leaves) {
      this.leafOf[node] = this.values.length / classes;
      for (let c = 0; c < classes; c++)
        this.values.push(
          (-options.rate * (gradients[c] as number)) / ((hessians[c] as number) + options.ridge),
        );
    }
  }

  private add(): number {
    this.feature.push(-1);
    this.threshold.push(0);
    this.next.push(0);
    this.leafOf.push(0);
    return this.feature.length - 1;
  }

  private leaf(
    order: Uint32Array,
    from: number,
    to: number,
    node: number,
    features: readonly number[],
    known: Float64Array | null,
  ): Leaf {
    const { classes } = this;
    const cell = classes + 2;
    const size = this.options.bins * cell;
    const histogram = known ?? new Float64Array(features.length * size);
    const sums = new Float64Array(classes);
    const curves = new Float64Array(classes);
    // The gradients of the leaf's rows side by side: what is read once for each feature is read in order.
    const own = this.gathered;
    for (let i = from, read = 0; i < to; i++) {
      const row = (order[i] as number) * classes;
      let curvature = 0;
      for (let c = 0; c < classes; c++, read++) {
        const gradient = this.gradients[row + c] as number;
        const hessian = this.hessians[row + c] as number;
        own[read] = gradient;
        sums[c] = (sums[c] as number) + gradient;
        curves[c] = (curves[c] as number) + hessian;
        curvature += hessian;
      }
      own[read++] = curvature;
    }
    // Some rows at a time: what was gathered of them is still at hand for each feature.
    for (let first = from; first < to && !known; first += AT_HAND)
      for (let k = 0; k < features.length; k++) {
        const bins = this.data.bins[features[k] as number] as Uint8Array;
        const base = k * size;
        const last = Math.min(to, first + AT_HAND);
        for (let i = first, at = (first - from) * (classes + 1); i < last; i++) {
          const place = base + (bins[order[i] as number] as number) * cell;
          for (let c = 0; c <= classes; c++, at++)
            histogram[place + c] = (histogram[place + c] as number) + (own[at] as number);
          histogram[place + classes + 1] = (histogram[place + classes + 1] as number) + 1;
        }
      }
    const leaf: Leaf = {
      from,
      to,
      node,
      histogram,
      gradients: sums,
      hessians: curves,
      gain: 0,
      feature: -1,
      bin: 0,
    };
    this.split(leaf, features);
    return leaf;
  }

  /** Finds the best split of a leaf; a row is thought to share its curvature out among the classes as the leaf does. */
  private split(leaf: Leaf, features: readonly number[]): void {
    const { bins: size, fewest, ridge } = this.options;
    const { classes } = this;
    const many = leaf.to - leaf.from;
    if (many < 2 * fewest) return;
    const cell = classes + 2;
    const { histogram } = leaf;
    const curvature = leaf.hessians.reduce((sum, hessian) => sum + hessian, 0);
    const shares = leaf.hessians.map((hessian) => hessian / curvature);
    let whole = 0;
    for (let c = 0; c < classes; c++)
      whole += (leaf.gradients[c] as number) ** 2 / ((leaf.hessians[c] as number) + ridge);
    const left = new Float64Array(classes);
    for (let k = 0; k < features.length; k++) {
      const edges = (this.data.edges[features[k] as number] as Float32Array).length;
      const base = k * size * cell;
      left.fill(0);
      let n = 0;
      let bent = 0;
      for (let b = 0; b < edges; b++) {
        const at = base + b * cell;
        const here = Math.round(histogram[at + classes + 1] as number);
        if (here === 0) continue;
        n += here;
        bent += histogram[at + classes] as number;
        for (let c = 0; c < classes; c++) left[c] = (left[c] as number) + (histogram[at + c] as number);
        if (n < fewest) continue;
        if (many - n < fewest) break;
        let gain = -whole;
        for (let c = 0; c < classes; c++) {
          const own = left[c] as number;
          const rest = (leaf.gradients[c] as number) - own;
          const share = shares[c] as number;
          gain += (own * own) / (bent * share + ridge) + (rest * rest) / ((curvature - bent) * share + ridge);
        }
        if (gain > leaf.gain) {
          leaf.gain = gain;
          leaf.feature = features[k] as number;
          leaf.bin = b;
        }
      }
    }
  }

  private apply(root: number, scores: Float32Array): void {
    const { rows, bins, edges } = this.data;
    const { classes } = this;
    for (let i = 0; i < rows; i++) {
      let node = root;
      for (let f = this.feature[node] as number; f >= 0; f = this.feature[node] as number) {
        const bin = (bins[f] as Uint8Array)[i] as number;
        const own = edges[f] as Float32Array;
        const goesLeft = bin < own.length && (own[bin] as number) <= (this.threshold[node] as number);
        node = (this.next[node] as number) + (goesLeft ? 0 : 1);
      }
      const leaf = (this.leafOf[node] as number) * classes;
      for (let c = 0; c < classes; c++)
        scores[i * classes + c] = (scores[i * classes + c] as number) + (this.values[leaf + c] as number);
    }
  }
}

/** Rows that are counted for every feature before the next ones. */
const AT_HAND = 256;

function softmax(scores: Float32Array, out: Float32Array, at: number, classes: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < classes; c++) most = Math.max(most, scores[at + c] as number);
  let sum = 0;
  for (let c = 0; c < classes; c++) {
    const value = Math.exp((scores[at + c] as number) - most);
    out[at + c] = value;
    sum += value;
  }
  for (let c = 0; c < classes; c++) out[at + c] = (out[at + c] as number) / sum;
}

/** Puts rows at most at a bin before the others, each in the order they had; returns where the others begin. */
function partition(order: Uint32Array, from: number, to: number, bins: Uint8Array, bin: number): number {
  const others = new Uint32Array(to - from);
  let low = from;
  let many = 0;
  for (let i = from; i < to; i++) {
    const row = order[i] as number;
    if ((bins[row] as number) <= bin) order[low++] = row;
    else others[many++] = row;
  }
  order.set(others.subarray(0, many), low);
  return low;
}
