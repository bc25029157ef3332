import { FEATURE_COUNT, type FeatureContext, writeFeatures } from './features.ts';

/** Labels of the sequence model: outside, then first, inner, last and single for each type. */
export const TAGGED_TYPES = ['person', 'place', 'org'] as const;
export type TaggedType = (typeof TAGGED_TYPES)[number];
export const LABEL_COUNT = 1 + 4 * TAGGED_TYPES.length;

export const OUTSIDE = 0;
export const firstOf = (type: number): number => 1 + 4 * type;
export const innerOf = (type: number): number => 2 + 4 * type;
export const lastOf = (type: number): number => 3 + 4 * type;
export const singleOf = (type: number): number => 4 + 4 * type;

/** Bytes of one row of the model: a fingerprint of two, one weight a label, padding. */
export const ROW_BYTES = 16;

/** Numbers of one row in memory: four labels to a number. */
const ROW_WORDS = 4;
/** In memory the weights are so much more than they are, and add up without signs. */
const WEIGHT_BIAS = 128;

/**
 * A linear model over hashed features, an open-addressed table. In the file each row has 16 bits of fingerprint
 * (0: empty), then `LABEL_COUNT` signed weights of eight bits. In memory the fingerprints stand apart, so that a
 * feature in no row costs one look; `weights` has four labels to a number, the first in its lowest byte.
 * `transitions[from * LABEL_COUNT + to]` is on the same scale.
 */
export interface TaggerModel {
  readonly weights: Int32Array;
  readonly fingerprints: Uint16Array;
  readonly mask: number;
  readonly transitions: Int16Array;
  /** What one nat weighs in the model's numbers. */
  readonly scale: number;
}

export const rowSlot = (feature: number, mask: number): number => (feature >>> 3) & mask;
export const rowFingerprint = (feature: number): number => Math.imul(feature, 0x9e3779b1) >>> 16 || 1;

/** Where the scale stands: 16 bits, in sixteenths, behind the transitions. */
export const SCALE_OFFSET = 2 * LABEL_COUNT * LABEL_COUNT;
const HEADER_BYTES = Math.ceil((SCALE_OFFSET + 2) / 16) * 16;

export const modelBytes = (slots: number): number => HEADER_BYTES + slots * ROW_BYTES;

/** Reads what `resources/models/names/train.ts` wrote. @throws Error when the length is no model's. */
export function readTaggerModel(bytes: Uint8Array): TaggerModel {
  const slots = (bytes.length - HEADER_BYTES) / ROW_BYTES;
  if (!Number.isInteger(Math.log2(slots))) throw new Error(`tagger model of ${bytes.length} bytes`);
  const transitions = new Int16Array(LABEL_COUNT * LABEL_COUNT);
  for (let i = 0; i < transitions.length; i++) {
    transitions[i] = bytes[2 * i]! | (bytes[2 * i + 1]! << 8);
  }
  const fingerprints = new Uint16Array(slots);
  const weights = new Int32Array(slots * ROW_WORDS);
  for (let slot = 0; slot < slots; slot++) {
    const at = HEADER_BYTES + slot * ROW_BYTES;
    fingerprints[slot] = bytes[at]! | (bytes[at + 1]! << 8);
    for (let label = 0; label < LABEL_COUNT; label++) {
      const weight = ((bytes[at + 2 + label]! << 24) >> 24) + WEIGHT_BIAS;
      const word = slot * ROW_WORDS + (label >> 2);
      weights[word] = weights[word]! | (weight << (8 * (label & 3)));
    }
  }
  return {
    weights,
    fingerprints,
    mask: slots - 1,
    transitions,
    scale: (bytes[SCALE_OFFSET]! | (bytes[SCALE_OFFSET + 1]! << 8)) / 16,
  };
}

/** Where the header ends and the rows begin. */
export const ROWS_OFFSET = HEADER_BYTES;

const STARTS = Uint8Array.from([
  OUTSIDE,
  ...TAGGED_TYPES.flatMap((_, type) => [firstOf(type), singleOf(type)]),
]);
const STOPS = Uint8Array.from([
  OUTSIDE,
  ...TAGGED_TYPES.flatMap((_, type) => [lastOf(type), singleOf(type)]),
]);

/** Low enough never to be chosen, high enough never to overflow in a sum of 32 bits. */
const NEVER = -1_000_000_000;

/** Marks that end clauses, in UTF-16 units: no name holds one, so none is weighed. */
const CLAUSE_ENDS = new Set([...'\n。，；！？'].map((mark) => mark.charCodeAt(0)));

/** Writes the scores of all labels of unit `i` into `scores`. */
export type ScoreUnit = (i: number, scores: Int32Array) => void;

/** Every other of the four weights of a number, with room above each to add up. */
const LANES = 0x00ff00ff;
const LANE = 0xffff;

