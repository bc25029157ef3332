import type { Fact } from '@shared/model/fact.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import { chooseSnippets } from '@shared/search/passages/choose-snippets.ts';
import type { Mark } from '@shared/search/search-index.ts';
import { type ArticleDocument, markOfSpans } from '../library/article-document.ts';

export const spansOfFact = ({ spans, start, end }: Fact): readonly SourceSpan[] => spans ?? [{ start, end }];

/** A fact in the words around it. */
export interface FactPassage {
  readonly text: string;
  /** Of the document's text; 0 for words that do not stand in it. */
  readonly start: number;
  readonly marks: readonly Mark[];
}

/** The passage that a fact stands in; of one that stands in no text that is searched, its own words. */
export function passageOfFact(document: ArticleDocument, fact: Fact): FactPassage {
  const mark = markOfSpans(document, spansOfFact(fact));
  const [around] = mark ? chooseSnippets(document.text, [mark], 1) : [];
  return around ?? { text: fact.text, start: 0, marks: [[0, fact.text.length]] };
}

/** Where words of the source stand in a passage; undefined where they do not. */
export function markInPassage(
  document: ArticleDocument,
  { text, start: from }: FactPassage,
  words: SourceSpan | null,
): Mark | undefined {
  const mark = words && markOfSpans(document, [words]);
  if (!mark || mark[0] < from || mark[1] > from + text.length) return undefined;
  return [mark[0] - from, mark[1] - from];
}
