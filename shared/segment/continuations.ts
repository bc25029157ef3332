import { type Block, joinBlocks } from './blocks.ts';
import { type DraftArticle, type DraftDoubt, hullOf, type Part } from './draft.ts';
import { isRow } from './headlines.ts';
import type { SegmentKnowledge } from './knowledge.ts';
import { breaksOff, openMarks, type PairCounts, seamScore, startsInside } from './sentences.ts';

/** A body block of a story, by story and place in it. */
interface Place {
  readonly article: number;
  readonly part: number;
  readonly block: Block;
}

/** A paragraph that breaks off, and what stands below it. */
interface Break {
  readonly place: Place;
  readonly next: Place | null;
  /** Whether the block below seems to be another story's. */
  readonly strange: boolean;
  /** The block after such a stranger. */
  readonly beyond: Place | null;
}

interface Seam {
  readonly from: Place;
  readonly to: Place;
  readonly adjacent: boolean;
  readonly score: number;
}

/** What standing one after the other is worth, in points of `seamScore`. */
const ADJACENT = 2.5;
const ENOUGH_NEXT = 1;
const ENOUGH_FAR = 3.5;
/** Beyond this many pairs a page is not searched for far continuations. */
const MOST_PAIRS = 20_000;

/**
 * Joins paragraphs that a caption, a column's end or another block cut in two: an unfinished one goes on in
 * the next, unless a loose piece elsewhere on the page fits it clearly better.
 */
export function joinCutParagraphs(
  articles: readonly DraftArticle[],
  strangers: ReadonlySet<Block>,
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): DraftDoubt[] {
  const places = articles.map((article, a) =>
    article.parts.flatMap((part, p): Place[] =>
      part.role === 'body' ? [{ article: a, part: p, block: part.block }] : [],
    ),
  );
  const open: Break[] = [];
  const loose: Place[] = [];
  for (const [a, own] of places.entries()) {
    if (articles[a]?.kind === 'filler') continue;
    const standAlone = findVerse(own);
    own.forEach((place, i) => {
      const next = own[i + 1] ?? null;
      if (breaksOff(place.block.text) && !standAlone.has(place)) {
        const near = next && next.part === place.part + 1 ? next : null;
        const strange = near !== null && strangers.has(near.block);
        open.push({ place, next: near, strange, beyond: strange ? (own[i + 2] ?? null) : null });
      }
      const before = own[i - 1];
      if (isLoose(place.block) || (before && breaksOff(before.block.text))) loose.push(place);
    });
  }
  if (open.length === 0) return [];
  const seams = findSeams(open, loose, pairs, knowledge);
  const follower = new Map<Place, Seam>();
  const taken = new Set<Place>();
  const chains = new Chains();
  for (const seam of seams) {
    if (follower.has(seam.from) || taken.has(seam.to) || chains.find(seam.from) === chains.find(seam.to))
      continue;
    follower.set(seam.from, seam);
    taken.add(seam.to);
    chains.join(seam.from, seam.to);
  }
  const doubts = followUp(articles, places, follower, taken);
  for (const { place } of open) {
    if (follower.has(place)) continue;
    doubts.push({
      reason: 'unfinished-sentence',
      article: articles[place.article] as DraftArticle,
      span: hullOf(place.block),
    });
  }
  return doubts;
}

/** Lines that end where their writer ended them: three or more short ones in a row, or the rows of a table. */
function findVerse(places: readonly Place[]): ReadonlySet<Place> {
  const found = new Set<Place>();
  let run: Place[] = [];
  const close = (): void => {
    if (run.length >= 3) for (const place of run) found.add(place);
    run = [];
  };
  for (const place of places) {
    const { block } = place;
    if (isRow(block.text)) found.add(place);
    if (block.lines > 1 || block.width > 18 || block.piece || block.measure > 0) close();
    else run.push(place);
  }
  close();
  return found;
}

/** Whether a block cannot be the beginning of a paragraph. */
const isLoose = (block: Block): boolean =>
  startsInside(block.text) || openMarks(block.text.slice(0, 300)).closed.length > 0;

function findSeams(
  open: readonly Break[],
  loose: readonly Place[],
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): Seam[] {
  const seams: Seam[] = [];
  const searchFar = open.length * loose.length <= MOST_PAIRS;
  for (const { place, next, strange, beyond } of open) {
    if (beyond) {
      const score = seamScore(place.block.text, beyond.block.text, pairs, knowledge) + ADJACENT - 0.5;
      if (score >= ENOUGH_NEXT) seams.push({ from: place, to: beyond, adjacent: false, score });
    }
    if (next) {
      const score =
        seamScore(place.block.text, next.block.text, pairs, knowledge) + ADJACENT - (strange ? 2 : 0);
      if (score >= ENOUGH_NEXT) seams.push({ from: place, to: next, adjacent: true, score });
    }
    if (!searchFar) continue;
    for (const other of loose) {
      if (other === next || other === beyond || other === place) continue;
      const score =
        seamScore(place.block.text, other.block.text, pairs, knowledge) -
        (other.article === place.article ? 0 : 0.5);
      if (score >= ENOUGH_FAR) seams.push({ from: place, to: other, adjacent: false, score });
    }
  }
  return seams.sort((a, b) => b.score - a.score);
}

/** Which places are pieces of one paragraph already, so that no piece follows itself. */
class Chains {
  private readonly above = new Map<Place, Place>();

  find(place: Place): Place {
    let root = place;
    for (let next = this.above.get(root); next; next = this.above.get(root)) root = next;
    for (let at = place; at !== root; ) {
      const next = this.above.get(at) as Place;
      this.above.set(at, root);
      at = next;
    }
    return root;
  }

  join(first: Place, second: Place): void {
    const from = this.find(second);
    const to = this.find(first);
    if (from !== to) this.above.set(from, to);
  }
}

/** Puts each chain of pieces where its first piece stands. */
function followUp(
  articles: readonly DraftArticle[],
  places: readonly Place[][],
  follower: ReadonlyMap<Place, Seam>,
  taken: ReadonlySet<Place>,
): DraftDoubt[] {
  const doubts: DraftDoubt[] = [];
  for (const [a, own] of places.entries()) {
    const article = articles[a] as DraftArticle;
    const byPart = new Map(own.map((place) => [place.part, place]));
    const parts: Part[] = [];
    article.parts.forEach((part, p) => {
      const place = byPart.get(p);
      if (!place) {
        parts.push(part);
        return;
      }
      if (taken.has(place)) return;
      const pieces: Block[] = [];
      for (let seam = follower.get(place); seam; seam = follower.get(seam.to)) {
        pieces.push(seam.to.block);
        if (!seam.adjacent || seam.score < ADJACENT - 0.6)
          doubts.push({
            reason: seam.adjacent ? 'unfinished-sentence' : 'order-unknown',
            article,
            span: hullOf(seam.to.block),
          });
      }
      parts.push(pieces.length ? { ...part, block: joinBlocks(place.block, ...pieces) } : part);
    });
    article.parts = parts;
  }
  return doubts;
}
