import type { SourceSpan } from '@shared/model/offset.ts';
import { chooseSnippets } from '@shared/search/passages/choose-snippets.ts';
import type { Mark } from '@shared/search/search-index.ts';
import { type ArticleDocument, markOfSpans } from '../library/article-document.ts';

/** What stands on words of the source: a fact or a quotation. */
export interface OnWords extends SourceSpan {
  readonly text: string;
  readonly spans?: readonly SourceSpan[];
}

export const spansOfWords = ({ spans, start, end }: OnWords): readonly SourceSpan[] =>
  spans ?? [{ start, end }];

/** What stands on words, in the words around it. */
export interface WordsPassage {
  readonly text: string;
  /** Of the document's text; 0 for words that do not stand in it. */
  readonly start: number;
  readonly marks: readonly Mark[];
}

/** The passage that words stand in; of those that stand in no text that is searched, themselves. */
export function passageOf(document: ArticleDocument, words: OnWords): WordsPassage {
  const mark = markOfSpans(document, spansOfWords(words));
  const [around] = mark ? chooseSnippets(document.text, [mark], 1) : [];
  return around ?? { text: words.text, start: 0, marks: [[0, words.text.length]] };
}

/** Where words of the source stand in a passage; undefined where they do not. */
export function markInPassage(
  document: ArticleDocument,
  { text, start: from }: WordsPassage,
  words: SourceSpan | null,
): Mark | undefined {
  const mark = words && markOfSpans(document, [words]);
  if (!mark || mark[0] < from || mark[1] > from + text.length) return undefined;
  return [mark[0] - from, mark[1] - from];
}
