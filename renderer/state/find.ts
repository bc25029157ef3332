import { type SourceSpan, sourceOffset } from '@shared/model/offset.ts';
import type { FoundInText } from '@shared/search/passages/find-in-texts.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SearchClient } from '../workers/search-client.ts';
import type { ArticleView } from './article-view.ts';
import type { Reader } from './reader.ts';
import type { SettingsState } from './settings.ts';

/** Words that are looked for in the open article and, while it is shown, in the page as it came. */
export interface Find {
  readonly isOpen: boolean;
  readonly words: string;
  /** Where each stands in the source: those of the article as they are read, then those of the page beside it. */
  readonly hits: readonly (readonly SourceSpan[])[];
  /** Which of them is looked at; −1 where there is none. */
  readonly at: number;
  /** Counts requests to put the keyboard into the box. */
  readonly turn: number;
  /** @param words what to look for in place of what was looked for last */
  open(words?: string): void;
  close(): void;
  type(words: string): void;
  /** Goes on to the next or back to the one before, round at either end. */
  step(step: 1 | -1): void;
}

export interface FindTools {
  readonly worker: SearchClient;
  readonly reader: StoreApi<Reader>;
  readonly settings: StoreApi<SettingsState>;
  readonly fail: (error: unknown) => void;
}

export function createFind({ worker, reader, settings, fail }: FindTools): StoreApi<Find> {
  let latest = 0;
  // A page is unwrapped once, not again with every letter that is typed.
  let unwrapped: { readonly of: string; readonly page: Unwrapped } | null = null;
  const unwrapOnce = (text: string): Unwrapped => {
    if (unwrapped?.of !== text) unwrapped = { of: text, page: unwrap(text) };
    return unwrapped.page;
  };
  const store = createStore<Find>()((set, get) => ({
    isOpen: false,
    words: '',
    hits: [],
    at: -1,
    turn: 0,
    open: (words) => {
      set({ isOpen: true, turn: get().turn + 1, ...(words ? { words } : {}) });
      look(false);
    },
    close: () => {
      latest++;
      unwrapped = null;
      set({ isOpen: false, hits: [], at: -1 });
    },
    type: (words) => {
      set({ words });
      look(false);
    },
    step: (step) => {
      const { hits, at } = get();
      if (hits.length > 0) set({ at: (at + step + hits.length) % hits.length });
    },
  }));

  /** @param isAgain the same words in a text that changed: the place is kept, as far as it is still there. */
  function look(isAgain: boolean): void {
    const mine = ++latest;
    const { words, at } = store.getState();
    const { view } = reader.getState();
    if (!view || words.trim() === '') {
      store.setState({ hits: [], at: -1 });
      return;
    }
    const { place, positions } = settings.getState();
    const page = place.original && place.panel ? unwrapOnce(view.sourceText) : null;
    const texts = [...view.blocks.map(({ text }) => text), ...(page ? [page.text] : [])];
    worker
      .call('search.within', texts, words)
      .then((found) => {
        if (mine !== latest) return;
        const begin = positions[view.article.id]?.block ?? 0;
        const ahead = found.findIndex(({ text }) => text >= begin && text < view.blocks.length);
        const hits = hitsOf(found, view, page);
        const kept = isAgain ? Math.min(at, hits.length - 1) : Math.max(ahead, hits.length > 0 ? 0 : -1);
        store.setState({ hits, at: kept });
      })
      .catch(fail);
  }

  reader.subscribe((now, before) => {
    if (!store.getState().isOpen || now.view === before.view) return;
    look(now.view?.article.id === before.view?.article.id);
  });
  settings.subscribe(({ place }, before) => {
    const showsPage = place.original && place.panel;
    if (store.getState().isOpen && showsPage !== (before.place.original && before.place.panel)) look(true);
  });
  return store;
}

/** The same words of article and page are one hit. */
function hitsOf(
  found: readonly FoundInText[],
  view: ArticleView,
  page: Unwrapped | null,
): readonly (readonly SourceSpan[])[] {
  const hits: (readonly SourceSpan[])[] = [];
  const begins = new Set<number>();
  for (const { text, start, end } of found) {
    const isOfArticle = text < view.blocks.length;
    const spans = isOfArticle
      ? view.placement.toSource([{ block: text, start, end }])
      : page
        ? [spanOf(page, start, end)]
        : [];
    const [first] = spans;
    if (!first || (!isOfArticle && begins.has(first.start))) continue;
    begins.add(first.start);
    hits.push(spans);
  }
  return hits;
}

/** A text without its line ends and the blanks around them, and where each of its units stands in the whole. */
export interface Unwrapped {
  readonly text: string;
  readonly places: Uint32Array;
}

const LINE_ENDS = '\r\n';
const BLANKS = ' \t\u3000';

/** A page is wrapped hard: its words go on across line ends. */
export function unwrap(text: string): Unwrapped {
  const kept: string[] = [];
  const places = new Uint32Array(text.length);
  let count = 0;
  let at = 0;
  while (at < text.length) {
    const from = at;
    // Blanks belong to the line end that follows them, or else to the words.
    let end = at;
    for (; at < text.length && !LINE_ENDS.includes(text[at] as string); at++)
      if (!BLANKS.includes(text[at] as string)) end = at + 1;
    if (at === text.length) end = at;
    kept.push(text.slice(from, end));
    for (let place = from; place < end; place++) places[count++] = place;
    while (at < text.length && (LINE_ENDS + BLANKS).includes(text[at] as string)) at++;
  }
  return { text: kept.join(''), places: places.subarray(0, count) };
}

const spanOf = ({ places }: Unwrapped, start: number, end: number): SourceSpan => ({
  start: sourceOffset(places[start] as number),
  end: sourceOffset((places[end - 1] as number) + 1),
});
