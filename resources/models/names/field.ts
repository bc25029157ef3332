import { FEATURE_COUNT, readContext, writeFeatures } from '../../../shared/names/tagger/features.ts';
import { segmentWords } from '../../../shared/names/tagger/segmentation.ts';
import {
  firstOf,
  innerOf,
  LABEL_COUNT,
  lastOf,
  modelBytes,
  ROW_BYTES,
  ROWS_OFFSET,
  rowFingerprint,
  rowSlot,
  SCALE_OFFSET,
  singleOf,
  TAGGED_TYPES,
} from '../../../shared/names/tagger/tagger.ts';
import type { TaggedSentence } from './corpus.ts';
import { type Random, shuffle } from './random.ts';
import type { TrainingKnowledge } from './training-knowledge.ts';

export interface Weights {
  /** Feature hash of each row. */
  readonly features: Int32Array;
  readonly rows: Float64Array;
  readonly transitions: Float64Array;
}

export interface TrainingOptions {
  readonly rounds: number;
  /** How many trainings, each in an order of its own, the weights are the mean of. */
  readonly runs: number;
  readonly slots: number;
  readonly random: Random;
}

interface Example {
  readonly length: number;
  readonly gold: Uint8Array;
  /** `FEATURE_COUNT` row numbers a unit; −1 for a feature that has no row. */
  readonly rows: Int32Array;
}

function goldLabels(sentence: TaggedSentence): Uint8Array {
  const labels = new Uint8Array(sentence.text.length);
  for (const span of sentence.spans) {
    const type = TAGGED_TYPES.indexOf(span.type);
    if (span.end - span.start === 1) labels[span.start] = singleOf(type);
    else {
      labels.fill(innerOf(type), span.start, span.end);
      labels[span.start] = firstOf(type);
      labels[span.end - 1] = lastOf(type);
    }
  }
  return labels;
}

/** A feature seen less often has no row: three in four are seen once, and hardly one of them was ever kept. */
const SEEN = 2;

/** Features of all sentences as row numbers. */
function readExamples(
  sentences: readonly TaggedSentence[],
  knowledge: TrainingKnowledge,
): { examples: Example[]; features: Int32Array } {
  const hashed = sentences.map((sentence) => {
    const context = readContext(segmentWords(sentence.text, knowledge.words), knowledge.lexical);
    const out = new Int32Array(sentence.text.length * FEATURE_COUNT);
    for (let i = 0; i < sentence.text.length; i++) writeFeatures(context, i, out, i * FEATURE_COUNT);
    return out;
  });
  const { slots, seen, slotOf } = countFeatures(hashed);
  const rowOfSlot = new Int32Array(slots.length).fill(-1);
  const features: number[] = [];
  const rowOf = (hash: number): number => {
    const slot = slotOf(hash);
    if (seen[slot]! < SEEN) return -1;
    if (rowOfSlot[slot]! < 0) rowOfSlot[slot] = features.push(hash) - 1;
    return rowOfSlot[slot]!;
  };
  const examples = hashed.map((hashes, index) => ({
    length: sentences[index]!.text.length,
    gold: goldLabels(sentences[index]!),
    rows: hashes.map(rowOf),
  }));
  return { examples, features: Int32Array.from(features) };
}

/** An open-addressed table of all features (0: an empty slot), with how often each is seen, up to 255. */
function countFeatures(hashed: readonly Int32Array[]) {
  const total = hashed.reduce((sum, hashes) => sum + hashes.length, 0);
  // Of many units the features are few: the whole corpus has ten million in a hundred and forty.
  const size = 2 ** Math.ceil(Math.log2(Math.min(1.5 * total + 1024, 2 ** 26)));
  const slots = new Int32Array(size);
  const seen = new Uint8Array(size);
  const shift = 32 - Math.log2(size);
  const slotOf = (hash: number): number => {
    let slot = Math.imul(hash, 0x9e3779b1) >>> shift;
    while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & (size - 1);
    return slot;
  };
  for (const hashes of hashed)
    for (const hash of hashes) {
      const slot = slotOf(hash);
      slots[slot] = hash;
      if (seen[slot]! < 255) seen[slot]!++;
    }
  return { slots, seen, slotOf };
}

/** Which label may follow which: names are whole. */
const isLegal = (i: number): boolean => {
  const from = Math.floor(i / LABEL_COUNT);
  const to = i % LABEL_COUNT;
  const inside = (label: number): number => (label > 0 && (label - 1) % 4 < 2 ? (label - 1) >> 2 : -1);
  const continues = (label: number): number =>
    label > 0 && ((label - 1) % 4 === 1 || (label - 1) % 4 === 2) ? (label - 1) >> 2 : -1;
  return inside(from) === continues(to);
};
/** Numbers `from * LABEL_COUNT + to` of the steps that are legal, and where each leads from and to. */
const STEPS = Uint8Array.from(Array.from({ length: LABEL_COUNT * LABEL_COUNT }, (_, i) => i).filter(isLegal));
const FROM = STEPS.map((step) => Math.floor(step / LABEL_COUNT));
const TO = STEPS.map((step) => step % LABEL_COUNT);

