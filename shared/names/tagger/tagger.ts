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

/** Numbers of one row in memory: two labels to a number, one number spare. */
const PAIRS = 8;

/**
 * A linear model over hashed features, an open-addressed table. In the file each row has 16 bits of fingerprint
 * (0: empty), then `LABEL_COUNT` signed weights of eight bits. In memory the fingerprints stand apart, so that a
 * feature in no row costs one look; the weights of labels 2n and 2n + 1 are added up as one number, the second
 * shifted by 16 bits. `transitions[from * LABEL_COUNT + to]` is on the same scale.
 */
export interface TaggerModel {
  readonly pairs: Int32Array;
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
  const pairs = new Int32Array(slots * PAIRS);
  for (let slot = 0; slot < slots; slot++) {
    const at = HEADER_BYTES + slot * ROW_BYTES;
    fingerprints[slot] = bytes[at]! | (bytes[at + 1]! << 8);
    for (let label = 0; label < LABEL_COUNT; label++) {
      const weight = (bytes[at + 2 + label]! << 24) >> 24;
      const pair = slot * PAIRS + (label >> 1);
      pairs[pair] = pairs[pair]! + (label % 2 === 0 ? weight : weight << 16);
    }
  }
  return {
    pairs,
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

export const scoreWith = (model: TaggerModel, context: FeatureContext): ScoreUnit => {
  const { pairs, fingerprints, mask } = model;
  const { units } = context.words;
  const features = new Int32Array(FEATURE_COUNT);
  return (i, scores) => {
    if (CLAUSE_ENDS.has(units[i]!)) {
      scores.fill(NEVER);
      scores[OUTSIDE] = 0;
      return;
    }
    writeFeatures(context, i, features, 0);
    // Two labels to a number and one local for each pair: an array here would cost three times as much.
    let p0 = 0;
    let p1 = 0;
    let p2 = 0;
    let p3 = 0;
    let p4 = 0;
    let p5 = 0;
    let p6 = 0;
    for (let f = 0; f < FEATURE_COUNT; f++) {
      const feature = features[f]!;
      const fingerprint = rowFingerprint(feature);
      let slot = rowSlot(feature, mask);
      let found = fingerprints[slot]!;
      while (found !== 0 && found !== fingerprint) {
        slot = (slot + 1) & mask;
        found = fingerprints[slot]!;
      }
      if (found === 0) continue;
      const row = slot << 3;
      p0 = (p0 + pairs[row]!) | 0;
      p1 = (p1 + pairs[row + 1]!) | 0;
      p2 = (p2 + pairs[row + 2]!) | 0;
      p3 = (p3 + pairs[row + 3]!) | 0;
      p4 = (p4 + pairs[row + 4]!) | 0;
      p5 = (p5 + pairs[row + 5]!) | 0;
      p6 = (p6 + pairs[row + 6]!) | 0;
    }
    unpack(p0, scores, 0);
    unpack(p1, scores, 2);
    unpack(p2, scores, 4);
    unpack(p3, scores, 6);
    unpack(p4, scores, 8);
    unpack(p5, scores, 10);
    scores[12] = (p6 << 16) >> 16;
  };
};

/** A sum of pairs, taken apart: the lower one borrowed from the upper when it fell below nought. */
const unpack = (pair: number, scores: Int32Array, at: number): void => {
  const lower = (pair << 16) >> 16;
  scores[at] = lower;
  scores[at + 1] = (pair - lower) >> 16;
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
