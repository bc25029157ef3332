import type { Random } from '../../models/names/random.ts';

/** How often each of `size` things stands before each other one: lists of one length, sparse. */
export interface Neighbourhood {
  readonly size: number;
  readonly before: readonly number[];
  readonly behind: readonly number[];
  readonly joint: readonly number[];
}

const DIMENSIONS = 64;
const PASSES = 3;
/** Flattens the shares of what stands behind, so that rare words do not seem more telling than they are. */
const FLATTENING = 0.75;

/** Positive pointwise mutual information of each pair. */
function measurePairs({ size, before, behind, joint }: Neighbourhood): Float32Array {
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  let total = 0;
  joint.forEach((weight, i) => {
    first[before[i]!]! += weight;
    second[behind[i]!]! += weight;
    total += weight;
  });
  const flattened = second.map((weight) => (weight / total) ** FLATTENING);
  const sum = flattened.reduce((a, b) => a + b, 0);
  return Float32Array.from(joint, (weight, i) =>
    Math.max(0, Math.log((weight * sum) / first[before[i]!]! / flattened[behind[i]!]!)),
  );
}

function multiply(
  values: Float32Array,
  to: readonly number[],
  from: readonly number[],
  matrix: Float32Array,
): Float32Array {
  const product = new Float32Array(matrix.length);
  values.forEach((value, i) => {
    if (value === 0) return;
    const a = to[i]! * DIMENSIONS;
    const b = from[i]! * DIMENSIONS;
    for (let d = 0; d < DIMENSIONS; d++) product[a + d]! += value * matrix[b + d]!;
  });
  return product;
}

/** Makes the columns stand at right angles and have length one, in place. */
function orthogonalise(matrix: Float32Array): Float32Array {
  const dot = (c: number, e: number): number => {
    let sum = 0;
    for (let at = 0; at < matrix.length; at += DIMENSIONS) sum += matrix[at + c]! * matrix[at + e]!;
    return sum;
  };
  for (let c = 0; c < DIMENSIONS; c++) {
    for (let e = 0; e < c; e++) {
      const share = dot(c, e);
      for (let at = 0; at < matrix.length; at += DIMENSIONS) matrix[at + c]! -= share * matrix[at + e]!;
    }
    const length = Math.sqrt(dot(c, c)) || 1;
    for (let at = 0; at < matrix.length; at += DIMENSIONS) matrix[at + c]! /= length;
  }
  return matrix;
}

/** A row with its extremes softened, of length one. */
function soften(row: Float32Array): Float32Array {
  const soft = row.map((value) => Math.sign(value) * Math.sqrt(Math.abs(value)));
  const length = Math.sqrt(soft.reduce((sum, value) => sum + value * value, 0)) || 1;
  return soft.map((value) => value / length);
}

/**
 * A vector for each thing that says what stands behind it and before it: factors of the matrix of pairs, found by
 * multiplying random vectors a few times.
 */
export function createFactors(neighbourhood: Neighbourhood, random: Random): Float32Array[] {
  const { size, before, behind } = neighbourhood;
  const values = measurePairs(neighbourhood);
  const gauss = (): number => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  let left = multiply(values, before, behind, Float32Array.from({ length: size * DIMENSIONS }, gauss));
  for (let pass = 0; pass < PASSES; pass++) {
    const right = orthogonalise(multiply(values, behind, before, orthogonalise(left)));
    left = multiply(values, before, behind, right);
  }
  const right = multiply(values, behind, before, orthogonalise(left.slice()));
  return Array.from({ length: size }, (_, i) => {
    const from = i * DIMENSIONS;
    return Float32Array.from([
      ...soften(left.subarray(from, from + DIMENSIONS)),
      ...soften(right.subarray(from, from + DIMENSIONS)),
    ]);
  });
}
