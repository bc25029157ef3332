import type { SourceSpan } from '@shared/model/offset.ts';
import type { ArticleKind, Doubt, DoubtReason, Imprint } from '@shared/model/page.ts';
import type { PlacedCut } from '@shared/model/page-cut.ts';
import type { Block } from './print/blocks.ts';

/** A paragraph or a heading of a story. */
export interface Part {
  readonly role: 'body' | 'heading';
  readonly block: Block;
  /** A heading that stands below what it heads. */
  readonly after?: boolean;
  /** A line of verse or a row of a list: nothing goes on with it. */
  readonly keepsLine?: true;
}

/** A story as it is being put together; its lists are in reading order. */
export interface DraftArticle {
  kind: ArticleKind;
  title: Block[];
  subtitle: Block[];
  bylines: { readonly names: readonly string[]; readonly block: Block }[];
  parts: Part[];
  captions: Block[];
  /** Whether its column prints no headlines. */
  isUntitled?: true;
}

export interface DraftDoubt {
  readonly reason: DoubtReason;
  readonly article: DraftArticle | null;
  readonly span: SourceSpan;
  readonly probability?: number;
  readonly other?: PlacedCut;
}

/** What a page's items were shared out to. */
export interface Stories {
  readonly articles: DraftArticle[];
  readonly furniture: Block[];
  readonly doubts: DraftDoubt[];
}

/** A page as it is being put together. Each unit of ink is in one block of one list. */
export interface Draft {
  articles: DraftArticle[];
  furniture: SourceSpan[];
  duplicates: { readonly spans: readonly [SourceSpan, SourceSpan] }[];
  imprint: Imprint;
  doubts: DraftDoubt[];
}

export const newArticle = (kind: ArticleKind = 'article'): DraftArticle => ({
  kind,
  title: [],
  subtitle: [],
  bylines: [],
  parts: [],
  captions: [],
});

/** Articles to write into, with the doubts and strangers of theirs, of which those that are read may still be. */
export function copyArticles({
  articles,
  doubts,
  strangers,
}: {
  readonly articles: readonly DraftArticle[];
  readonly doubts: readonly DraftDoubt[];
  readonly strangers: readonly DraftDoubt[];
}) {
  const copies = new Map(
    articles.map((article) => [
      article,
      {
        ...article,
        title: [...article.title],
        subtitle: [...article.subtitle],
        bylines: [...article.bylines],
        parts: [...article.parts],
        captions: [...article.captions],
      },
    ]),
  );
  const moved = (doubt: DraftDoubt): DraftDoubt => ({
    ...doubt,
    article: doubt.article && (copies.get(doubt.article) ?? doubt.article),
  });
  return { articles: [...copies.values()], doubts: doubts.map(moved), strangers: strangers.map(moved) };
}

/** The hull of a block's ink. */
export function hullOf(block: Block): SourceSpan {
  let { start, end } = block.runs[0] as SourceSpan;
  for (const run of block.runs) {
    if (run.start < start) start = run.start;
    if (run.end > end) end = run.end;
  }
  return { start, end };
}

/** Every block of an article. */
export const blocksOf = (article: DraftArticle): Block[] => [
  ...article.title,
  ...article.subtitle,
  ...article.bylines.map((byline) => byline.block),
  ...article.parts.map((part) => part.block),
  ...article.captions,
];

/** Finds the article whose ink stands nearest above an offset, else the first; null on a page without any. */
export function nearestArticles(articles: readonly DraftArticle[]): (offset: number) => DraftArticle | null {
  const starts = articles
    .flatMap((article) =>
      blocksOf(article).flatMap((block) => block.runs.map(({ start }) => ({ start, article }))),
    )
    .sort((a, b) => a.start - b.start);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return starts[low - 1]?.article ?? articles[0] ?? null;
  };
}

/**
 * The doubts of the finished page: articles become their indexes. What stands in no article, as a column that
 * was taken out of one, is doubted where it interrupts.
 */
export function settleDoubts({ articles, doubts }: Draft): Doubt[] {
  const indexes = new Map(articles.map((article, i) => [article, i]));
  let nearest: ((offset: number) => DraftArticle | null) | null = null;
  return doubts.map(({ article, ...doubt }) => {
    let home = article;
    if (!home || !indexes.has(home)) {
      nearest ??= nearestArticles(articles);
      home = nearest(doubt.span.start);
    }
    return { ...doubt, article: (home && indexes.get(home)) ?? null };
  });
}
