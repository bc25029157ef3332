import type { AgreementIndex } from './agreement-index.ts';
import type { AgreementKnowledge } from './knowledge.ts';
import type { AgreementEnd } from './pair-agreements.ts';
import { nearness } from './pair-likeness.ts';
import { type Verdict, verdictOfJoined } from './verdict.ts';

export type FigurePair = readonly [AgreementEnd, AgreementEnd];

/** What a person said of pairs of figures: of one thing, or not. No pair is both. */
export interface SaidOfPairs {
  readonly joined: readonly FigurePair[];
  readonly parted: readonly FigurePair[];
}

export const NOTHING_SAID: SaidOfPairs = { joined: [], parted: [] };

/** Two figures of one thing, by the program or by a person. */
export interface SaidAgreement {
  readonly ends: FigurePair;
  readonly verdict: Verdict;
  /** How sure it is that both are of one thing, 0 to 1; 1 where a person said so. */
  readonly score: number;
  /** How far they are apart: 0 where they are equal, 1 where one is four times the other or more. */
  readonly difference: number;
}

/** What the index found but for pairs that a person parted, and with those that they joined; the surest first. */
export function agreementsAsSaid(
  index: AgreementIndex,
  { joined, parted }: SaidOfPairs,
  knowledge: AgreementKnowledge,
): SaidAgreement[] {
  const spoken = new Set([...joined, ...parted].map(pairKey));
  const found = index
    .agreements()
    .filter(({ ends }) => !spoken.has(pairKey(ends)))
    .map(({ ends, verdict, score, difference }): SaidAgreement => ({ ends, verdict, score, difference }));
  const own = joined.flatMap((ends): SaidAgreement[] => {
    const [a, b] = [index.figure(ends[0]), index.figure(ends[1])];
    if (!a || !b) return [];
    const verdict = verdictOfJoined([a.told, a.statement], [b.told, b.statement], knowledge);
    const difference = 1 - nearness(a.statement.range.value, b.statement.range.value);
    return verdict === null ? [] : [{ ends, verdict, score: 1, difference }];
  });
  return [...own, ...found].sort(
    (a, b) => b.score - a.score || compareWords(pairKey(a.ends), pairKey(b.ends)),
  );
}

export const keyOfFigure = ({ article, fact }: AgreementEnd): string => `${article} ${fact}`;

/** The same whichever of the two comes first. */
const pairKey = (ends: FigurePair): string => ends.map(keyOfFigure).sort().join(' ');

/** By units, the same in every language. */
export const compareWords = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
