import type { AgreementIndex } from './agreement-index.ts';
import type { FigureGroup } from './figure-groups.ts';
import { compareWords } from './said-agreements.ts';
import type { GroupVoices } from './voices.ts';

/** A group as it is listed. */
export interface WeighedGroup extends FigureGroup {
  /** The voice of each figure, from 0; reprints of one passage are one. */
  readonly voices: readonly number[];
  /** From 0 to 1; what is looked at first has most. */
  readonly weight: number;
}

/** Groups with their voices, those of most weight first. */
export function weighGroups(
  groups: readonly FigureGroup[],
  index: AgreementIndex,
  voices: GroupVoices,
): WeighedGroup[] {
  const told = voices.of(groups.map(({ figures }) => figures.map((end) => index.figure(end)!)));
  return groups
    .map((group, i): WeighedGroup => {
      const own = told[i]!;
      return { ...group, voices: own, weight: weightOf(group, new Set(own).size) };
    })
    .sort((a, b) => b.weight - a.weight || compareWords(a.pair[0].fact, b.pair[0].fact));
}

/**
 * A pair that is not sure weighs as much less; figures that are far apart weigh up to twice as much as those that nearly meet,
 * since a small difference may matter too; one voice that tells two numbers has a misprint, and weighs half, two weigh two
 * thirds, and so on.
 */
const weightOf = ({ score, difference }: FigureGroup, voices: number): number =>
  score * ((1 + difference) / 2) * (voices / (voices + 1));