const RATE = 0.03;
/** Keeps the first steps of rare features small. */
const CAUTION = 0.3;
/** Errors below this teach nothing and are passed over. */
const SMALL = 0.0005;
/** A sentence with no unit more wrong than this teaches little: it is passed over in the next rounds. */
const CALM = 0.05;
const ROUNDS_OVER = 2;

/** Numbers from one row of weights to the next: a row lies in one line of the processor's cache. */
const STRIDE = 16;

/** Share of features left out of each sentence, anew each time, so that none leans on a few others. */
const LEFT_OUT = 0.15;

/** Stochastic gradient descent (AdaGrad) on the likelihood of the gold labels. */
function trainRounds(
  examples: readonly Example[],
  rowCount: number,
  options: TrainingOptions,
  rounds: number,
): { rows: Float32Array; transitions: Float64Array } {
  const K = LABEL_COUNT;
  const rows = new Float32Array(rowCount * STRIDE);
  const squares = new Float32Array(rowCount * STRIDE);
  const passedOver = new Uint8Array(examples.length);
  const transitions = new Float64Array(K * K);
  const transitionSquares = new Float64Array(K * K);
  const order = examples.map((_, index) => index);
  const longest = Math.max(...examples.map((example) => example.length));
  const alpha = new Float64Array(longest * K);
  const beta = new Float64Array(longest * K);
  const emit = new Float64Array(longest * K);
  const scale = new Float64Array(longest);
  const jump = new Float64Array(K * K);
  const gradient = new Float64Array(K * K);
  const error = new Float64Array(K);
  const ahead = new Float64Array(K);
  const asked = new Uint8Array(FEATURE_COUNT);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, options.random);
    for (const index of order) {
      if (passedOver[index]! > 0) {
        passedOver[index]!--;
        continue;
      }
      const { length, gold, rows: used } = examples[index]!;
      for (let f = 0; f < FEATURE_COUNT; f++) asked[f] = options.random() < LEFT_OUT ? 0 : 1;
      for (const step of STEPS) jump[step] = Math.exp(transitions[step]!);
      for (let i = 0; i < length; i++) {
        const at = i * K;
        for (let k = 0; k < K; k++) emit[at + k] = 0;
        for (let f = 0; f < FEATURE_COUNT; f++) {
          const row = used[i * FEATURE_COUNT + f]!;
          if (asked[f] === 0 || row < 0) continue;
          const base = row * STRIDE;
          for (let k = 0; k < K; k++) emit[at + k]! += rows[base + k]!;
        }
        let most = emit[at]!;
        for (let k = 1; k < K; k++) most = Math.max(most, emit[at + k]!);
        for (let k = 0; k < K; k++) emit[at + k] = Math.exp(emit[at + k]! - most);
      }
      for (let i = 0; i < length; i++) {
        const at = i * K;
        for (let k = 0; k < K; k++) alpha[at + k] = i === 0 && (k - 1) % 4 !== 1 && (k - 1) % 4 !== 2 ? 1 : 0;
        if (i > 0)
          for (let s = 0; s < STEPS.length; s++)
            alpha[at + TO[s]!]! += alpha[at - K + FROM[s]!]! * jump[STEPS[s]!]!;
        let sum = 0;
        for (let k = 0; k < K; k++) {
          alpha[at + k]! *= emit[at + k]!;
          sum += alpha[at + k]!;
        }
        scale[i] = sum;
        for (let k = 0; k < K; k++) alpha[at + k]! /= sum;
      }
      for (let i = length - 1; i >= 0; i--) {
        const at = i * K;
        for (let k = 0; k < K; k++) beta[at + k] = i === length - 1 && (k === 0 || (k - 1) % 4 >= 2) ? 1 : 0;
        if (i === length - 1) continue;
        // What the next unit says, once for all steps that lead to it.
        for (let k = 0; k < K; k++) ahead[k] = (emit[at + K + k]! * beta[at + K + k]!) / scale[i + 1]!;
        for (let s = 0; s < STEPS.length; s++) beta[at + FROM[s]!]! += jump[STEPS[s]!]! * ahead[TO[s]!]!;
      }
      gradient.fill(0);
      let worst = 0;
      for (let i = 0; i < length; i++) {
        const at = i * K;
        let sum = 0;
        for (let k = 0; k < K; k++) sum += alpha[at + k]! * beta[at + k]!;
        for (let k = 0; k < K; k++)
          error[k] = (gold[i] === k ? 1 : 0) - (alpha[at + k]! * beta[at + k]!) / sum;
        if (i > 0) {
          gradient[gold[i - 1]! * K + gold[i]!]! += 1;
          for (let k = 0; k < K; k++) ahead[k] = (emit[at + k]! * beta[at + k]!) / scale[i]! / sum;
          for (let s = 0; s < STEPS.length; s++)
            gradient[STEPS[s]!]! -= alpha[at - K + FROM[s]!]! * jump[STEPS[s]!]! * ahead[TO[s]!]!;
        }
        let wrong = 0;
        for (let k = 0; k < K; k++) wrong += Math.abs(error[k]!);
        worst = Math.max(worst, wrong);
        if (wrong < 0.002) continue;
        for (let f = 0; f < FEATURE_COUNT; f++) {
          const row = used[i * FEATURE_COUNT + f]!;
          if (asked[f] === 0 || row < 0) continue;
          const base = row * STRIDE;
          for (let k = 0; k < K; k++) {
            const change = error[k]!;
            if (change < SMALL && change > -SMALL) continue;
            const square = squares[base + k]! + change * change;
            squares[base + k] = square;
            rows[base + k]! += (RATE * change) / Math.sqrt(square + CAUTION);
          }
        }
      }
      if (worst < CALM) passedOver[index] = ROUNDS_OVER;
      for (const i of STEPS) {
        const change = gradient[i]! - 1e-4 * transitions[i]!;
        if (change === 0) continue;
        transitionSquares[i]! += change * change;
        transitions[i]! += (RATE * change) / Math.sqrt(transitionSquares[i]! + 1e-3);
      }
    }
  }
  // All features are asked when the model is used.
  for (let i = 0; i < rows.length; i++) rows[i]! *= 1 - LEFT_OUT;
  return { rows, transitions };
}

