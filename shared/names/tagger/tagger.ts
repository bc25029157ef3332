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
 * A linear model over hashed features. `rows` is an open-addressed table: 16 bits of fingerprint (0: empty),
 * then `LABEL_COUNT` signed weights. `transitions[from * LABEL_COUNT + to]` is on the same scale.
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
  return {
    rows: new Int8Array(body.buffer),
    fingerprints: new Uint16Array(body.buffer),
    mask: slots - 1,
    transitions,
  };
}

/** Where the header ends and the rows begin. */
export const ROWS_OFFSET = HEADER_BYTES;

const STARTS = [OUTSIDE, ...TAGGED_TYPES.flatMap((_, type) => [firstOf(type), singleOf(type)])];
const STOPS = [OUTSIDE, ...TAGGED_TYPES.flatMap((_, type) => [lastOf(type), singleOf(type)])];

/** Scores of all labels of one unit. */
export type ScoreUnit = (i: number, scores: Float64Array) => void;

export const scoreWith = (model: TaggerModel, context: FeatureContext): ScoreUnit => {
  const { rows, fingerprints, mask } = model;
  const features = new Int32Array(FEATURE_COUNT);
  return (i, scores) => {
    writeFeatures(context, i, features, 0);
    scores.fill(0);
    for (let f = 0; f < FEATURE_COUNT; f++) {
      const feature = features[f]!;
      const fingerprint = rowFingerprint(feature);
      for (let slot = rowSlot(feature, mask); ; slot = (slot + 1) & mask) {
        const found = fingerprints[slot << 3]!;
        if (found === 0) break;
        if (found === fingerprint) {
          const row = (slot << 4) + 2;
          for (let label = 0; label < LABEL_COUNT; label++) scores[label]! += rows[row + label]!;
          break;
        }
      }
    }
  };
};

/** The best legal sequence of labels for units `start` to `end`, written into `labels`. */
export function decodeLabels(
  start: number,
  end: number,
  scoreUnit: ScoreUnit,
  transitions: ArrayLike<number>,
  labels: Uint8Array,
): void {
  const length = end - start;
  if (length <= 0) return;
  const back = new Uint8Array(length * LABEL_COUNT);
  let previous = new Float64Array(LABEL_COUNT).fill(Number.NEGATIVE_INFINITY);
  let current = new Float64Array(LABEL_COUNT);
  const scores = new Float64Array(LABEL_COUNT);
  scoreUnit(start, scores);
  for (const label of STARTS) previous[label] = scores[label]!;
  for (let i = 1; i < length; i++) {
    scoreUnit(start + i, scores);
    current.fill(Number.NEGATIVE_INFINITY);
    for (const label of STARTS) {
      let best = Number.NEGATIVE_INFINITY;
      let from = 0;
      for (const stop of STOPS) {
        const value = previous[stop]! + transitions[stop * LABEL_COUNT + label]!;
        if (value > best) {
          best = value;
          from = stop;
        }
      }
      current[label] = best + scores[label]!;
      back[i * LABEL_COUNT + label] = from;
    }
    for (let type = 0; type < TAGGED_TYPES.length; type++) {
      const first = firstOf(type);
      const inner = innerOf(type);
      for (const label of [inner, lastOf(type)]) {
        const viaFirst = previous[first]! + transitions[first * LABEL_COUNT + label]!;
        const viaInner = previous[inner]! + transitions[inner * LABEL_COUNT + label]!;
        current[label] = Math.max(viaFirst, viaInner) + scores[label]!;
        back[i * LABEL_COUNT + label] = viaFirst >= viaInner ? first : inner;
      }
    }
    [previous, current] = [current, previous];
  }
  let label = OUTSIDE;
  for (const stop of STOPS) if (previous[stop]! > previous[label]!) label = stop;
  for (let i = length - 1; i >= 0; i--) {
    labels[start + i] = label;
    label = back[i * LABEL_COUNT + label]!;
  }
}
