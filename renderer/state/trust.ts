import type { Deed, FactCorrection } from '@shared/journal/act.ts';
import type { FactKind } from '@shared/model/fact.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { ArticleView, FactItem } from './article-view.ts';
import type { Deeds } from './deeds.ts';
import { type Focus, nextUnchecked } from './focus.ts';
import { describeWords, spansOfItem } from './reader.ts';
import type { SettingsState } from './settings.ts';

/** What the person says of the facts of the open article. Where they like it so, a verdict takes up the next fact. */
export interface Trusting {
  confirm(view: ArticleView, item: FactItem): Promise<boolean>;
  /** At once, and undone at once. */
  confirmAll(view: ArticleView, items: readonly FactItem[]): Promise<boolean>;
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

export function createTrusting(
  deeds: Deeds,
  focus: StoreApi<Focus>,
  settings: StoreApi<SettingsState>,
): Trusting {
  const on = (view: ArticleView, item: FactItem) => ({
    target: describeWords(view, spansOfItem(item)),
    kind: item.fact.kind,
  });
  const judge = async (
    type: 'fact.confirm' | 'fact.reject',
    view: ArticleView,
    item: FactItem,
  ): Promise<boolean> => {
    focus.getState().keepPlace(view.items);
    const done = await deeds.perform({ type, ...on(view, item) });
    // Unless the person has gone elsewhere meanwhile.
    if (!done || !settings.getState().goesOn || focus.getState().pinned !== item.id) return done;
    const next = nextUnchecked(view.items, item.id, focus.getState().filter);
    if (next === null) focus.getState().release();
    else focus.getState().pin(next, 'keys');
    return done;
  };
  return {
    confirm: (view, item) => judge('fact.confirm', view, item),
    confirmAll: (view, items) =>
      deeds.perform(...items.map((item): Deed => ({ type: 'fact.confirm', ...on(view, item) }))),
    reject: (view, item) => judge('fact.reject', view, item),
    correct: (view, item, correction) =>
      deeds.perform({ type: 'fact.correct', ...on(view, item), correction }),
    add: (view, words, kind, correction) =>
      deeds.perform({ type: 'fact.add', target: describeWords(view, words), kind, correction }),
  };
}
