/** Feature values of all rows, cut into bins: a column a feature. */
export interface Binned {
  readonly rows: number;
  readonly bins: readonly Uint8Array[];
  /** Upper edges of the bins of each feature, the last one left out. */
  readonly edges: readonly Float32Array[];
}

/** Rows of which the values of a feature are sampled to find its bins. */
const SAMPLED = 10_000;

/** Cuts features into bins of about as many rows each. `read` fills in the values of a row's features. */
export function binFeatures(
  count: number,
  rows: number,
  most: number,
  read: (row: number, values: Float32Array) => void,
): Binned {
  const sampled = Math.min(rows, SAMPLED);
  const samples = Array.from({ length: count }, () => new Float32Array(sampled));
  const values = new Float32Array(count);
  for (let i = 0; i < sampled; i++) {
    read(Math.floor((i * rows) / sampled), values);
    for (let f = 0; f < count; f++) (samples[f] as Float32Array)[i] = values[f] as number;
  }
  const edges = samples.map((sample) => edgesOf(sample.sort(), most));
  const bins = edges.map(() => new Uint8Array(rows));
  for (let i = 0; i < rows; i++) {
    read(i, values);
    for (let f = 0; f < count; f++)
      (bins[f] as Uint8Array)[i] = binOf(values[f] as number, edges[f] as Float32Array);
  }
  return { rows, bins, edges };
}

/** The edges between the bins of sorted values: between any two where they are few, else at quantiles. */
function edgesOf(sorted: Float32Array, most: number): Float32Array {
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (distinct.length <= most)
    return distinct.slice(0, -1).map((value, i) => (value + (distinct[i + 1] as number)) / 2);
  const own: number[] = [];
  for (let b = 1; b < most; b++) {
    const value = sorted[Math.floor((b * sorted.length) / most)] as number;
    if (own.length === 0 || value > (own.at(-1) as number)) own.push(value);
  }
  return Float32Array.from(own);
}

function binOf(value: number, edges: Float32Array): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
