import type { SourceSpan } from '@shared/model/offset.ts';
import { isShort } from '../blocks/items.ts';
import { isSignature } from '../blocks/notices.ts';
import { isAttribution } from '../blocks/pull-quotes.ts';
import { type DraftArticle, type DraftDoubt, hullOf, type Part } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { isRow } from '../stories/headlines.ts';
import { type Block, joinBlocks, sliceBlock } from './blocks.ts';
import { chooseFollowers, type Seam } from './followers.ts';
import { type OpeningScore, readOpenings } from './openings.ts';
import { type PairCounts, seamScore } from './seams.ts';
import { breaksOff, endsSentence, openMarks, startsInside, startsWithCrumb } from './sentences.ts';

/** A body block of a story, by story and place in it. */
interface Place {
  readonly article: number;
  readonly part: number;
  readonly block: Block;
}

/** `next`: right below; `over`: below what was set in between; `far`: elsewhere on the page. */
type Distance = 'next' | 'over' | 'far';

interface CutSeam extends Seam<Place> {
  readonly distance: Distance;
  /** What stands between the two in their story, where the seam goes over it. */
  readonly between: readonly Block[];
  /** What the words and the print of the seam say, in points of `seamScore`; the distance left aside. */
  readonly evidence: number;
}

/** What standing right below is worth, in points of `seamScore`. */
const NEXT = 2.5;
/** The same in a story whose end breaks off, as one does of which columns changed places. */
const NEXT_IN_DISORDER = 1;
/** What it is worth less below a block that seems to be another story's. */
const STRANGE = 2;
/** What standing below one block that was set in between is worth, and each further such block less. */
const OVER = 0.5;
const OVER_STRANGER = 2;
const MOST_BETWEEN = 3;
const EACH_BETWEEN = 0.5;
const FAR = -0.5;
const FAR_STORY = -2;
const FAR_FROM_LAST = 0.5;
/** The value that a seam must have to be taken at all. */
const ENOUGH_NEXT = 1;
const ENOUGH_OVER = 2;
const ENOUGH_FAR = 2.5;
const ENOUGH_LAST = 0.5;
/** Evidence, and lead over the next best seam, from which a seam is beyond doubt. */
const SURE = 2.5;
/** Evidence from which one is below what may be a heading, or in a story with an end that nothing goes on with. */
const SURE_IN_DISORDER = 3.5;
/** Evidence from which one is above what may be a caption. */
const SURE_BEFORE_CAPTION = 5;
const SURE_LEAD = 1;
/** Points of `OpeningScore` from which the print of a block says that it is the rest of something. */
const SAID = 1.5;
/** Of how many paragraphs a blank line must stand above that a page is said to part them so. */
const PARTED_PAGE = 0.8;
/** Beyond this many pairs a page is not searched for far continuations. */
const MOST_PAIRS = 20_000;
/** Units on either side of a seam that a doubt shows. */
const SHOWN = 20;

/**
 * Joins paragraphs that a caption, a column's end or another block cut in two: an unfinished one goes on in
 * the next, unless what stands below that or a loose piece elsewhere on the page fits it clearly better.
 */
