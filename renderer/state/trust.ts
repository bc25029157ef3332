import type { FactCorrection } from '@shared/journal/act.ts';
import type { FactKind } from '@shared/model/fact.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { ArticleView, FactItem } from './article-view.ts';
import type { Deeds } from './deeds.ts';
import { describeWords, spansOfItem } from './reader.ts';

/** What the person says of the facts of the open article. */
export interface Trusting {
  confirm(view: ArticleView, item: FactItem): Promise<boolean>;
  reject(view: ArticleView, item: FactItem): Promise<boolean>;
  correct(view: ArticleView, item: FactItem, correction: FactCorrection): Promise<boolean>;
  /** A fact that the program did not find, on words of the source. */
  add(
    view: ArticleView,
    words: readonly SourceSpan[],
    kind: FactKind,
    correction: FactCorrection,
  ): Promise<boolean>;
}

export function createTrusting(deeds: Deeds): Trusting {
  const on = (view: ArticleView, item: FactItem) => ({
    target: describeWords(view, spansOfItem(item)),
    kind: item.fact.kind,
  });
  return {
    confirm: (view, item) => deeds.perform({ type: 'fact.confirm', ...on(view, item) }),
    reject: (view, item) => deeds.perform({ type: 'fact.reject', ...on(view, item) }),
    correct: (view, item, correction) =>
      deeds.perform({ type: 'fact.correct', ...on(view, item), correction }),
    add: (view, words, kind, correction) =>
      deeds.perform({ type: 'fact.add', target: describeWords(view, words), kind, correction }),
  };
}
