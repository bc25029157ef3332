import type { SourceSpan } from '@shared/model/offset.ts';
import type { PlacedCut } from '@shared/model/page-cut.ts';
import type { Draft, DraftArticle, DraftDoubt } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { arrangeArticle, mergeArticles, splitArticle } from './article-cuts.ts';
import { findPart, holderOf, holds } from './draft-edits.ts';
import { markWords } from './mark-words.ts';
import { breakAt, join, reorder } from './paragraph-cuts.ts';

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
    const touched = cut.type === 'join' ? paragraphAt(draft, cut.at.start) : settledBy(cut);
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

/** The words that a cut needs on the page. */
function wordsOf(cut: PlacedCut): readonly SourceSpan[] {
  if (cut.type === 'merge') return [cut.first, cut.second];
  const words = 'at' in cut ? cut.at : cut.what;
  return [words, ('after' in cut && cut.after) || []].flat();
}

/** The whole of a paragraph: joining it says how its sentence goes on. */
const paragraphAt = (draft: Draft, offset: number): readonly SourceSpan[] =>
  findPart(draft, offset)?.part.block.runs ?? [];

/** The words of which a cut says what the program was unsure of. */
function settledBy(cut: PlacedCut): readonly SourceSpan[] {
  if (cut.type === 'arrange') return [];
  return cut.type === 'reorder' ? cut.what : wordsOf(cut);
}

const isInside = (cut: PlacedCut, length: number): boolean =>
  wordsOf(cut).every(({ start, end }) => start >= 0 && start < end && end <= length);

function replay(draft: Draft, source: string, cut: PlacedCut, knowledge: SegmentKnowledge): boolean {
  switch (cut.type) {
    case 'split':
      return splitArticle(draft, source, cut.at);
    case 'merge':
      return mergeArticles(draft, cut.first, cut.second);
    case 'arrange':
      return arrangeArticle(draft, cut.what, cut.after);
    case 'reorder':
      return reorder(draft, source, cut.what, cut.after);
    case 'mark':
      return markWords(draft, source, cut.what, cut.role, knowledge);
    case 'join':
      return join(draft, cut.at);
    case 'break':
      return findPart(draft, cut.at.start) !== null && breakAt(draft, cut.at.start);
  }
}

export const isEmpty = ({ title, subtitle, bylines, parts, captions }: DraftArticle): boolean =>
  title.length + subtitle.length + bylines.length + parts.length + captions.length === 0;
