import type { BlockRole as MarkedRole } from '@shared/journal/act.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { ArticleView } from './article-view.ts';
import type { Deeds } from './deeds.ts';
import { describeWords } from './reader.ts';

/** Changes to how the page of the open article is cut; all words are spans of the source. */
export interface Mending {
  /** A new article begins where the words begin. */
  split(view: ArticleView, at: readonly SourceSpan[]): Promise<boolean>;
  merge(view: ArticleView, first: readonly SourceSpan[], second: readonly SourceSpan[]): Promise<boolean>;
  /** Reads words after other words; null: first in their article. */
  reorder(
    view: ArticleView,
    what: readonly SourceSpan[],
    after: readonly SourceSpan[] | null,
  ): Promise<boolean>;
  mark(view: ArticleView, what: readonly SourceSpan[], role: MarkedRole): Promise<boolean>;
  join(view: ArticleView, at: readonly SourceSpan[]): Promise<boolean>;
  break(view: ArticleView, at: readonly SourceSpan[]): Promise<boolean>;
}

export function createMending(deeds: Deeds): Mending {
  const { perform } = deeds;
  return {
    split: (view, at) => perform({ type: 'page.cut', cut: { type: 'split', at: describeWords(view, at) } }),
    merge: (view, first, second) =>
      perform({
        type: 'page.cut',
        cut: { type: 'merge', first: describeWords(view, first), second: describeWords(view, second) },
      }),
    reorder: (view, what, after) =>
      perform({
        type: 'page.cut',
        cut: {
          type: 'reorder',
          what: describeWords(view, what),
          after: after && describeWords(view, after),
        },
      }),
    mark: (view, what, role) =>
      perform({ type: 'page.cut', cut: { type: 'mark', what: describeWords(view, what), role } }),
    join: (view, at) => perform({ type: 'page.cut', cut: { type: 'join', at: describeWords(view, at) } }),
    break: (view, at) => perform({ type: 'page.cut', cut: { type: 'break', at: describeWords(view, at) } }),
  };
}
