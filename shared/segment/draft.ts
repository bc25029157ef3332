import type { SourceSpan } from '@shared/model/offset.ts';
import type { ArticleKind, Doubt, DoubtReason, Imprint } from '@shared/model/page.ts';
import type { Block } from './blocks.ts';

/** A paragraph or a heading of a story. */
export interface Part {
  readonly role: 'body' | 'heading';
  readonly block: Block;
  /** A heading that stands below what it heads. */
  readonly after?: boolean;
}

/** A story as it is being put together; its lists are in reading order. */
export interface DraftArticle {
  kind: ArticleKind;
  title: Block[];
  subtitle: Block[];
  bylines: { readonly names: readonly string[]; readonly block: Block }[];
  parts: Part[];
  captions: Block[];
}

export interface DraftDoubt {
  readonly reason: DoubtReason;
  readonly article: DraftArticle | null;
  readonly span: SourceSpan;
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

/** The hull of a block's ink. */
export function hullOf(block: Block): SourceSpan {
  let { start, end } = block.runs[0] as SourceSpan;
  for (const run of block.runs) {
    if (run.start < start) start = run.start;
    if (run.end > end) end = run.end;
  }
  return { start, end };
}

/** The doubts of the finished page: articles become their indexes. */
export function settleDoubts(draft: Draft): Doubt[] {
  const indexes = new Map(draft.articles.map((article, i) => [article, i]));
  return draft.doubts.map(({ reason, article, span }) => ({
    reason,
    article: (article && indexes.get(article)) ?? null,
    span,
  }));
}
