import type { SourceSpan } from '@shared/model/offset.ts';
import { type Block, joinBlocks } from './blocks.ts';
import { readBylineLine } from './bylines.ts';
import {
  blocksOf,
  type Draft,
  type DraftArticle,
  type DraftDoubt,
  hullOf,
  nearestArticle,
  newArticle,
  type Part,
} from './draft.ts';
import { divide, placeIn, takeOut } from './draft-edits.ts';
import type { SegmentKnowledge } from './knowledge.ts';

/** A mending of the person's, placed in the source by the caller. */
export type PlacedCut =
  | { readonly type: 'split'; readonly at: SourceSpan }
  | { readonly type: 'merge'; readonly first: SourceSpan; readonly second: SourceSpan }
  | { readonly type: 'reorder'; readonly what: SourceSpan; readonly after: SourceSpan | null }
  | {
      readonly type: 'mark';
      readonly what: SourceSpan;
      readonly role: 'body' | 'title' | 'subtitle' | 'byline' | 'heading' | 'caption' | 'furniture';
    }
  | { readonly type: 'join'; readonly at: SourceSpan }
  | { readonly type: 'break'; readonly at: SourceSpan };

/**
 * Replays the person's cuts over a draft, in their order; returns the indexes of those that no longer fit.
 * Doubts about words that a cut touched are settled by it.
 */
export function replayCuts(
  draft: Draft,
  source: string,
  cuts: readonly PlacedCut[],
  knowledge: SegmentKnowledge,
): number[] {
  const unplaced: number[] = [];
  if (cuts.length === 0) return unplaced;
  cuts.forEach((cut, i) => {
    if (!isInside(cut, source.length) || !replay(draft, source, cut, knowledge)) {
      unplaced.push(i);
      return;
    }
    const touched = spansOf(cut);
    draft.doubts = draft.doubts.filter(
      ({ span }) => !touched.some((one) => one.start < span.end && span.start < one.end),
    );
    draft.articles = draft.articles.filter((article) => !isEmpty(article));
  });
  draft.doubts = draft.doubts
    .map((doubt) => ({ ...doubt, article: doubt.article && holderOf(draft, doubt.span.start) }))
    .filter((doubt) => doubt.reason !== 'no-headline' || lacksHeadline(doubt));
  return unplaced;
}

/** A headline is missing only above the first words of an article that has none. */
const lacksHeadline = ({ article, span }: DraftDoubt): boolean =>
  article !== null &&
  article.title.length === 0 &&
  article.parts[0] !== undefined &&
  holds(article.parts[0].block, span.start);

const spansOf = (cut: PlacedCut): readonly SourceSpan[] => {
  switch (cut.type) {
    case 'merge':
      return [cut.first, cut.second];
    case 'reorder':
      return [cut.what];
    case 'mark':
      return [cut.what];
    default:
      return [cut.at];
  }
};

const isInside = (cut: PlacedCut, length: number): boolean =>
  spansOf(cut).every(({ start, end }) => start >= 0 && start < end && end <= length);

function replay(draft: Draft, source: string, cut: PlacedCut, knowledge: SegmentKnowledge): boolean {
  switch (cut.type) {
    case 'split':
      return split(draft, cut.at);
    case 'merge':
      return merge(draft, cut.first, cut.second);
    case 'reorder':
      return reorder(draft, source, cut.what, cut.after);
    case 'mark':
      return mark(draft, source, cut.what, cut.role, knowledge);
    case 'join':
      return join(draft, cut.at);
    case 'break':
      return findPart(draft, cut.at.start) !== null && breakAt(draft, cut.at.start);
  }
}

export const isEmpty = ({ title, subtitle, bylines, parts, captions }: DraftArticle): boolean =>
  title.length + subtitle.length + bylines.length + parts.length + captions.length === 0;

const holds = (block: Block, offset: number): boolean =>
  block.runs.some((run) => offset >= run.start && offset < run.end);

/** The article that holds an offset in any of its texts. */
const holderOf = (draft: Draft, offset: number): DraftArticle | null =>
  draft.articles.find((article) => blocksOf(article).some((block) => holds(block, offset))) ?? null;

function findPart(draft: Draft, offset: number): { article: DraftArticle; index: number; part: Part } | null {
  for (const article of draft.articles) {
    const index = article.parts.findIndex((part) => holds(part.block, offset));
    if (index >= 0) return { article, index, part: article.parts[index] as Part };
  }
  return null;
}

/** Makes the unit at `offset` the first of its part; true when it is so now or was before. */
function breakAt(draft: Draft, offset: number): boolean {
  const found = findPart(draft, offset);
  if (!found) return false;
  const { article, index, part } = found;
  const [first, second] = halve(part.block, offset);
  if (first && second) article.parts.splice(index, 1, { ...part, block: first }, { ...part, block: second });
  return true;
}

/** What of a block is read before a unit, and what from it on. */
function halve(block: Block, offset: number): [Block | null, Block | null] {
  const one = { start: offset, end: offset + 1 } as SourceSpan;
  const { before, inside, after } = divide(block, one);
  if (!inside) return [block, null];
  return [before, after ? rejoin(inside, after) : inside];
}

/** Two neighbouring stretches of one block, their touching runs made one again. */
function rejoin(first: Block, second: Block): Block {
  const joined = joinBlocks(first, second);
  const last = first.runs.at(-1);
  const next = second.runs[0];
  if (!last || !next || last.end !== next.start) return joined;
  return {
    ...joined,
    text: first.text + second.text,
    runs: [...first.runs.slice(0, -1), { start: last.start, end: next.end }, ...second.runs.slice(1)],
  };
}

