import type { Choice } from '@shared/exchange/choice.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Bookmarks } from './bookmarks.ts';
import type { Chosen } from './chosen.ts';
import type { Claims } from './claims.ts';
import type { Focus } from './focus.ts';
import { pinnedItem, type Reader, spansOfItem } from './reader.ts';
import type { Search } from './search.ts';
import { rowsById, type Shelf } from './shelf.ts';

/** What of the library goes out. */
export type Scope =
  | { readonly type: 'selection' | 'fact' | 'article' | 'page' | 'chosen' | 'hits' | 'table' | 'everything' }
  | { readonly type: 'bookmark'; readonly bookmark: string }
  | { readonly type: 'tag'; readonly tag: string };

/** Where scopes look for what they mean. */
export interface ScopeGround {
  readonly reader: StoreApi<Reader>;
  readonly focus: StoreApi<Focus>;
  readonly shelf: StoreApi<Shelf>;
  readonly search: StoreApi<Search>;
  readonly bookmarks: StoreApi<Bookmarks>;
  readonly chosen: StoreApi<Chosen>;
  readonly claims: StoreApi<Claims>;
}

/** A scope as it was when it was asked for. */
export interface ResolvedScope {
  readonly sources: readonly SourceHash[];
  readonly choice: Choice;
  /** For the file's name; null: the whole library. */
  readonly name: string | null;
}

const NOTHING: ResolvedScope = { sources: [], choice: {}, name: null };

/** Every tag of the library, of pages and of bookmarks. */
export const listTags = ({ shelf, bookmarks }: Pick<ScopeGround, 'shelf' | 'bookmarks'>): string[] =>
  [
    ...new Set([
      ...shelf.getState().rows.flatMap(({ tags }) => tags),
      ...bookmarks.getState().tags.map(({ tag }) => tag),
    ]),
  ].sort((a, b) => a.localeCompare(b));

/** The item that is pinned in the open article, with its words' places. */
function pinned(ground: ScopeGround): readonly SourceSpan[] {
  const item = pinnedItem(ground);
  return item ? spansOfItem(item) : [];
}

/** The scopes that mean something just now, the narrowest first. */
export function listScopes(ground: ScopeGround): Scope[] {
  const { view, selection } = ground.reader.getState();
  const { query, articles } = ground.search.getState();
  const [tag] = listTags(ground);
  return [
    // Nothing was chosen but to do something with it.
    ...(ground.chosen.getState().ids.size > 0 ? [{ type: 'chosen' } as const] : []),
    ...(view && selection.length > 0 ? [{ type: 'selection' } as const] : []),
    ...(view && pinned(ground).length > 0 ? [{ type: 'fact' } as const] : []),
    ...(view ? [{ type: 'article' } as const, { type: 'page' } as const] : []),
    ...(query.trim() !== '' && articles > 0 ? [{ type: 'hits' } as const] : []),
    ...((ground.claims.getState().found?.facts ?? 0) > 0 ? [{ type: 'table' } as const] : []),
    ...(tag === undefined ? [] : [{ type: 'tag', tag } as const]),
    { type: 'everything' },
  ];
}

/** What a scope means now; nothing where what it names is gone. */
export async function resolveScope(scope: Scope, ground: ScopeGround): Promise<ResolvedScope> {
  const { view, selection } = ground.reader.getState();
  const { rows, sources } = ground.shelf.getState();
  const ofArticles = (ids: readonly string[], name: string | null): ResolvedScope => {
    const articles = new Set(ids);
    const held = rows.filter(({ id }) => articles.has(id)).map(({ source }) => source);
    return { sources: [...new Set(held)], choice: { articles }, name };
  };
  const open = view ? rowsById(rows).get(view.article.id) : undefined;
  switch (scope.type) {
    case 'everything':
      return { ...NOTHING, sources: sources.map(({ sha256 }) => sha256) };
    case 'hits': {
      const { query, listAnswers } = ground.search.getState();
      return ofArticles(await listAnswers(), query.trim());
    }
    case 'table': {
      const listed = await ground.claims.getState().list();
      const facts = new Set(listed.flatMap((one) => one.facts));
      return { sources: listed.map(({ source }) => source), choice: { facts }, name: null };
    }
    case 'chosen':
      return ofArticles([...ground.chosen.getState().ids], null);
    case 'tag':
      return taggedWith(scope.tag, ground, ofArticles);
    case 'bookmark': {
      const { placed, tray } = ground.bookmarks.getState();
      const found = [...placed, ...tray].find(({ bookmark }) => bookmark.id === scope.bookmark);
      if (!found) return NOTHING;
      return {
        sources: [found.bookmark.target.source],
        // Where its words stand now, which need not be where they stood when they were marked.
        choice: { bookmarks: new Set([scope.bookmark]), within: found.spans },
        name: found.articleTitle,
      };
    }
    default:
      if (!view || !open) return NOTHING;
  }
  if (scope.type === 'page') return { sources: [view.source], choice: {}, name: open.sourceName };
  const article = ofArticles([view.article.id], open.title);
  if (scope.type === 'article') return article;
  const within = scope.type === 'fact' ? pinned(ground) : selection;
  return { ...article, choice: { ...article.choice, within } };
}

/** Articles that have the tag, or whose page has it, and those that hold a bookmark with it. */
function taggedWith(
  tag: string,
  { shelf, bookmarks }: ScopeGround,
  ofArticles: (ids: readonly string[], name: string) => ResolvedScope,
): ResolvedScope {
  const { rows } = shelf.getState();
  const ofPages = rows.filter(({ tags }) => tags.includes(tag));
  const tagged = new Set(ofPages.map(({ id }) => id));
  const marked = bookmarks
    .getState()
    .placed.filter(
      ({ bookmark, article }) => bookmark.tags.includes(tag) || (article !== null && tagged.has(article)),
    );
  const scope = ofArticles(
    [...ofPages.map(({ id }) => id), ...marked.flatMap(({ article }) => article ?? [])],
    tag,
  );
  return {
    ...scope,
    choice: { ...scope.choice, bookmarks: new Set(marked.map(({ bookmark }) => bookmark.id)) },
  };
}