const weightOf = (rows: Float32Array, row: number): number => {
  let most = 0;
  for (let label = 0; label < LABEL_COUNT; label++)
    most = Math.max(most, Math.abs(rows[row * STRIDE + label]!));
  return most;
};

/** Trains twice: once to see which features weigh most, then with those that fit the table alone. */
export function trainTagger(
  sentences: readonly TaggedSentence[],
  knowledge: TrainingKnowledge,
  options: TrainingOptions,
): Weights {
  const { examples, features } = readExamples(sentences, knowledge);
  const first = trainRounds(examples, features.length, options, 1);
  const ranked = Array.from(features.keys()).sort(
    (a, b) => weightOf(first.rows, b) - weightOf(first.rows, a) || a - b,
  );
  const kept = ranked
    .slice(0, Math.floor(options.slots * 0.8))
    .filter((row) => weightOf(first.rows, row) > 0);
  // Numbered anew, what is kept lies close together: the rounds below are bound by memory.
  const renumbered = new Int32Array(features.length).fill(-1);
  kept.forEach((row, index) => {
    renumbered[row] = index;
  });
  const compact = examples.map(({ length, gold, rows }) => ({
    length,
    gold,
    rows: rows.map((row) => renumbered[row]!),
  }));
  const rows = new Float64Array(kept.length * LABEL_COUNT);
  const transitions = new Float64Array(LABEL_COUNT * LABEL_COUNT);
  for (let run = 0; run < options.runs; run++) {
    const trained = trainRounds(compact, kept.length, options, options.rounds);
    for (let row = 0; row < kept.length; row++)
      for (let label = 0; label < LABEL_COUNT; label++)
        rows[row * LABEL_COUNT + label]! += trained.rows[row * STRIDE + label]! / options.runs;
    for (let i = 0; i < transitions.length; i++) transitions[i]! += trained.transitions[i]! / options.runs;
  }
  return { features: Int32Array.from(kept, (row) => features[row]!), rows, transitions };
}

/** The model file: transitions, then the table of rows; see `shared/names/tagger/tagger.ts`. */
export function quantise(weights: Weights, slots: number): Uint8Array {
  const sizes = Array.from(weights.rows, Math.abs).sort((a, b) => a - b);
  // The few largest weights are clipped, so that the many small ones keep their differences.
  const top = sizes[Math.floor(sizes.length * 0.9995)] || 1;
  const scale = 127 / top;
  const bytes = new Uint8Array(modelBytes(slots));
  const view = new DataView(bytes.buffer);
  weights.transitions.forEach((weight, i) => {
    view.setInt16(2 * i, Math.max(-32768, Math.min(32767, Math.round(weight * scale))), true);
  });
  view.setUint16(SCALE_OFFSET, Math.round(16 * scale), true);
  const order = Array.from(weights.features.keys()).sort(
    (a, b) => weights.features[a]! - weights.features[b]!,
  );
  for (const row of order) {
    const feature = weights.features[row]!;
    let slot = rowSlot(feature, slots - 1);
    while (view.getUint16(ROWS_OFFSET + slot * ROW_BYTES, true) !== 0) slot = (slot + 1) & (slots - 1);
    const at = ROWS_OFFSET + slot * ROW_BYTES;
    view.setUint16(at, rowFingerprint(feature), true);
    for (let label = 0; label < LABEL_COUNT; label++) {
      const weight = Math.round(weights.rows[row * LABEL_COUNT + label]! * scale);
      view.setInt8(at + 2 + label, Math.max(-127, Math.min(127, weight)));
    }
  }
  return bytes;
}
