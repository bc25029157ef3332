import { createStore, type StoreApi } from 'zustand/vanilla';

/** What can lie over the desk, one at a time. */
export const SURFACES = [
  'palette',
  'help',
  'bookmark-form',
  'fact-form',
  'new-fact-form',
  'name-form',
  'new-name-form',
  'words',
  'label-form',
  'describe-form',
  'compare-form',
  'terms',
  'concordance',
  'trash',
  'issues',
  'licences',
  'source-form',
  'reorder-form',
  'outbox',
  'export-form',
  'verify',
  'carry',
  'annotations',
] as const;
export type Surface = (typeof SURFACES)[number];

/** What a window without room for three columns shows beside or over the text. */
export type Drawer = 'list' | 'panel';

/** What lies over the desk and which part of it is asked to take the keyboard. */
export interface Surfaces {
  readonly open: Surface | null;
  /** The tool for mending the page is in the person's hand. */
  readonly mending: boolean;
  /** Counts requests to put the keyboard into the search box. */
  readonly searchFocus: number;
  /** Whether the window has no room for the panel beside list and text, so that it is brought in as a drawer. */
  readonly hasDrawers: boolean;
  readonly drawer: Drawer | null;
  show(surface: Surface): void;
  hide(): void;
  mend(on: boolean): void;
  focusSearch(): void;
  haveDrawers(hasDrawers: boolean): void;
  bring(drawer: Drawer | null): void;
}

export function createSurfaces(): StoreApi<Surfaces> {
  return createStore<Surfaces>()((set) => ({
    open: null,
    mending: false,
    searchFocus: 0,
    hasDrawers: false,
    drawer: null,
    show: (open) => set({ open }),
    hide: () => set({ open: null }),
    mend: (mending) => set({ mending }),
    focusSearch: () => set(({ searchFocus }) => ({ searchFocus: searchFocus + 1 })),
    haveDrawers: (hasDrawers) => set({ hasDrawers }),
    bring: (drawer) => set({ drawer }),
  }));
}
