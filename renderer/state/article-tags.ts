import type { StoreApi } from 'zustand/vanilla';
import type { Bookmarks } from './bookmarks.ts';
import type { Shelf } from './shelf.ts';

/** What the page alone knows of articles and a question names: tags, and which of them hold a bookmark. */
export interface ArticleTags {
  /** Ids of articles that hold a bookmark. */
  readonly bookmarked: readonly string[];
  /** Tags of articles and of their bookmarks, by article; articles without any are left out. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
}

interface TagGround {
  readonly shelf: StoreApi<Pick<Shelf, 'rows'>>;
  readonly bookmarks: StoreApi<Pick<Bookmarks, 'placed'>>;
}

export function readTags({ shelf, bookmarks }: TagGround): ArticleTags {
  const marked = new Map<string, string[]>();
  for (const { article, bookmark } of bookmarks.getState().placed)
    if (article) marked.set(article, [...(marked.get(article) ?? []), ...bookmark.tags]);
  const tagged = shelf.getState().rows.filter(({ tags }) => tags.length > 0);
  const tags = tagged.map(({ id, tags }) => [id, [...tags, ...(marked.get(id) ?? [])]] as const);
  return { bookmarked: [...marked.keys()], tags: Object.fromEntries([...marked, ...tags]) };
}

/**
 * Tells when an answer would be another for what the person tagged or bookmarked since it was asked for.
 * @param asked what was asked with last; null: nothing is shown that could change.
 */
export function followTags(ground: TagGround, asked: () => ArticleTags | null, tell: () => void): void {
  const look = (): void => {
    const before = asked();
    if (before && wordsOf(before) !== wordsOf(readTags(ground))) tell();
  };
  ground.shelf.subscribe((now, before) => {
    if (now.rows !== before.rows) look();
  });
  ground.bookmarks.subscribe((now, before) => {
    if (now.placed !== before.placed) look();
  });
}

/** In an order of their own: in which articles and bookmarks were listed changes no answer. */
const wordsOf = ({ bookmarked, tags }: ArticleTags): string =>
  JSON.stringify([
    [...bookmarked].sort(),
    Object.entries(tags)
      .map((entry) => JSON.stringify(entry))
      .sort(),
  ]);
