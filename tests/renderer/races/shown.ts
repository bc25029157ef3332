import type { Desk } from '../../../renderer/state/desk.ts';
import { OFFERED_KINDS } from '../../../renderer/workers/search-calls.ts';

/** Looks at all that follows the library, as a desk with every room in sight. */
export function lookAtAll(desk: Desk, query: string): void {
  desk.settings.getState().goTo({ room: 'facts' });
  desk.search.getState().type(query);
  desk.names.getState().watch();
  desk.agreements.getState().begin();
  desk.claims.getState().begin();
}

/** Whether a desk has nothing more to write. */
export function isIdle({ imports, session, derivation }: Desk): boolean {
  const { saving, waiting } = session.getState();
  return !imports.getState().running && saving === 0 && waiting.length === 0 && derivation.getState().settled;
}

/** In an order of its own, since which page was read first is no part of what is shown. */
const inOrder = <Item>(items: Iterable<Item>): Item[] =>
  [...items]
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item);

/**
 * What a desk shows, but for what tells when it was looked at.
 * @param of the article whose copies are told; null: none.
 */
function shownBy(desk: Desk, of: string | null) {
  const copies = of === null ? null : inOrder(desk.comparing.getState().copies.found ?? []);
  const shelf = desk.shelf.getState();
  const search = desk.search.getState();
  const { placed, tray, tags } = desk.bookmarks.getState();
  const names = desk.names.getState();
  const claims = desk.claims.getState();
  const agreements = desk.agreements.getState();
  const stories = desk.stories.getState();
  const session = desk.session.getState();
  const { phase, view, passages } = desk.reader.getState();
  return {
    written: session.written.length,
    waiting: session.waiting.length,
    refused: session.refused.length,
    unread: shelf.unread,
    missing: shelf.missing,
    removed: shelf.removed,
    looseLabels: shelf.looseLabels,
    rows: shelf.rows,
    doubts: shelf.sources.map(({ sha256, doubts, closedDoubts, unplacedCuts, takenAway }) => ({
      sha256,
      doubts,
      closedDoubts,
      unplacedCuts,
      takenAway,
    })),
    reader: {
      phase,
      facts: view?.items.length,
      passages: passages.map(({ bookmark }) => bookmark.bookmark.id),
    },
    search: {
      query: search.query,
      phase: search.phase,
      found: inOrder(search.found.map(({ article, isExact, hits }) => ({ article, isExact, hits }))),
      articles: search.articles,
      hits: search.hits,
      facets: Object.entries(search.facets).map(([facet, values]) => [facet, inOrder(values)]),
      behind: search.behind,
      indexing: search.indexing,
      damage: search.damage,
      unavailable: search.unavailable,
    },
    bookmarks: { placed: inOrder(placed), tray: inOrder(tray), tags },
    names: { found: names.found, rows: inOrder(names.rows.values()) },
    claims: {
      phase: claims.phase,
      facts: claims.found?.facts,
      rows: inOrder(
        [...claims.rows.values()].map(({ fact, published, title }) => ({ fact, published, title })),
      ),
    },
    agreements: {
      phase: agreements.phase,
      counts: agreements.found?.counts,
      rows: inOrder(
        agreements.rows.map(({ verdict, figures }) => [verdict, inOrder(figures.map(({ fact }) => fact.id))]),
      ),
    },
    copies,
    compared: desk.comparing.getState().found?.sides,
    isGone: desk.comparing.getState().isGone,
    stories: { next: inOrder(stories.next), previous: inOrder(stories.previous) },
  };
}

/** What a desk offers for some words: it says so when it is asked. */
export async function offeredBy(desk: Desk, words: readonly string[]) {
  const offered = [];
  for (const word of words) {
    const offers = await desk.offers.getState().ask(word, OFFERED_KINDS, 20);
    offered.push(inOrder((offers ?? []).map(({ marks: _marks, ...offer }) => offer)));
  }
  return offered;
}

/** Asks one desk what another was asked last. */
export function askAlike(desk: Desk, other: Desk): void {
  const { query } = other.search.getState();
  const { article } = other.settings.getState().place;
  const { of } = other.comparing.getState().copies;
  const { pair } = other.comparing.getState();
  desk.search.getState().type(query);
  if (article) desk.reader.getState().open(article);
  else desk.reader.getState().close();
  if (pair) desk.comparing.getState().compare(pair);
  else desk.comparing.getState().close();
  if (of) desk.comparing.getState().findCopies(of);
  for (const { settings, claims } of [desk, other]) {
    settings.getState().goTo({ room: 'facts' });
    claims.getState().begin();
  }
}

/** Null where two things are the same, else both. */
export const inequal = <Thing>(one: Thing, other: Thing): readonly [Thing, Thing] | null =>
  JSON.stringify(one) === JSON.stringify(other) ? null : [one, other];

/** What one desk shows and another that has caught up does not, by its part; both beside each other. */
export function differences(desk: Desk, anew: Desk): Record<string, unknown> {
  const { settled, trouble } = anew.derivation.getState();
  const { missing, unread } = anew.shelf.getState();
  if (!settled || trouble || missing !== unread.length) return { anew: 'has not caught up' };
  const { of } = desk.comparing.getState().copies;
  const [one, other]: Record<string, unknown>[] = [shownBy(desk, of), shownBy(anew, of)];
  return Object.fromEntries(
    Object.keys(one!).flatMap((part) => {
      const both = inequal(one![part], other![part]);
      return both ? [[part, both]] : [];
    }),
  );
}
