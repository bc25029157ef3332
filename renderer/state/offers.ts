import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LentEntry, Offer, OfferedKind } from '../workers/search-calls.ts';
import type { SearchClient } from '../workers/search-client.ts';
import type { Bookmarks } from './bookmarks.ts';
import type { Session } from './session.ts';
import type { SettingsState } from './settings.ts';
import type { Shelf } from './shelf.ts';

/** What is offered as one types, and what of the desk takes part in it. */
export interface Offers {
  /**
   * What begins with these words or sounds like them, best first; the first question makes the index ready,
   * also one without words.
   * @returns null when another question came before this one was answered.
   */
  ask(words: string, kinds: readonly OfferedKind[], ofEachKind: number): Promise<readonly Offer[] | null>;
  /** Counts the changes of what can be offered: what is shown is to be asked for again. */
  readonly turn: number;
  /** Lends the desk's commands in the person's language; those lent before go. */
  lendCommands(commands: readonly CommandWords[]): void;
}

export interface CommandWords {
  readonly id: string;
  readonly label: string;
  readonly keywords: readonly string[];
}

export interface OfferTools {
  readonly worker: SearchClient;
  readonly session: StoreApi<Session>;
  readonly bookmarks: StoreApi<Bookmarks>;
  readonly shelf: StoreApi<Shelf>;
  readonly settings: StoreApi<SettingsState>;
  readonly fail: (error: unknown) => void;
}

/** Lends what the person made to the worker that finds short things, by what changed and never all anew. */
export function createOffers(tools: OfferTools): StoreApi<Offers> {
  const { worker, session, bookmarks, shelf, settings, fail } = tools;
  const lent = new Map<string, string>();

  /** Entries of some kinds become these and no others. */
  function lend(kinds: readonly LentEntry['kind'][], entries: readonly LentEntry[]): void {
    const wanted = new Map(entries.map((entry) => [entry.id, entry]));
    const put = entries.filter((entry) => lent.get(entry.id) !== wordsOf(entry));
    const drop = [...lent.keys()].filter(
      (id) => kinds.some((kind) => id.startsWith(`${kind}:`)) && !wanted.has(id),
    );
    for (const entry of put) lent.set(entry.id, wordsOf(entry));
    for (const id of drop) lent.delete(id);
    if (put.length + drop.length > 0) worker.call('search.lend', put, drop).catch(fail);
  }

  function lendMade(): void {
    const { placed, tags } = bookmarks.getState();
    const { searches } = session.getState().state;
    const names = new Set([
      ...tags.map(({ tag }) => tag),
      ...shelf.getState().rows.flatMap((row) => row.tags),
    ]);
    lend(
      ['bookmark', 'tag', 'search'],
      [
        ...placed.map(({ bookmark, words }) =>
          entryOf('bookmark', bookmark.id, words, [bookmark.note, ...bookmark.tags]),
        ),
        ...[...names].map((tag) => entryOf('tag', tag, tag, [])),
        ...[...searches.values()].map(({ id, name, query }) => entryOf('search', id, name, [query])),
      ],
    );
  }

  const lendRecent = (): void =>
    lend(
      ['recent'],
      settings.getState().recentSearches.map((query) => entryOf('recent', query, query, [])),
    );

  session.subscribe((now, before) => {
    if (now.state.searches !== before.state.searches) lendMade();
  });
  bookmarks.subscribe((now, before) => {
    if (now.placed !== before.placed) lendMade();
  });
  shelf.subscribe((now, before) => {
    if (now.rows !== before.rows) lendMade();
  });
  settings.subscribe((now, before) => {
    if (now.recentSearches !== before.recentSearches) lendRecent();
  });
  lendMade();
  lendRecent();
  const store = createStore<Offers>()(() => ({
    turn: 0,
    ask: (words, kinds, ofEachKind) => worker.call('search.offer', { words, kinds, ofEachKind }),
    lendCommands: (commands) =>
      lend(
        ['command'],
        commands.map(({ id, label, keywords }) => entryOf('command', id, label, keywords)),
      ),
  }));
  worker.on('search.offers', () => store.setState(({ turn }) => ({ turn: turn + 1 })));
  return store;
}

/** The desk's own id of what it lent. */
export const lentId = ({ kind, id }: Pick<LentEntry, 'kind' | 'id'>): string => id.slice(kind.length + 1);

const entryOf = (kind: LentEntry['kind'], id: string, text: string, also: readonly string[]): LentEntry => ({
  id: `${kind}:${id}`,
  kind,
  text,
  also: also.filter((words) => words !== ''),
});

const wordsOf = ({ text, also = [] }: LentEntry): string => [text, ...also].join('\n');
