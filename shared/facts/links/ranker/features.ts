/** Gives each value of each feature a place of its own among the weights. */
export class FeatureSpace {
  readonly size: number;
  private readonly bases: readonly number[];
  private readonly sizes: readonly number[];

  /** @param sizes how many values each feature has, in the order in which `FeatureSink` names them. */
  constructor(sizes: readonly number[]) {
    this.sizes = sizes;
    const bases: number[] = [];
    let size = 0;
    for (const count of sizes) {
      bases.push(size);
      size += count;
    }
    this.bases = bases;
    this.size = size;
  }

  /** @throws RangeError where the feature has no such value. */
  indexOf(feature: number, value: number): number {
    if (!(value >= 0 && value < this.sizes[feature]!))
      throw new RangeError(`feature ${feature} has ${this.sizes[feature]} values, not ${value}`);
    return this.bases[feature]! + value;
  }
}

/** Takes what is true of one candidate: a feature by its number, and which of its values. */
export type FeatureSink = (feature: number, value: number) => void;

/** Up to `last`, what is more counts as `last`. */
export const upTo = (last: number, count: number): number => Math.min(count, last);

/** A length in characters as one of eight sizes: 0, 1, 2, 3, 4, up to 6, up to 9, more. */
export function sizeOf(length: number): number {
  if (length <= 4) return length;
  if (length <= 6) return 5;
  return length <= 9 ? 6 : 7;
}
export const SIZES = 8;
