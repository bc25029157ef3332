import { resolveSelector } from '@shared/anchors/resolve.ts';
import type { Selector } from '@shared/anchors/selector.ts';
import type { ErrorCode } from '@shared/contracts/error-codes.ts';
import type { Bookmark } from '@shared/journal/state.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { joinLines } from '@shared/text/unseen.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Library } from '../library/library.ts';
import type { ArticleRow, SourceRow, TextRow } from '../library/rows.ts';
import { findArticleAt } from './article-at.ts';
import type { Deeds } from './deeds.ts';
import type { Session } from './session.ts';
import type { Shelf } from './shelf.ts';

/** A bookmark with where its words stand now. */
export interface PlacedBookmark {
  readonly bookmark: Bookmark;
  /** The words as they were marked, line ends of the page dropped. */
  readonly words: string;
  /** In reading order; empty when the words cannot be placed. */
  readonly spans: readonly SourceSpan[];
  readonly how: 'exact' | 'moved' | 'fuzzy' | null;
  /** Why it cannot be placed; null when it can. */
  readonly reason: ErrorCode | null;
  readonly article: string | null;
  readonly articleTitle: string | null;
  readonly sourceName: string | null;
}

export interface Bookmarks {
  /** Newest first. */
  readonly placed: readonly PlacedBookmark[];
  /** Those whose words cannot be placed, with the reason. */
  readonly tray: readonly PlacedBookmark[];
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  add(target: Selector, note: string, tags: readonly string[]): Promise<string | null>;
  edit(bookmark: string, note: string, tags: readonly string[]): Promise<boolean>;
  remove(bookmark: string): Promise<boolean>;
}

export interface BookmarkTools {
  readonly library: Library;
  readonly session: StoreApi<Session>;
  readonly shelf: StoreApi<Shelf>;
  readonly deeds: Deeds;
  readonly newId: () => string;
  readonly fail: (error: unknown) => void;
}

export function createBookmarks(tools: BookmarkTools): StoreApi<Bookmarks> {
  const { library, session, shelf, deeds, newId, fail } = tools;
  let latest = 0;
  const store = createStore<Bookmarks>()(() => ({
    placed: [],
    tray: [],
    tags: [],
    add: async (target, note, tags) => {
      const bookmark = newId();
      const done = await deeds.perform({ type: 'bookmark.add', bookmark, target, note, tags });
      return done ? bookmark : null;
    },
    edit: (bookmark, note, tags) => deeds.perform({ type: 'bookmark.edit', bookmark, note, tags }),
    remove: (bookmark) => deeds.perform({ type: 'bookmark.remove', bookmark }),
  }));

  async function place(): Promise<void> {
    const turn = ++latest;
    const { loaded, sources } = shelf.getState();
    if (!loaded) return;
    const rows = new Map(sources.map((row) => [row.sha256, row]));
    const all = [...session.getState().state.bookmarks.values()];
    const placed = await placeAll(all, rows, library);
    if (turn !== latest) return;
    placed.sort((a, b) => b.bookmark.madeAt.localeCompare(a.bookmark.madeAt));
    store.setState({
      placed: placed.filter(({ reason }) => reason === null),
      tray: placed.filter(({ reason }) => reason !== null),
      tags: countTags(all),
    });
  }

  session.subscribe((now, before) => {
    if (now.state !== before.state) place().catch(fail);
  });
  shelf.subscribe((now, before) => {
    if (now.sources !== before.sources) place().catch(fail);
  });
  place().catch(fail);
  return store;
}

async function placeAll(
  bookmarks: readonly Bookmark[],
  rows: ReadonlyMap<SourceHash, SourceRow>,
  library: Library,
): Promise<PlacedBookmark[]> {
  const sources = [...new Set(bookmarks.map(({ target }) => target.source))].filter((source) =>
    rows.has(source),
  );
  const texts = new Map((await library.readTexts(sources)).map((text) => [text?.sha256, text]));
  const articles = await library.readArticlesOf(sources);
  return bookmarks.map((bookmark) => {
    const { source } = bookmark.target;
    return placeOne(
      bookmark,
      rows.get(source),
      texts.get(source),
      articles.filter((article) => article.source === source),
    );
  });
}

function placeOne(
  bookmark: Bookmark,
  row: SourceRow | undefined,
  text: TextRow | undefined,
  articles: readonly ArticleRow[],
): PlacedBookmark {
  const lost = {
    bookmark,
    words: joinLines(bookmark.target.quote.exact),
    spans: [],
    how: null,
    article: null,
    articleTitle: null,
    sourceName: row?.record.name ?? null,
  };
  if (!row || !text) return { ...lost, reason: 'anchor-source-unknown' };
  const found = resolveSelector(bookmark.target, {
    source: row.sha256,
    text: text.text,
    textHash: text.textHash,
  });
  if (!found.ok) return { ...lost, reason: found.reason };
  const { spans, how } = found.value;
  const article = spans[0] ? findArticleAt(articles, spans[0].start) : null;
  return {
    ...lost,
    spans,
    how,
    reason: null,
    article: article?.id ?? null,
    articleTitle: row.articles.find(({ id }) => id === article?.id)?.title ?? null,
  };
}

function countTags(bookmarks: readonly Bookmark[]): { tag: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { tags } of bookmarks) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}
