import { DisjointSets } from '../disjoint-sets.ts';
import type { AgreementIndex } from './agreement-index.ts';
import type { AgreementKnowledge } from './knowledge.ts';
import type { AgreementEnd } from './pair-agreements.ts';
import {
  agreementsAsSaid,
  compareWords,
  type FigurePair,
  keyOfFigure,
  type SaidAgreement,
  type SaidOfPairs,
} from './said-agreements.ts';
import type { Verdict } from './verdict.ts';

/** Figures of one thing or, where one tells a part of what the other tells, two of them. */
export interface FigureGroup {
  /** The gravest that two of them say of each other. */
  readonly verdict: Verdict;
  /** The two that say it, the surest of those that do. */
  readonly pair: FigurePair;
  /** How sure it is that these two are of one thing, 0 to 1; 1 where a person said so. */
  readonly score: number;
  /** How far these two are apart: 0 where they are equal, 1 where one is four times the other or more. */
  readonly difference: number;
  /** In the order of time, undated ones last. */
  readonly figures: readonly AgreementEnd[];
}

/** Gravest first. */
export const VERDICTS = [
  'differ',
  'later-figure',
  'other-scope',
  'within-bounds',
  'agree',
] as const satisfies readonly Verdict[];

/**
 * Figures of a library brought together by what is said of pairs of them, the surest pair first; two that a person parted
 * never come into one group, whichever others they have in common. The same for the same articles, in whatever order they
 * came.
 */
export function groupFigures(
  index: AgreementIndex,
  said: SaidOfPairs,
  knowledge: AgreementKnowledge,
): FigureGroup[] {
  const edges = agreementsAsSaid(index, said, knowledge);
  const groups = new Groups(said.parted);
  for (const { ends, verdict } of edges) if (verdict !== 'other-scope') groups.join(ends);
  const within = new Map<string, SaidAgreement[]>();
  const between = new Map<string, SaidAgreement>();
  for (const edge of edges) {
    const [one, other] = edge.ends.map((end) => groups.rootOf(keyOfFigure(end))).sort() as [string, string];
    if (one === other) {
      const own = within.get(one);
      if (own) own.push(edge);
      else within.set(one, [edge]);
    } else if (edge.verdict === 'other-scope') {
      // One pair tells of two groups what all others between them would.
      const key = `${one} ${other}`;
      if (!between.has(key)) between.set(key, edge);
    }
  }
  const dateOf = (end: AgreementEnd): string => index.figure(end)?.told.article.publishedOn ?? '9999';
  const inTime = (figures: readonly AgreementEnd[]): AgreementEnd[] =>
    [...figures].sort(
      (a, b) => compareWords(dateOf(a), dateOf(b)) || compareWords(keyOfFigure(a), keyOfFigure(b)),
    );
  return [
    ...[...within.values()].map((own) => {
      const figures = new Map(own.flatMap(({ ends }) => ends.map((end) => [keyOfFigure(end), end] as const)));
      return groupOf(gravest(own), inTime([...figures.values()]));
    }),
    ...[...between.values()].map((edge) => groupOf(edge, inTime(edge.ends))),
  ];
}

const groupOf = (
  { ends, verdict, score, difference }: SaidAgreement,
  figures: AgreementEnd[],
): FigureGroup => ({
  verdict,
  pair: ends,
  score,
  difference,
  figures,
});

const gravest = (edges: readonly SaidAgreement[]): SaidAgreement =>
  [...edges].sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict))[0]!;

/** Figures brought together, of which some are never in one group. */
class Groups {
  private readonly sets = new DisjointSets<string>();
  /** For each root the figures that none of its own may be with. */
  private readonly apart = new Map<string, Set<string>>();

  constructor(parted: readonly FigurePair[]) {
    for (const pair of parted) {
      const [one, other] = pair.map(keyOfFigure) as [string, string];
      this.keepApart(one, [other]);
      this.keepApart(other, [one]);
    }
  }

  rootOf(figure: string): string {
    return this.sets.rootOf(figure);
  }

  join(pair: FigurePair): void {
    const [one, other] = pair.map((end) => this.rootOf(keyOfFigure(end))) as [string, string];
    const apart = this.apart.get(one) ?? [];
    if (one === other || [...apart].some((figure) => this.rootOf(figure) === other)) return;
    this.sets.join(one, other);
    this.keepApart(other, apart);
    this.apart.delete(one);
  }

  private keepApart(root: string, figures: Iterable<string>): void {
    this.apart.set(root, new Set([...(this.apart.get(root) ?? []), ...figures]));
  }
}
