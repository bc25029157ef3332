import { DisjointSets } from '../disjoint-sets.ts';
import type { PassageEnd, SharedPassage } from './reuse-index.ts';

/** One passage in all articles that hold it. */
export interface PassageFamily {
  /** By date, undated ones last; of one date by article and place. */
  readonly members: readonly PassageEnd[];
}

/** Two stretches of an article are one passage when each has at least this share in common with the other. */
const COMMON = 0.5;

/**
 * Passages brought together: an article that shares one passage with some and another with others stands in two families.
 * @param publishedOn the ISO date of an article, null where nothing says it.
 */
export function passageFamilies(
  passages: readonly SharedPassage[],
  publishedOn: (article: string) => string | null,
): PassageFamily[] {
  const ends = passages.flatMap((passage) => passage.ends);
  const families = new DisjointSets<number>();
  for (let i = 0; i < ends.length; i += 2) families.join(i, i + 1);
  for (const places of byArticle(ends)) joinOverlapping(places, ends, families);

  const members = new Map<number, PassageEnd[]>();
  for (const [i, end] of ends.entries()) {
    const root = families.rootOf(i);
    members.set(root, [...(members.get(root) ?? []), end]);
  }
  return [...members.values()].map((own) => ({ members: inTime(longestOfEach(own), publishedOn) }));
}

function byArticle(ends: readonly PassageEnd[]): number[][] {
  const places = new Map<string, number[]>();
  for (const [i, { article }] of ends.entries()) {
    const own = places.get(article);
    if (own) own.push(i);
    else places.set(article, [i]);
  }
  return [...places.values()];
}

function joinOverlapping(
  places: readonly number[],
  ends: readonly PassageEnd[],
  families: DisjointSets<number>,
): void {
  const sorted = [...places].sort((a, b) => ends[a]!.start - ends[b]!.start || ends[b]!.end - ends[a]!.end);
  let open: number[] = [];
  for (const i of sorted) {
    const { start, end } = ends[i]!;
    open = open.filter((other) => ends[other]!.end > start);
    for (const other of open) {
      const before = ends[other]!;
      const common = Math.min(end, before.end) - start;
      if (common >= COMMON * (end - start) && common >= COMMON * (before.end - before.start))
        families.join(i, other);
    }
    // Equal stretches are one from now on: a text that stands in many articles has one end a pair.
    if (!open.some((other) => ends[other]!.start === start && ends[other]!.end === end)) open.push(i);
  }
}

/** One stretch an article, the longest; a passage that an article prints twice keeps both. */
function longestOfEach(members: readonly PassageEnd[]): PassageEnd[] {
  const kept: PassageEnd[] = [];
  for (const end of [...members].sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!kept.some((own) => own.article === end.article && own.start < end.end && end.start < own.end))
      kept.push(end);
  return kept;
}

const inTime = (
  members: readonly PassageEnd[],
  publishedOn: (article: string) => string | null,
): PassageEnd[] =>
  [...members].sort((a, b) => {
    const [first, second] = [publishedOn(a.article) ?? '9999', publishedOn(b.article) ?? '9999'];
    if (first !== second) return first < second ? -1 : 1;
    return a.article === b.article ? a.start - b.start : a.article < b.article ? -1 : 1;
  });
