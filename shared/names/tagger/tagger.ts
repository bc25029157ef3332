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

/**
 * A linear model over hashed features. `rows` is an open-addressed table: 16 bits of fingerprint (0: empty, also
 * kept apart in `fingerprints`), then `LABEL_COUNT` signed weights. `transitions[from * LABEL_COUNT + to]` is on the same scale.
 */
export interface TaggerModel {
  readonly rows: Int8Array;
  readonly fingerprints: Uint16Array;
  readonly mask: number;
  readonly transitions: Int16Array;
}

export const rowSlot = (feature: number, mask: number): number => (feature >>> 3) & mask;
export const rowFingerprint = (feature: number): number => Math.imul(feature, 0x9e3779b1) >>> 16 || 1;

const HEADER_BYTES =
  2 * LABEL_COUNT * LABEL_COUNT +
  ((2 * LABEL_COUNT * LABEL_COUNT) % 16 === 0 ? 0 : 16 - ((2 * LABEL_COUNT * LABEL_COUNT) % 16));

export const modelBytes = (slots: number): number => HEADER_BYTES + slots * ROW_BYTES;

/** Reads what `resources/models/names/train.ts` wrote. @throws Error when the length is no model's. */
export function readTaggerModel(bytes: Uint8Array): TaggerModel {
  const slots = (bytes.length - HEADER_BYTES) / ROW_BYTES;
  if (!Number.isInteger(Math.log2(slots))) throw new Error(`tagger model of ${bytes.length} bytes`);
  const transitions = new Int16Array(LABEL_COUNT * LABEL_COUNT);
  for (let i = 0; i < transitions.length; i++) {
    transitions[i] = bytes[2 * i]! | (bytes[2 * i + 1]! << 8);
  }
  // A copy: a host's view may lie anywhere in a larger buffer.
  const body = new Uint8Array(bytes.subarray(HEADER_BYTES));
  // Half of all features are in no row: they are told by the fingerprints alone, which stay in the cache.
  const interleaved = new Uint16Array(body.buffer);
  const fingerprints = new Uint16Array(slots);
  for (let slot = 0; slot < slots; slot++) fingerprints[slot] = interleaved[slot * (ROW_BYTES / 2)]!;
  return {
    rows: new Int8Array(body.buffer),
    fingerprints,
    mask: slots - 1,
    transitions,
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

/** Writes the scores of all labels of unit `i` into `scores`. */
export type ScoreUnit = (i: number, scores: Int32Array) => void;

export const scoreWith = (model: TaggerModel, context: FeatureContext): ScoreUnit => {
  const { rows, fingerprints, mask } = model;
  const features = new Int32Array(FEATURE_COUNT);
  return (i, scores) => {
    writeFeatures(context, i, features, 0);
    // One local for each label: an array here would cost three times as much.
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let s4 = 0;
    let s5 = 0;
    let s6 = 0;
    let s7 = 0;
    let s8 = 0;
    let s9 = 0;
    let s10 = 0;
    let s11 = 0;
    let s12 = 0;
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
      const row = (slot << 4) + 2;
      s0 += rows[row]!;
      s1 += rows[row + 1]!;
      s2 += rows[row + 2]!;
      s3 += rows[row + 3]!;
      s4 += rows[row + 4]!;
      s5 += rows[row + 5]!;
      s6 += rows[row + 6]!;
      s7 += rows[row + 7]!;
      s8 += rows[row + 8]!;
      s9 += rows[row + 9]!;
      s10 += rows[row + 10]!;
      s11 += rows[row + 11]!;
      s12 += rows[row + 12]!;
    }
    scores[0] = s0;
    scores[1] = s1;
    scores[2] = s2;
    scores[3] = s3;
    scores[4] = s4;
    scores[5] = s5;
    scores[6] = s6;
    scores[7] = s7;
    scores[8] = s8;
    scores[9] = s9;
    scores[10] = s10;
    scores[11] = s11;
    scores[12] = s12;
  };
};

/** Low enough never to be chosen, high enough never to overflow in a sum of 32 bits. */
const NEVER = -1_000_000_000;
const TYPE_COUNT = TAGGED_TYPES.length;

/** The best legal sequence of labels for units `start` to `end`, written into `labels`. */
export function decodeLabels(
  start: number,
  end: number,
  scoreUnit: ScoreUnit,
  transitions: Int16Array,
  labels: Uint8Array,
): void {
  const length = end - start;
  if (length <= 0) return;
  const back = new Uint8Array(length * LABEL_COUNT);
  let previous = new Int32Array(LABEL_COUNT).fill(NEVER);
  let current = new Int32Array(LABEL_COUNT);
  const scores = new Int32Array(LABEL_COUNT);
  scoreUnit(start, scores);
  for (let s = 0; s < STARTS.length; s++) previous[STARTS[s]!] = scores[STARTS[s]!]!;
  for (let i = 1; i < length; i++) {
    scoreUnit(start + i, scores);
    const row = i * LABEL_COUNT;
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
    label = back[i * LABEL_COUNT + label]!;
  }
}