function split(draft: Draft, at: SourceSpan): boolean {
  if (!breakAt(draft, at.start)) return false;
  const found = findPart(draft, at.start);
  if (!found) return false;
  const { article, index } = found;
  const opensAlready =
    index === 0 && [...article.title, ...article.subtitle].every((block) => hullOf(block).start > at.start);
  if (opensAlready) return true;
  const fresh = newArticle(article.kind);
  fresh.parts = article.parts.splice(index);
  const later = (block: Block): boolean => hullOf(block).start >= at.start;
  fresh.captions = article.captions.filter(later);
  article.captions = article.captions.filter((block) => !later(block));
  fresh.bylines = article.bylines.filter((byline) => later(byline.block));
  article.bylines = article.bylines.filter((byline) => !later(byline.block));
  draft.articles.splice(draft.articles.indexOf(article) + 1, 0, fresh);
  return true;
}

function merge(draft: Draft, first: SourceSpan, second: SourceSpan): boolean {
  const into = holderOf(draft, first.start);
  const from = holderOf(draft, second.start);
  if (!into || !from) return false;
  if (into === from) return true;
  const head = [...from.title, ...from.subtitle];
  if (into.title.length === 0) {
    into.title = from.title;
    into.subtitle.push(...from.subtitle);
  } else into.parts.push(...head.map((block): Part => ({ role: 'heading', block })));
  into.parts.push(...from.parts);
  into.bylines.push(...from.bylines);
  into.captions.push(...from.captions);
  if (into.kind === 'filler') into.kind = from.kind;
  draft.articles = draft.articles.filter((article) => article !== from);
  return true;
}

function join(draft: Draft, at: SourceSpan): boolean {
  const found = findPart(draft, at.start);
  if (found?.part.role !== 'body') return false;
  const { article, index, part } = found;
  // Inside a paragraph the two are joined already.
  if (placeIn(part.block, at.start) > 0) return true;
  let before = index - 1;
  while (before >= 0 && article.parts[before]?.role !== 'body') before--;
  const earlier = article.parts[before];
  if (!earlier) return false;
  article.parts[before] = { ...earlier, block: joinBlocks(earlier.block, part.block) };
  article.parts.splice(index, 1);
  return true;
}

function reorder(draft: Draft, source: string, what: SourceSpan, after: SourceSpan | null): boolean {
  if (after && after.start < what.end && what.start < after.end) return false;
  if (!findPart(draft, what.start)) return false;
  if (after && !findPart(draft, after.end - 1)) return false;
  const taken = takeOut(draft, source, what, false);
  const home = taken.find((one) => one.part >= 0)?.article;
  if (!home) return false;
  const moved = taken.map(
    ({ block, role }): Part => ({ role: role === 'heading' ? 'heading' : 'body', block }),
  );
  if (!after) {
    home.parts.unshift(...moved);
    return true;
  }
  const place = findPart(draft, after.end - 1);
  if (!place) {
    home.parts.push(...moved);
    return true;
  }
  const { article, index, part } = place;
  const {
    before,
    inside,
    after: rest,
  } = divide(part.block, { start: after.end - 1, end: after.end } as SourceSpan);
  const upTo = before && inside ? rejoin(before, inside) : (inside ?? part.block);
  article.parts.splice(
    index,
    1,
    { ...part, block: upTo },
    ...moved,
    ...(rest ? [{ ...part, block: rest }] : []),
  );
  return true;
}

function mark(
  draft: Draft,
  source: string,
  what: SourceSpan,
  role: Extract<PlacedCut, { type: 'mark' }>['role'],
  knowledge: SegmentKnowledge,
): boolean {
  const inText = role === 'body' || role === 'heading';
  const taken = takeOut(draft, source, what, !inText);
  const first = taken[0];
  if (!first) return false;
  if (role === 'furniture') {
    draft.furniture.push(...taken.flatMap(({ block }) => block.runs));
    return true;
  }
  const home = taken.find((one) => one.article)?.article ?? homeFor(draft, what.start);
  const blocks = taken.map(({ block }) => block);
  const bySource = (a: Block, b: Block): number => hullOf(a).start - hullOf(b).start;
  if (role === 'title') home.title = [...home.title, ...blocks].sort(bySource);
  else if (role === 'subtitle') home.subtitle = [...home.subtitle, ...blocks].sort(bySource);
  else if (role === 'caption') home.captions = [...home.captions, joinAll(blocks)].sort(bySource);
  else if (role === 'byline') {
    const block = joinAll(blocks);
    home.bylines.push({ names: readBylineLine(block.text, knowledge, true) ?? [], block });
  } else {
    const known = taken.find((one) => one.part >= 0);
    const later = home.parts.findIndex((part) => hullOf(part.block).start > what.start);
    const at = known ? known.part : later < 0 ? home.parts.length : later;
    const parts = role === 'heading' ? [joinAll(blocks)] : blocks;
    home.parts.splice(at, 0, ...parts.map((block): Part => ({ role, block })));
  }
  if (home.kind === 'filler' && inText) home.kind = 'article';
  return true;
}

const joinAll = (blocks: readonly Block[]): Block => blocks.reduce((all, block) => joinBlocks(all, block));

/** The article that takes words which stood in none; a new one on a page without any. */
function homeFor(draft: Draft, offset: number): DraftArticle {
  const near = nearestArticle(draft.articles, offset);
  if (near) return near;
  const fresh = newArticle();
  draft.articles.push(fresh);
  return fresh;
}
