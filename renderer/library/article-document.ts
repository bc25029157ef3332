import type { Article } from '@shared/model/extraction.ts';
import { readingSpan, type SourceSpan } from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';
import type { DocumentText, Mark } from '@shared/search/search-index.ts';
import { readingMap } from '@shared/text/offset-map.ts';

interface Part {
  /** Where the reading text begins in the document's text. */
  readonly start: number;
  readonly reading: ReadingText;
}

/** An article as it is searched: title; then byline, subtitle, body and captions, one after the other. */
export interface ArticleDocument extends DocumentText {
  readonly parts: readonly Part[];
  readonly heading: ReadingText | null;
}

export function documentOf(article: Article): ArticleDocument {
  const parts: Part[] = [];
  let text = article.byline.names.join(' ');
  for (const reading of [article.subtitle, article.body, ...article.captions]) {
    if (!reading) continue;
    if (text) text += '\n';
    parts.push({ start: text.length, reading });
    text += reading.text;
  }
  return { title: article.title?.text ?? '', text, parts, heading: article.title };
}

/** Where a mark on the document's text stands in the source; a byline's words stand nowhere. */
export const spansOfMark = ({ parts }: ArticleDocument, [start, end]: Mark): SourceSpan[] =>
  parts.flatMap(({ start: from, reading }) => {
    const first = Math.max(start, from) - from;
    const last = Math.min(end, from + reading.text.length) - from;
    return first < last ? readingMap(reading).mapSpan(readingSpan(first, last)) : [];
  });

/** Where a mark on the document's title stands in the source. */
export const spansOfTitleMark = ({ heading }: ArticleDocument, [start, end]: Mark): SourceSpan[] =>
  heading ? readingMap(heading).mapSpan(readingSpan(start, end)) : [];

/** Where words of the source stand in the document's text, from the first of them to the last; null where none does. */
export function markOfSpans({ parts }: ArticleDocument, spans: readonly SourceSpan[]): Mark | null {
  for (const { start: at, reading } of parts) {
    let [from, to] = [reading.text.length, 0];
    for (const piece of reading.pieces)
      for (const { start, end } of spans) {
        const [first, last] = [Math.max(piece.to, start), Math.min(piece.to + piece.length, end)];
        if (first >= last) continue;
        from = Math.min(from, piece.from + first - piece.to);
        to = Math.max(to, piece.from + last - piece.to);
      }
    if (from < to) return [at + from, at + to];
  }
  return null;
}
