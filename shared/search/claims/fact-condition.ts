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
export const liesBetween = (from: number, to: number, low: Limit | null, high: Limit | null): boolean =>
  from <= to &&
  (low === null || reaches(to, low)) &&
  (high === null || reaches(-from, { ...high, value: -high.value }));

const reaches = (value: number, { value: limit, isIncluded }: Limit): boolean => {
  const slack = Math.abs(limit) * ROUNDING;
  return isIncluded ? value >= limit - slack : value > limit + slack;
};
