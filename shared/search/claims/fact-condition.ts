import type { Unit } from '@shared/numerals/units.ts';
import type { Limit } from '../query/parsed-query.ts';

/** Figures between two limits: of one dimension, of any (null), or times (days as `timeSpanOf` counts them). */
export interface FactCondition {
  readonly low: Limit | null;
  readonly high: Limit | null;
  readonly unit: Unit | 'time' | null;
  /** Folded words that the measure must hold. */
  readonly measure: string | null;
}

/** Two figures that differ by less, as a share of the larger, are the same: 22.5亩 in square metres is no whole number. */
const ROUNDING = 1e-9;

/** Whether a figure that goes from one value to another lies between the limits with some part of it. */
export function liesBetween(from: number, to: number, low: Limit | null, high: Limit | null): boolean {
  if (!(from <= to)) return false;
  if (low !== null) {
    const slack = Math.abs(low.value) * ROUNDING;
    if (low.isIncluded ? to < low.value - slack : to <= low.value + slack) return false;
  }
  if (high !== null) {
    const slack = Math.abs(high.value) * ROUNDING;
    if (high.isIncluded ? from > high.value + slack : from >= high.value - slack) return false;
  }
  return true;
}