export function joinCutParagraphs(
  articles: readonly DraftArticle[],
  strange: readonly DraftDoubt[],
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): DraftDoubt[] {
  const places = articles.map((article, a) =>
    article.kind === 'filler'
      ? []
      : article.parts.flatMap((part, p): Place[] =>
          part.role === 'body' && !part.keepsLine ? [{ article: a, part: p, block: part.block }] : [],
        ),
  );
  const open = new Set<Place>();
  for (const own of places) {
    const standAlone = findVerse(own);
    for (const place of own) {
      const isSigned = articles[place.article]?.kind === 'notice' && isSignature(place.block);
      if (isSigned || standAlone.has(place) || isAttribution(place.block)) continue;
      if (breaksOff(place.block.text)) open.add(place);
    }
  }
  const strangers = new Set(strange.map(({ span }) => span.start));
  const openings = readOpenings(places.flatMap((own) => own.map(({ block }) => block)));
  const seams = findSeams(places, open, openings, strangers, pairs, knowledge);
  const followers = chooseFollowers<Place>(seams) as Map<Place, CutSeam>;
  const doubts = [
    ...doubtSeams(articles, open, seams, followers),
    ...doubtHeads(articles, places, openings, followers),
  ];
  putTogether(articles, places, followers);
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
const isLoose = (block: Block, openings: OpeningScore): boolean =>
  openings(block) > 0 ||
  startsInside(block.text) ||
  startsWithCrumb(block.text) ||
  openMarks(block.text.slice(0, 300)).closed.length > 0;

function findSeams(
  places: readonly (readonly Place[])[],
  open: ReadonlySet<Place>,
  openings: OpeningScore,
  strangers: ReadonlySet<number>,
  pairs: PairCounts,
  knowledge: SegmentKnowledge,
): CutSeam[] {
  const loose = places.flatMap((own) =>
    own.filter(({ block }, i) => isLoose(block, openings) || (i > 0 && open.has(own[i - 1] as Place))),
  );
  const searchFar = open.size * loose.length <= MOST_PAIRS;
  const seams: CutSeam[] = [];
  const weigh = (
    from: Place,
    to: Place,
    distance: Distance,
    worth: number,
    enough: number,
    between: readonly Block[] = [],
  ): void => {
    const evidence = seamScore(from.block.text, to.block.text, pairs, knowledge) + openings(to.block);
    const value = evidence + worth;
    if (value >= enough) seams.push({ from, to, distance, between, evidence, value });
  };
  for (const own of places) {
    const last = own.at(-1);
    const isDisordered = last !== undefined && open.has(last) && open.size * own.length <= MOST_PAIRS;
    const next = isDisordered ? NEXT_IN_DISORDER : NEXT;
    own.forEach((from, i) => {
      if (!open.has(from)) return;
      const near = new Set<Place>([from]);
      const between: Block[] = [];
      for (const to of own.slice(i + 1, i + 2 + MOST_BETWEEN)) {
        // A heading closes the paragraph above it, however that ends.
        if (to.part !== from.part + 1 + between.length) break;
        near.add(to);
        if (between.length === 0)
          weigh(from, to, 'next', next - (strangers.has(hullOf(to.block).start) ? STRANGE : 0), ENOUGH_NEXT);
        else {
          const first = between.every((block) => strangers.has(hullOf(block).start)) ? OVER_STRANGER : OVER;
          weigh(from, to, 'over', first - EACH_BETWEEN * (between.length - 1), ENOUGH_OVER, [...between]);
        }
        // What itself breaks off is no whole that was set in between.
        if (open.has(to)) break;
        between.push(to.block);
      }
      if (!searchFar) return;
      for (const to of loose) {
        if (near.has(to)) continue;
        near.add(to);
        const isOwn = to.article === from.article;
        // What breaks off at its story's end must go on elsewhere in it.
        if (isOwn && from === last) weigh(from, to, 'far', FAR_FROM_LAST, ENOUGH_LAST);
        else weigh(from, to, 'far', isOwn ? FAR : FAR_STORY, ENOUGH_FAR);
      }
      if (isDisordered && from !== last)
        for (const to of own) if (!near.has(to)) weigh(from, to, 'far', FAR, ENOUGH_FAR);
    });
  }
  return seams;
}

/** Columns that a sentence hardly exceeds that stands below a picture. */
const LONGEST_CAPTION = 22;

/** Whether a block is one short sentence, as what goes on with a paragraph may be and as a caption is. */
const mayBeCaption = ({ text, width }: Block): boolean =>
  width <= LONGEST_CAPTION &&
  endsSentence(text) &&
  !startsInside(text) &&
  !startsWithCrumb(text) &&
  !/[。！？].+|[，；].*[，；]/u.test(text);

/** Doubts of seams that little speaks for, of what was set in between, and of sentences that nothing goes on with. */
function doubtSeams(
  articles: readonly DraftArticle[],
  open: ReadonlySet<Place>,
  seams: readonly CutSeam[],
  followers: ReadonlyMap<Place, CutSeam>,
): DraftDoubt[] {
  const doubts: DraftDoubt[] = [];
  const rivals = new Map<Place, CutSeam[]>();
  for (const seam of seams) {
    const own = rivals.get(seam.from);
    if (own) own.push(seam);
    else rivals.set(seam.from, [seam]);
  }
  const unresolved = new Set(
    [...open]
      .filter((place) => (followers.get(place)?.distance ?? 'far') === 'far')
      .map(({ article }) => article),
  );
  for (const place of open) {
    const article = articles[place.article] as DraftArticle;
    const seam = followers.get(place);
    if (!seam) {
      doubts.push({ reason: 'unfinished-sentence', article, span: hullOf(place.block) });
      continue;
    }
    const others = (rivals.get(place) ?? []).filter((other) => other !== seam);
    const lead = leadOver(seam, others, unresolved.has(place.article));
    if (seam.distance === 'far') {
      doubts.push({ reason: 'order-unknown', article, span: hullOf(seam.to.block) });
      if (seam.evidence < SURE_IN_DISORDER || lead < SURE_LEAD)
        doubts.push({ reason: 'unfinished-sentence', article, span: tailSpan(place.block) });
      continue;
    }
    if (seam.distance === 'over') {
      for (const block of seam.between)
        doubts.push({ reason: 'spliced-column', article, span: hullOf(block) });
      continue;
    }
    const sure = mayBeCaption(seam.to.block)
      ? SURE_BEFORE_CAPTION
      : isShort(place.block) || unresolved.has(place.article)
        ? SURE_IN_DISORDER
        : SURE;
    if (seam.evidence < sure || lead < SURE_LEAD)
      doubts.push({
        reason: 'unfinished-sentence',
        article,
        span: seamSpan(place.block, seam.to.block),
      });
  }
  return doubts;
}

/** How much better a seam is than the next best; where columns changed places, its nearness aside. */
function leadOver(seam: CutSeam, others: readonly CutSeam[], inDisorder: boolean): number {
  const lead = seam.value - Math.max(0, ...others.map(({ value }) => value));
  return inDisorder
    ? Math.min(lead, seam.evidence - Math.max(0, ...others.map(({ evidence }) => evidence)))
    : lead;
}

/** Doubts of blocks that by their print or their first mark are the rest of something that was not found. */
function doubtHeads(
  articles: readonly DraftArticle[],
  places: readonly (readonly Place[])[],
  openings: OpeningScore,
  followers: ReadonlyMap<Place, CutSeam>,
): DraftDoubt[] {
  const taken = new Set([...followers.values()].map(({ to }) => to));
  const all = places.flat();
  const gaps = all.filter(({ block }) => !block.piece && block.gap > 0).length;
  const parted = gaps >= PARTED_PAGE * all.length;
  // Where blank lines part paragraphs, one that follows without any may be the rest of the one above.
  const clings = ({ block }: Place, before: Place | undefined): boolean =>
    parted && block.gap === 0 && !block.piece && before?.block.lines === 1;
  return places.flatMap((own) =>
    own
      .filter(
        (place, i) =>
          !taken.has(place) &&
          (openings(place.block) >= SAID ||
            startsInside(place.block.text) ||
            startsWithCrumb(place.block.text) ||
            clings(place, own[i - 1])),
      )
      .map(({ article, block }): DraftDoubt => {
        const { start, end } = block.runs[0] as SourceSpan;
        return {
          reason: 'unfinished-sentence',
          article: articles[article] as DraftArticle,
          span: { start, end: Math.min(end, start + SHOWN) as SourceSpan['end'] },
        };
      }),
  );
}

/** The words on either side of a seam where they stand near each other, else those after it. */
function seamSpan(before: Block, after: Block): SourceSpan {
  const last = tailSpan(before);
  const first = after.runs[0] as SourceSpan;
  const end = Math.min(first.end, first.start + SHOWN) as SourceSpan['end'];
  return last.end <= first.start && first.start - last.end <= 4 * SHOWN
    ? { start: last.start, end }
    : { start: first.start, end };
}

/** The last words of a block, over the ends of lines; those of its last run where they stand far apart. */
function tailSpan(block: Block): SourceSpan {
  const last = block.runs.at(-1) as SourceSpan;
  const tail = sliceBlock(block, Math.max(0, block.text.length - SHOWN), block.text.length);
  const hull = tail ? hullOf(tail) : last;
  return hull.end === last.end && hull.end - hull.start <= 4 * SHOWN
    ? hull
    : { start: Math.max(last.start, last.end - SHOWN) as SourceSpan['start'], end: last.end };
}

/** Puts each chain of pieces where its first piece stands. */
function putTogether(
  articles: readonly DraftArticle[],
  places: readonly (readonly Place[])[],
  followers: ReadonlyMap<Place, CutSeam>,
): void {
  const taken = new Set([...followers.values()].map(({ to }) => to));
  for (const [a, own] of places.entries()) {
    const article = articles[a] as DraftArticle;
    const byPart = new Map(own.map((place) => [place.part, place]));
    article.parts = article.parts.flatMap((part, p): Part[] => {
      const place = byPart.get(p);
      if (!place) return [part];
      if (taken.has(place)) return [];
      const pieces: Block[] = [];
      for (let seam = followers.get(place); seam; seam = followers.get(seam.to)) pieces.push(seam.to.block);
      return [pieces.length ? { ...part, block: joinBlocks(place.block, ...pieces) } : part];
    });
  }
}
