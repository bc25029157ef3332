import type { Folding } from '@shared/text/folding.ts';
import type { AgreementIndex } from './agreement-index.ts';
import type { FigureGroup } from './figure-groups.ts';
import { voicesOf } from './voices.ts';

/** A group as it is listed. */
export interface WeighedGroup extends FigureGroup {
  /** The voice of each figure, from 0; reprints of one passage are one. */
  readonly voices: readonly number[];
  /** From 0 to 1; what is looked at first has most. */
  readonly weight: number;
}

/** Groups with their voices, those of most weight first. */
export const weighGroups = (
  groups: readonly FigureGroup[],
  index: AgreementIndex,
  folding: Folding,
): WeighedGroup[] =>
  groups
    .map((group): WeighedGroup => {
      const voices = voicesOf(
        group.figures.map((end) => index.figure(end)!),
        folding,
      );
      return { ...group, voices, weight: weightOf(group, new Set(voices).size) };
    })
    .sort((a, b) => b.weight - a.weight || (a.pair[0].fact < b.pair[0].fact ? -1 : 1));

/**
 * A pair that is not sure weighs as much less; figures that are far apart weigh up to twice as much as those that nearly meet,
 * since a small difference may matter too; one voice that tells two numbers has a misprint, and weighs half, two weigh two
 * thirds, and so on.
 */
const weightOf = ({ score, difference }: FigureGroup, voices: number): number =>
  score * ((1 + difference) / 2) * (voices / (voices + 1));
