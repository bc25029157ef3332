import { describeSpans } from '@shared/anchors/describe.ts';
import type { Selector } from '@shared/anchors/selector.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { findArticleAt, readingsOf } from '../library/article-at.ts';
import type { Library } from '../library/library.ts';
import type { ArticleRow, SourceRow, TextRow } from '../library/rows.ts';
import { type ArticleView, type Item, viewArticle } from './article-view.ts';
import type { BlockSpan } from './blocks.ts';
import type { Bookmarks, PlacedBookmark } from './bookmarks.ts';
import type { Derivation } from './derivation.ts';
import type { Focus } from './focus.ts';
import type { Watch } from './watch-library.ts';

/** A bookmark of the open article. */
export interface MarkedPassage {
  readonly bookmark: PlacedBookmark;
  readonly spans: readonly BlockSpan[];
}

/** Where the reader is to scroll to, once for each `turn`. */
export interface ReadingTarget {
  readonly turn: number;
  readonly spans: readonly BlockSpan[];
}

/** The open article. */
export interface Reader {
  readonly phase: 'empty' | 'loading' | 'open' | 'missing';
  readonly view: ArticleView | null;
  readonly source: SourceRow | null;
  /** All articles of the page, to light their parts in the view of the page as it came. */
  readonly page: readonly ArticleRow[];
  readonly passages: readonly MarkedPassage[];
  /** What the person has selected in either text, in reading order; empty when nothing is. */
  readonly selection: readonly SourceSpan[];
  readonly target: ReadingTarget | null;
  /** Opens an article and brings words of it into view. */
  open(article: string, at?: readonly SourceSpan[]): void;
  close(): void;
  select(spans: readonly SourceSpan[]): void;
  selectBlocks(spans: readonly BlockSpan[]): void;
}

export interface ReaderTools {
  readonly library: Library;
  readonly bookmarks: StoreApi<Bookmarks>;
  readonly derivation: StoreApi<Derivation>;
  readonly watch: Watch;
  /** While true, what is selected stays: a form lies over the desk and has taken the page's selection. */
  readonly isHeld: () => boolean;
  /** Called with the id of the article that is shown from now on. */
  readonly opened: (article: string) => void;
}

export function createReader({
  library,
  bookmarks,
  derivation,
  watch,
  isHeld,
  opened,
}: ReaderTools): StoreApi<Reader> {
  let stop = (): void => {};
  let turn = 0;

  const store = createStore<Reader>()((set, get) => ({
    phase: 'empty',
    view: null,
    source: null,
    page: [],
    passages: [],
    selection: [],
    target: null,
    open: (article, at = []) => {
      opened(article);
      const { view } = get();
      if (view?.article.id === article) {
        set({ phase: 'open', target: { turn: ++turn, spans: view.placement.toBlocks(at) } });
        return;
      }
      stop();
      set({ ...CLOSED, phase: 'loading' });
      stop = follow(article, at);
    },
    close: () => {
      stop();
      set(CLOSED);
    },
    select: (selection) => {
      if (!isHeld()) set({ selection });
    },
    selectBlocks: (spans) => get().select(get().view?.placement.toSource(spans) ?? []),
  }));

  /** Shows an article and every later state of it, also where a mending gave it another id. */
  function follow(article: string, at: readonly SourceSpan[]): () => void {
    let last: ArticleRow | null = null;
    let waiting: readonly SourceSpan[] | null = at;
    return watch(
      () => readPage(library, article, last),
      (read) => {
        if (!read) {
          store.setState({ ...CLOSED, phase: derivation.getState().settled ? 'missing' : 'loading' });
          return;
        }
        const { view } = read;
        if (view.article.id !== (last?.id ?? article)) opened(view.article.id);
        last = read.row;
        const target = waiting && { turn: ++turn, spans: view.placement.toBlocks(waiting) };
        waiting = null;
        store.setState({
          phase: 'open',
          view,
          source: read.source,
          page: read.page,
          passages: passagesOf(view, bookmarks.getState()),
          ...(target ? { target } : {}),
        });
      },
    );
  }

  derivation.subscribe(({ settled }) => {
    const { phase, view } = store.getState();
    // What was just derived is read a moment later and then shows by itself.
    if (settled && phase === 'loading' && !view) store.setState({ phase: 'missing' });
  });

  bookmarks.subscribe((now, before) => {
    const { view } = store.getState();
    if (view && now.placed !== before.placed) store.setState({ passages: passagesOf(view, now) });
  });
  return store;
}

const CLOSED = {
  phase: 'empty',
  view: null,
  source: null,
  page: [],
  passages: [],
  selection: [],
  target: null,
} as const;

interface ReadPage {
  readonly row: ArticleRow;
  readonly view: ArticleView;
  readonly source: SourceRow;
  readonly page: readonly ArticleRow[];
}

async function readPage(
  library: Library,
  article: string,
  last: ArticleRow | null,
): Promise<ReadPage | null> {
  // A row of a very long article takes a second to decode, so none is read twice, or to learn another row's key.
  const hash = last?.source ?? (await library.sourceOfArticle(article));
  if (hash === null) return null;
  const [[source], [text], rows] = await Promise.all([
    library.readSources([hash]),
    library.readTexts([hash]),
    library.readArticlesOf([hash]),
  ]);
  const page = rows.sort((a, b) => a.order - b.order);
  const first = last && readingsOf(last.article).flatMap(({ pieces }) => pieces)[0];
  const row =
    page.find(({ id }) => id === (last?.id ?? article)) ?? (first ? findArticleAt(page, first.to) : null);
  if (!source || !text || !row) return null;
  return { row, view: viewRow(row, source, text), source, page };
}

/** An article as it is read, from what the library holds of it and of its page. */
export const viewRow = (row: ArticleRow, source: SourceRow, text: TextRow): ArticleView =>
  viewArticle({
    article: row.article,
    facts: row.facts,
    names: row.names,
    quotes: row.quotes,
    doubts: source.doubts.filter((doubt) => doubt.article === row.order),
    source: source.sha256,
    sourceText: text.text,
    places: text.read.places,
    textHash: text.textHash,
  });

const passagesOf = (view: ArticleView, { placed }: Bookmarks): MarkedPassage[] =>
  placed
    .filter(({ bookmark }) => bookmark.target.source === view.source)
    .map((bookmark) => ({ bookmark, spans: view.placement.toBlocks(bookmark.spans) }))
    .filter(({ spans }) => spans.length > 0);

/** A selector for words of the open article's page. */
export const describeWords = (view: ArticleView, spans: readonly SourceSpan[]): Selector =>
  describeSpans(spans, { source: view.source, text: view.sourceText, textHash: view.textHash });

/** What is pinned of the open article. */
export function pinnedItem({
  reader,
  focus,
}: {
  readonly reader: StoreApi<Reader>;
  readonly focus: StoreApi<Focus>;
}): Item | null {
  return reader.getState().view?.itemById.get(focus.getState().pinned ?? '') ?? null;
}

/** Where an item's words stand in the source. */
export function spansOfItem(item: Item): readonly SourceSpan[] {
  const { start, end, spans } =
    item.type === 'fact' ? item.fact : item.type === 'name' ? item.name : item.quote;
  return spans ?? [{ start, end }];
}
