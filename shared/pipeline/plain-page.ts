import {
  type Piece,
  type ReadingOffset,
  readingOffset,
  readingSpan,
  type SourceOffset,
  sourceOffset,
} from '@shared/model/offset.ts';
import type { Page } from '@shared/model/page.ts';
import type { CutSheets } from './cut-sheets.ts';

/** A text as it stands, on one sheet. */
export const plainSheets = (text: string): CutSheets => {
  const page = plainPage(text);
  return { page, unplaced: [], imprints: [page.imprint], sheetOf: [0] };
};

/** A text as it stands: one article, each line that is not blank a paragraph; nothing in it is recognised. */
export function plainPage(text: string): Page {
  const pieces: Piece<ReadingOffset, SourceOffset>[] = [];
  const lines: string[] = [];
  let from = 0;
  for (const { 0: line, index } of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const words = line.trim();
    if (words === '') continue;
    const to = index + line.indexOf(words);
    pieces.push({ from: readingOffset(from), to: sourceOffset(to), length: words.length });
    lines.push(words);
    from += words.length + 1;
  }
  return {
    articles: [
      {
        kind: 'article',
        title: null,
        subtitle: null,
        byline: { names: [], spans: [] },
        body: { text: lines.join('\n'), pieces },
        paragraphs: pieces.map(({ from: start, length }) => readingSpan(start, start + length)),
        headings: [],
        captions: [],
      },
    ],
    furniture: [],
    duplicates: [],
    imprint: {},
    doubts: [],
  };
}
