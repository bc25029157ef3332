import type { KeptSource } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FactItem } from './article-view.ts';
import type { NamePage } from './names.ts';

/** What can stand above the desk, one at a time. */
export type Dialog =
  /** Null: a new bookmark on what is selected. */
  | { readonly type: 'bookmark'; readonly bookmark: string | null }
  /** Null: a new fact on what is selected. */
  | { readonly type: 'fact'; readonly item: FactItem | null }
  | { readonly type: 'describe'; readonly source: SourceHash }
  | { readonly type: 'erase'; readonly source: KeptSource }
  | { readonly type: 'join-name'; readonly page: NamePage }
  | { readonly type: 'imports' | 'settings' | 'palette' | 'shortcuts' };

export interface Dialogs {
  readonly shown: Dialog | null;
  show(dialog: Dialog): void;
  close(): void;
}

export function createDialogs(): StoreApi<Dialogs> {
  return createStore<Dialogs>()((set) => ({
    shown: null,
    show: (shown) => set({ shown }),
    close: () => set({ shown: null }),
  }));
}
