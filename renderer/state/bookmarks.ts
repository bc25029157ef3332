import type { Selector } from '@shared/anchors/selector.ts';
import type { ErrorCode } from '@shared/contracts/error-codes.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import type { BookmarkColour } from '@shared/journal/act.ts';
import type { Bookmark } from '@shared/journal/state.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import { joinLines } from '@shared/text/unseen.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SourceRow } from '../library/rows.ts';
import type { Place, PlaceCandidate } from '../workers/place-calls.ts';
import type { Placing } from '../workers/place-client.ts';
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

/** What a person says of a bookmark. */
export interface BookmarkWords {
  /** Markdown. */
  readonly note: string;
  readonly tags: readonly string[];
  readonly colour?: BookmarkColour;
}

export interface Bookmarks {
  /** Newest first. */
  readonly placed: readonly PlacedBookmark[];
  /** Those whose words cannot be placed, with the reason. */
  readonly tray: readonly PlacedBookmark[];
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  add(target: Selector, said: BookmarkWords): Promise<string | null>;
  /** A colour that is not named stays. */
  edit(bookmark: string, said: BookmarkWords): Promise<boolean>;
  remove(bookmark: string): Promise<boolean>;
  /** Puts a bookmark on other words; its note and tags stay. */
  place(bookmark: string, target: Selector): Promise<boolean>;
  /** Passages that a bookmark without a place may mean, the likest first; none once it is stopped. */
  lookFor(target: Selector): Promise<Result<readonly PlaceCandidate[]>>;
  stopLooking(): void;
}

export interface BookmarkTools {
  readonly placing: Placing;
  readonly session: StoreApi<Session>;
  readonly shelf: StoreApi<Shelf>;
  readonly deeds: Deeds;
  readonly newId: () => string;
  readonly fail: (error: unknown) => void;
}

export function createBookmarks(tools: BookmarkTools): StoreApi<Bookmarks> {
  const { placing, session, shelf, deeds, newId, fail } = tools;
  // A place holds as long as its source's row does: the row is another whenever the source was read anew.
  const known = new WeakMap<Selector, { readonly row: SourceRow; readonly place: Place }>();
  let isStale = false;
  let isShowing = false;
  const store = createStore<Bookmarks>()(() => ({
    placed: [],
    tray: [],
    tags: [],
    add: async (target, said) => {
      const bookmark = newId();
      const done = await deeds.perform({ type: 'bookmark.add', bookmark, target, ...said });
      return done ? bookmark : null;
    },
    edit: (bookmark, said) => deeds.perform({ type: 'bookmark.edit', bookmark, ...said }),
    remove: (bookmark) => deeds.perform({ type: 'bookmark.remove', bookmark }),
    place: (bookmark, target) => deeds.perform({ type: 'bookmark.place', bookmark, target }),
    lookFor: (target) =>
      placing
        .call('place.candidates', target)
        .then(success, (error: unknown) => failure('search-failed', { error: String(error) })),
    stopLooking: () => {
      placing.call('place.stop').catch(fail);
    },
  }));

  /** Asks for the places that are not known. */
  async function learn(bookmarks: readonly Bookmark[], rows: ReadonlyMap<string, SourceRow>): Promise<void> {
    const unknown = bookmarks.flatMap(({ target }) => {
      const row = rows.get(target.source);
      return row && known.get(target)?.row !== row ? [{ target, row }] : [];
    });
    if (unknown.length === 0) return;
    const places = await placing.call(
      'place.find',
      unknown.map(({ target }) => target),
    );
    for (const [at, { target, row }] of unknown.entries())
      known.set(target, { row, place: places[at] as Place });
  }

  async function show(): Promise<void> {
    const { loaded, sources } = shelf.getState();
    if (!loaded) return;
    const rows = new Map<string, SourceRow>(sources.map((row) => [row.sha256, row]));
    const all = [...session.getState().state.bookmarks.values()];
    await learn(all, rows);
    const placed = all.map((bookmark) => {
      const row = rows.get(bookmark.target.source);
      return describe(bookmark, row, row && known.get(bookmark.target)?.place);
    });
    placed.sort((a, b) => b.bookmark.madeAt.localeCompare(a.bookmark.madeAt));
    store.setState({
      placed: placed.filter(({ reason }) => reason === null),
      tray: placed.filter(({ reason }) => reason !== null),
      tags: countTags(all),
    });
  }

  /** Changes that come while places are asked for are shown together after it. */
  async function follow(): Promise<void> {
    isStale = true;
    if (isShowing) return;
    isShowing = true;
    try {
      while (isStale) {
        isStale = false;
        await show();
      }
    } finally {
      isShowing = false;
    }
  }

  session.subscribe((now, before) => {
    if (now.state.bookmarks !== before.state.bookmarks) follow().catch(fail);
  });
  shelf.subscribe((now, before) => {
    if (now.sources !== before.sources) follow().catch(fail);
  });
  follow().catch(fail);
  return store;
}

/** A bookmark as it is shown; without a place its source is not in the library. */
function describe(
  bookmark: Bookmark,
  row: SourceRow | undefined,
  place: Place = { reason: 'anchor-source-unknown' },
): PlacedBookmark {
  const base = {
    bookmark,
    words: joinLines(bookmark.target.quote.exact),
    sourceName: row?.record.name ?? null,
  };
  if (place.reason !== null)
    return { ...base, spans: [], how: null, reason: place.reason, article: null, articleTitle: null };
  const { spans, how, article } = place;
  const articleTitle = row?.articles.find(({ id }) => id === article)?.title ?? null;
  return { ...base, spans, how, reason: null, article, articleTitle };
}

function countTags(bookmarks: readonly Bookmark[]): { tag: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { tags } of bookmarks) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts]
    .map(([tag, count]) => ({ tag, count }))
    .sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag));
}
