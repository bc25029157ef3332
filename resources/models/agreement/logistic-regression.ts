export interface Observation {
  readonly row: readonly number[];
  readonly isOne: boolean;
  readonly weight: number;
}

const MOST_STEPS = 30;
const SETTLED = 1e-6;

/**
 * Weights of the columns and, behind them, a bias, by Newton's method from zero: the same for the same observations.
 * @param ridge how strongly the weights, not the bias, are held near 0, beside the mean of the losses.
 */
export function logisticRegression(observations: readonly Observation[], ridge: number): number[] {
  const rows = observations.map(({ row }) => Float64Array.from([...row, 1]));
  const size = rows[0]!.length;
  const all = observations.reduce((sum, { weight }) => sum + weight, 0);
  let weights: number[] = new Array(size).fill(0);
  for (let step = 0; step < MOST_STEPS; step++) {
    const slope = weights.map((weight, i) => (i < size - 1 ? ridge * weight : 0));
    const bend = weights.map((_, i) => weights.map((__, j) => (i === j && i < size - 1 ? ridge : 0)));
    for (const [n, row] of rows.entries()) {
      const { isOne, weight } = observations[n]!;
      let sum = 0;
      for (let i = 0; i < size; i++) sum += weights[i]! * row[i]!;
      const chance = 1 / (1 + Math.exp(-sum));
      const miss = (weight * (chance - (isOne ? 1 : 0))) / all;
      const spread = (weight * chance * (1 - chance)) / all;
      for (let i = 0; i < size; i++) {
        if (row[i] === 0) continue;
        slope[i]! += miss * row[i]!;
        for (let j = 0; j < size; j++) bend[i]![j]! += spread * row[i]! * row[j]!;
      }
    }
    const change = solve(bend, slope);
    weights = weights.map((weight, i) => weight - change[i]!);
    if (Math.max(...change.map(Math.abs)) < SETTLED) break;
  }
  return weights;
}

/** Gauss's elimination, of a matrix that is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let at = 0; at < size; at++)
    for (let below = at + 1; below < size; below++) {
      const factor = rows[below]![at]! / (rows[at]![at]! + Number.MIN_VALUE);
      for (let column = at; column <= size; column++) rows[below]![column]! -= factor * rows[at]![column]!;
    }
  const found: number[] = new Array(size).fill(0);
  for (let at = size - 1; at >= 0; at--) {
    let rest = rows[at]![size]!;
    for (let column = at + 1; column < size; column++) rest -= rows[at]![column]! * found[column]!;
    found[at] = rows[at]![at] === 0 ? 0 : rest / rows[at]![at]!;
  }
  return found;
}
