import type { BlockRole as MarkedRole } from '@shared/journal/act.ts';
import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import { readingMap } from '@shared/text/offset-map.ts';
import { dropUnseen, joinLines } from '@shared/text/unseen.ts';
import type { ArticleRow, SourceRow } from '../library/rows.ts';
import type { ArticleView } from './article-view.ts';
import { groupBy } from './sorted.ts';

/** A paragraph or heading of an article of the page. */
export interface PageParagraph {
  readonly text: string;
  readonly isHeading: boolean;
  readonly words: readonly SourceSpan[];
}

/** An article's paragraphs and headings in the order they are read. */
export function listParagraphs({ article }: ArticleRow): PageParagraph[] {
  const map = readingMap(article.body);
  return [
    ...article.paragraphs.map((span) => ({ span, isHeading: false })),
    ...article.headings.map((span) => ({ span, isHeading: true })),
  ]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, isHeading }) => ({
      isHeading,
      text: article.body.text.slice(span.start, span.end),
      words: map.mapSpan(span),
    }));
}

/** Words that an article is known by: the first of its text, of a headline where it has no other text. */
export function openingWords({ article }: ArticleRow): readonly SourceSpan[] | null {
  const { body, title, subtitle, captions } = article;
  const [piece] = [body, title, subtitle, ...captions].flatMap((reading) => reading?.pieces ?? []);
  return piece ? [sourceSpan(piece.to, piece.to + piece.length)] : null;
}

/** What the first of some words is taken for; null where they belong to no text of the open article. */
export function roleOfWords(
  view: ArticleView,
  { furniture }: Pick<SourceRow, 'furniture'>,
  [first]: readonly SourceSpan[],
): MarkedRole | null {
  if (!first) return null;
  const touches = ({ start, end }: SourceSpan): boolean => start < first.end && first.start < end;
  if (furniture.some(touches)) return 'furniture';
  if (view.article.byline.spans.some(touches)) return 'byline';
  const [shown] = view.placement.toBlocks([first]);
  const role = shown && view.blocks[shown.block]?.role;
  return role === 'paragraph' ? 'body' : (role ?? null);
}

/**
 * What is selected, as it is read: a line for each paragraph; one line for all where some of the words are not the
 * open article's.
 */
export function wordsOfSelection({
  view,
  selection,
}: {
  readonly view: ArticleView | null;
  readonly selection: readonly SourceSpan[];
}): string {
  if (!view) return '';
  const shown = view.placement.toBlocks(selection);
  const { sourceText } = view;
  if (countSeen(sourceText, view.placement.toSource(shown)) < countSeen(sourceText, selection))
    return quoteWords(sourceText, selection);
  const lines = groupBy(shown, ({ block }) => block);
  return [...lines]
    .map(([block, spans]) =>
      spans.map(({ start, end }) => view.blocks[block]?.text.slice(start, end) ?? '').join(''),
    )
    .join('\n');
}

/** Units of some words that leave a trace in print. */
const countSeen = (text: string, words: readonly SourceSpan[]): number =>
  words.reduce(
    (sum, { start, end }) => sum + dropUnseen(text.slice(start, end)).replace(/[\s\u0085]/g, '').length,
    0,
  );

/** Words as they are read in one line. */
export const quoteWords = (text: string, words: readonly SourceSpan[]): string =>
  words.map(({ start, end }) => joinLines(text.slice(start, end))).join('');
