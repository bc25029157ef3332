/** The least that a row is taken to be from what it should be. */
export const SHORTEST = 1e-4;
/** Halvings after which the length is known to a part in 10^12. */
const HALVINGS = 40;

/** The length of a gradient from which a row is drawn for certain, where as large a share of all is to be drawn. */
export function certainFrom(lengths: Float32Array, share: number): number {
  let low = 0;
  let high = lengths.reduce((sum, length) => sum + length, 0) / (share * lengths.length);
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    let drawn = 0;
    for (let i = 0; i < lengths.length; i++) drawn += Math.min(1, (lengths[i] as number) / middle);
    if (drawn > share * lengths.length) low = middle;
    else high = middle;
  }
  return high;
}
