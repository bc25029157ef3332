import { readingOffset, sourceOffset } from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';
import { sourceHash } from '@shared/model/source.ts';
import type { ArticleRow, SourceRow } from '../../../../renderer/library/rows.ts';
import type { MadeArticle } from '../made-library.ts';

/** Articles that stand on one page of the made-up newspaper. */
export const ON_A_PAGE = 4;
const STAMP = 'bench';

/** The rows of one page, as the library keeps them, of articles without facts, names and quotations. */
export function rowsOf(
  number: number,
  articles: readonly MadeArticle[],
): { readonly source: SourceRow; readonly articles: readonly ArticleRow[] } {
  const sha256 = sourceHash(number.toString(16).padStart(64, '0'));
  let start = 0;
  const rows = articles.map(({ text }, order): ArticleRow => {
    const at = start;
    start += text.length + 1;
    return {
      id: `${sha256}:${at}`,
      source: sha256,
      order,
      stamp: STAMP,
      article: {
        id: `${sha256}:${at}`,
        kind: 'article',
        title: null,
        subtitle: null,
        byline: { names: [], spans: [] },
        body: readingAt(text, at),
        paragraphs: [],
        headings: [],
        captions: [],
      },
      facts: [],
      names: [],
      quotes: [],
    };
  });
  const source: SourceRow = {
    sha256,
    origin: 'vault',
    stamp: STAMP,
    undated: STAMP,
    sheets: [],
    record: {
      name: `page-${number}.txt`,
      sha256,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      reader: 'text@1',
      textSha256: sha256,
      length: start,
      publishedOn: { value: String(1990 + (number % 36)), basis: 'given', evidence: [] },
    },
    furniture: [],
    duplicates: [],
    imprint: {},
    doubts: [],
    closedDoubts: [],
    unplacedCuts: [],
    takenAway: [],
    rejectedNames: [],
    unattachedNames: [],
    unattachedVerdicts: [],
    articles: rows.map(({ id, article }) => ({
      id,
      kind: 'article',
      title: article.body.text.slice(0, 24),
      hasTitle: false,
      byline: [],
      length: article.body.text.length,
      facts: 0,
      checked: 0,
      names: 0,
      quotes: 0,
      doubts: 0,
    })),
  };
  return { source, articles: rows };
}

const readingAt = (text: string, at: number): ReadingText => ({
  text,
  pieces: [{ from: readingOffset(0), to: sourceOffset(at), length: text.length }],
});
