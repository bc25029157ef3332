import type { Folding } from '@shared/text/folding.ts';
import { DisjointSets } from '../disjoint-sets.ts';
import { ReuseIndex } from '../reuse/reuse-index.ts';
import type { ToldFigure } from './agreement-index.ts';

/** Units either side of a figure in which a passage that holds it is sought: some sentences. */
const AROUND = 200;

/** The voices of many groups; those of a group whose articles are as they were are not sought again. */
export class GroupVoices {
  private readonly folding: Folding;
  private known: ReadonlyMap<string, readonly number[]> = new Map();

  constructor(folding: Folding) {
    this.folding = folding;
  }

  /** For each group what `voicesOf` says. */
  of(groups: readonly (readonly ToldFigure[])[]): (readonly number[])[] {
    const now = new Map<string, readonly number[]>();
    const voices = groups.map((figures) => {
      const key = figures.map(({ number, statement }) => `${number} ${statement.claim.fact.id}`).join();
      const own = this.known.get(key) ?? voicesOf(figures, this.folding);
      now.set(key, own);
      return own;
    });
    this.known = now;
    return voices;
  }
}

/**
 * Which of the figures are of one voice: those of one article, and those of articles that share the passage in which the
 * figure stands, whatever number each prints there, since a reprint adds no witness.
 * @returns for each figure the number of its voice, from 0, in the order in which they first speak.
 */
function voicesOf(figures: readonly ToldFigure[], folding: Folding): number[] {
  const voices = new DisjointSets<number>();
  const firstOf = new Map<string, number>();
  const index = new ReuseIndex(folding);
  const places = figures.map(({ told: { article }, statement: { claim } }, i) => {
    const known = firstOf.get(article.id);
    if (known === undefined) firstOf.set(article.id, i);
    else voices.join(known, i);
    const from = Math.max(0, claim.start - AROUND);
    return {
      start: claim.start - from,
      end: claim.end - from,
      text: article.body.text.slice(from, claim.end + AROUND),
    };
  });
  for (const [i, { text }] of places.entries())
    for (const { ends } of index.add(String(i), text)) {
      const isTold = ends.every(({ article, start, end }) => {
        const figure = places[Number(article)]!;
        return start <= figure.end && end >= figure.start;
      });
      if (isTold) voices.join(Number(ends[0].article), Number(ends[1].article));
    }
  const numbers = new Map<number, number>();
  return figures.map((_, i) => {
    const voice = voices.rootOf(i);
    const number = numbers.get(voice) ?? numbers.size;
    numbers.set(voice, number);
    return number;
  });
}
