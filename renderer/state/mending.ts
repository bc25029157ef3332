import type { Cut, BlockRole as MarkedRole } from '@shared/journal/act.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { ArticleView } from './article-view.ts';
import type { Deeds } from './deeds.ts';
import type { InheritLabels } from './labelling.ts';
import { showPanel } from './panel.ts';
import { describeWords } from './reader.ts';
import type { SettingsState } from './settings.ts';
import type { Surfaces } from './surfaces.ts';

type Words = readonly SourceSpan[];

/** Changes to how the page of the open article is cut; all words are spans of the source. */
export interface Mending {
  /** Takes the tool in hand and lays the page as it came beside the text. */
  begin(): void;
  end(): void;
  /** At the words: a new article begins, a paragraph goes on from the one before, or ends before them. */
  cutAt(type: 'split' | 'join' | 'break', view: ArticleView, at: Words): Promise<boolean>;
  merge(view: ArticleView, first: Words, second: Words): Promise<boolean>;
  /** Reads words after other words; null: first in their article. */
  reorder(view: ArticleView, what: Words, after: Words | null): Promise<boolean>;
  /** The article of some words comes after that of others on the page; null: first. */
  arrange(view: ArticleView, what: Words, after: Words | null): Promise<boolean>;
  mark(view: ArticleView, what: Words, role: MarkedRole): Promise<boolean>;
}

export function createMending(
  deeds: Deeds,
  surfaces: StoreApi<Surfaces>,
  settings: StoreApi<SettingsState>,
  inheritLabels: InheritLabels,
): Mending {
  const cut = (made: Cut): Promise<boolean> => deeds.perform({ type: 'page.cut', cut: made });
  const moved = (view: ArticleView, what: Words, after: Words | null) => ({
    what: describeWords(view, what),
    after: after && describeWords(view, after),
  });
  return {
    begin: () => {
      surfaces.getState().mend(true);
      const { place, goTo } = settings.getState();
      goTo({ original: true, ...(place.room === 'settings' ? { room: 'reader' } : {}) });
      showPanel({ settings, surfaces }, true);
    },
    end: () => surfaces.getState().mend(false),
    cutAt: (type, view, words) => {
      const at = describeWords(view, words);
      // Both parts keep the tags and the mark; joined again they have them once.
      const labels = type === 'split' ? inheritLabels(view.article.id, at) : [];
      return deeds.perform(...labels, { type: 'page.cut', cut: { type, at } });
    },
    merge: (view, first, second) =>
      cut({ type: 'merge', first: describeWords(view, first), second: describeWords(view, second) }),
    reorder: (view, what, after) => cut({ type: 'reorder', ...moved(view, what, after) }),
    arrange: (view, what, after) => cut({ type: 'arrange', ...moved(view, what, after) }),
    mark: (view, what, role) => cut({ type: 'mark', what: describeWords(view, what), role }),
  };
}
