/** Where a vector belongs, and the middles of the groups, each of the length the vectors have. */
export interface Gathered {
  readonly groupOf: Int32Array;
  readonly centres: readonly Float32Array[];
}

/** Stops when fewer than this share of the vectors still change their group. */
const STILL_MOVING = 0.004;

const dot = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
};

/** Gathers vectors into `count` groups by the angle to the groups' middles; heavy vectors make the first middles. */
export function gather(
  vectors: readonly Float32Array[],
  weights: readonly number[],
  count: number,
  rounds: number,
): Gathered {
  const heaviest = Array.from(vectors.keys()).sort((a, b) => weights[b]! - weights[a]! || a - b);
  const spread = Math.min(vectors.length, count * 8);
  let centres = Array.from({ length: count }, (_, k) =>
    vectors[heaviest[Math.floor((k * spread) / count)]!]!.slice(),
  );
  const groupOf = new Int32Array(vectors.length);
  for (let round = 0; round < rounds; round++) {
    let moved = 0;
    vectors.forEach((vector, i) => {
      let best = Number.NEGATIVE_INFINITY;
      let group = 0;
      for (let k = 0; k < count; k++) {
        const near = dot(vector, centres[k]!);
        if (near > best) {
          best = near;
          group = k;
        }
      }
      if (groupOf[i] !== group) moved++;
      groupOf[i] = group;
    });
    const sums = centres.map((centre) => new Float32Array(centre.length));
    vectors.forEach((vector, i) => {
      const sum = sums[groupOf[i]!]!;
      for (let d = 0; d < sum.length; d++) sum[d]! += weights[i]! * vector[d]!;
    });
    centres = sums.map((sum, k) => {
      const length = Math.sqrt(dot(sum, sum));
      return length === 0 ? centres[k]! : sum.map((value) => value / length);
    });
    if (moved < vectors.length * STILL_MOVING) break;
  }
  return { groupOf, centres };
}
