import { findAgreements } from '@shared/analysis/agreement/agreements.ts';
import { knowledge } from './answered-figures.ts';
import { type MarkedEvent, readMarked, relationOf } from './marked/marked-articles.ts';

export interface MarkedScore {
  /** Pairs brought together, and how many of them are of one thing or of a part of it. */
  readonly told: number;
  readonly right: number;
  /** Marked pairs of one thing, and of a part and its whole, and how many of them were brought together. */
  readonly same: { readonly asked: number; readonly told: number };
  readonly scope: { readonly asked: number; readonly told: number };
}

/** How the engine does on marked articles, each event by itself. */
export async function scoreMarked(folder: '.' | 'unseen'): Promise<MarkedScore> {
  const score = { told: 0, right: 0, same: { asked: 0, told: 0 }, scope: { asked: 0, told: 0 } };
  for (const event of await readMarked(folder)) {
    const relations = relationsOf(event);
    for (const { ends } of findAgreements(event.articles, knowledge)) {
      const relation = relations.get(
        keyOf(...(ends.map(({ article, fact }) => `${article} ${fact}`) as Pair)),
      );
      score.told++;
      if (relation === undefined) continue;
      score.right++;
      score[relation].told++;
    }
    for (const relation of relations.values()) score[relation].asked++;
  }
  return score;
}

type Pair = [string, string];

const keyOf = (...pair: Pair): string => pair.sort().join('|');

/** Of figures of two articles. */
function relationsOf({ things }: MarkedEvent): Map<string, 'same' | 'scope'> {
  const all = [...things];
  return new Map(
    all.flatMap(([one, thing], i) =>
      all.slice(i + 1).flatMap(([other, otherThing]) => {
        const relation = relationOf(thing, otherThing);
        const areOfTwo = one.split(' ')[0] !== other.split(' ')[0];
        return relation !== null && areOfTwo ? [[keyOf(one, other), relation] as const] : [];
      }),
    ),
  );
}