export const scoreWith = (model: TaggerModel, context: FeatureContext): ScoreUnit => {
  const { weights, fingerprints, mask } = model;
  const { units } = context.words;
  const features = new Int32Array(FEATURE_COUNT);
  const rows = new Int32Array(FEATURE_COUNT);
  return (i, scores) => {
    if (CLAUSE_ENDS.has(units[i]!)) {
      scores.fill(NEVER);
      scores[OUTSIDE] = 0;
      return;
    }
    writeFeatures(context, i, features, 0);
    let found = 0;
    for (let f = 0; f < FEATURE_COUNT; f++) {
      const feature = features[f]!;
      const fingerprint = rowFingerprint(feature);
      let slot = rowSlot(feature, mask);
      let there = fingerprints[slot]!;
      while (there !== 0 && there !== fingerprint) {
        slot = (slot + 1) & mask;
        there = fingerprints[slot]!;
      }
      if (there !== 0) rows[found++] = slot;
    }
    // Two labels to a sum and one local for each: an array here would cost three times as much.
    let even0 = 0;
    let odd0 = 0;
    let even1 = 0;
    let odd1 = 0;
    let even2 = 0;
    let odd2 = 0;
    let last = 0;
    for (let n = 0; n < found; n++) {
      const at = rows[n]! * ROW_WORDS;
      const four0 = weights[at]!;
      const four1 = weights[at + 1]!;
      const four2 = weights[at + 2]!;
      even0 += four0 & LANES;
      odd0 += (four0 >>> 8) & LANES;
      even1 += four1 & LANES;
      odd1 += (four1 >>> 8) & LANES;
      even2 += four2 & LANES;
      odd2 += (four2 >>> 8) & LANES;
      last += weights[at + 3]!;
    }
    const bias = found * WEIGHT_BIAS;
    unpack(even0, odd0, bias, scores, 0);
    unpack(even1, odd1, bias, scores, 4);
    unpack(even2, odd2, bias, scores, 8);
    scores[12] = last - bias;
  };
};

/** The sums of four labels in a row, taken apart. */
const unpack = (even: number, odd: number, bias: number, scores: Int32Array, at: number): void => {
  scores[at] = (even & LANE) - bias;
  scores[at + 1] = (odd & LANE) - bias;
  scores[at + 2] = (even >>> 16) - bias;
  scores[at + 3] = (odd >>> 16) - bias;
};

const TYPE_COUNT = TAGGED_TYPES.length;

/** The label of a name that scores most at unit `i`. */
function bestName(kept: Int32Array, i: number): number {
  const row = i * LABEL_COUNT;
  let best = OUTSIDE + 1;
  for (let label = best + 1; label < LABEL_COUNT; label++)
    if (kept[row + label]! > kept[row + best]!) best = label;
  return best;
}

/**
 * The best legal sequence of labels for units `start` to `end`, written into `labels`; into `leads`, by how much
 * each unit's own label outscores `OUTSIDE` there, or for units outside the best label of a name, below nought.
 */
export function decodeLabels(
  start: number,
  end: number,
  scoreUnit: ScoreUnit,
  transitions: Int16Array,
  labels: Uint8Array,
  leads: Int32Array,
): void {
  const length = end - start;
  if (length <= 0) return;
  const back = new Uint8Array(length * LABEL_COUNT);
  let previous = new Int32Array(LABEL_COUNT).fill(NEVER);
  let current = new Int32Array(LABEL_COUNT);
  const kept = new Int32Array(length * LABEL_COUNT);
  const scores = new Int32Array(LABEL_COUNT);
  scoreUnit(start, scores);
  kept.set(scores);
  for (let s = 0; s < STARTS.length; s++) previous[STARTS[s]!] = scores[STARTS[s]!]!;
  for (let i = 1; i < length; i++) {
    scoreUnit(start + i, scores);
    const row = i * LABEL_COUNT;
    kept.set(scores, row);
    for (let s = 0; s < STARTS.length; s++) {
      const label = STARTS[s]!;
      let best = NEVER * 2;
      let from = 0;
      for (let t = 0; t < STOPS.length; t++) {
        const stop = STOPS[t]!;
        const value = previous[stop]! + transitions[stop * LABEL_COUNT + label]!;
        if (value > best) {
          best = value;
          from = stop;
        }
      }
      // Kept from sinking step by step, so that nothing overflows.
      current[label] = Math.max(NEVER, best + scores[label]!);
      back[row + label] = from;
    }
    for (let type = 0; type < TYPE_COUNT; type++) {
      const first = 1 + 4 * type;
      const inner = first + 1;
      for (let label = inner; label <= inner + 1; label++) {
        const viaFirst = previous[first]! + transitions[first * LABEL_COUNT + label]!;
        const viaInner = previous[inner]! + transitions[inner * LABEL_COUNT + label]!;
        const isFirst = viaFirst >= viaInner;
        current[label] = Math.max(NEVER, (isFirst ? viaFirst : viaInner) + scores[label]!);
        back[row + label] = isFirst ? first : inner;
      }
    }
    const spare = previous;
    previous = current;
    current = spare;
  }
  let label = OUTSIDE;
  for (let t = 0; t < STOPS.length; t++) if (previous[STOPS[t]!]! > previous[label]!) label = STOPS[t]!;
  for (let i = length - 1; i >= 0; i--) {
    labels[start + i] = label;
    leads[start + i] =
      kept[i * LABEL_COUNT + (label === OUTSIDE ? bestName(kept, i) : label)]! - kept[i * LABEL_COUNT]!;
    label = back[i * LABEL_COUNT + label]!;
  }
}
