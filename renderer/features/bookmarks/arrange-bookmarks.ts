import type { PlacedBookmark } from '../../state/bookmarks.ts';

/** Whether a bookmark's words stand where they were marked, elsewhere in their text, or nowhere. */
export const HEALTHS = ['placed', 'moved', 'loose'] as const;
export type Health = (typeof HEALTHS)[number];

export const BOOKMARK_SORTS = ['newest', 'oldest', 'place'] as const;
export type BookmarkSort = (typeof BOOKMARK_SORTS)[number];

/** Which bookmarks are asked for, and in which order; null and the empty string ask for all. */
export interface BookmarkWish {
  /** Parts of words, note, tags or headline, all of which must be there. */
  readonly words: string;
  readonly tag: string | null;
  readonly health: Health | null;
  /** Id of an article. */
  readonly article: string | null;
  readonly sort: BookmarkSort;
}

const healthOf = ({ reason, how }: PlacedBookmark): Health => {
  if (reason !== null) return 'loose';
  return how === 'exact' ? 'placed' : 'moved';
};

export function countHealth(bookmarks: readonly PlacedBookmark[]): Readonly<Record<Health, number>> {
  const counts = { placed: 0, moved: 0, loose: 0 };
  for (const bookmark of bookmarks) counts[healthOf(bookmark)]++;
  return counts;
}

export function arrangeBookmarks(
  bookmarks: readonly PlacedBookmark[],
  { words, tag, health, article, sort }: BookmarkWish,
): PlacedBookmark[] {
  const parts = plain(words).split(/\s+/);
  const kept = bookmarks.filter((placed) => {
    const { bookmark } = placed;
    if (tag !== null && !bookmark.tags.includes(tag)) return false;
    if (health !== null && healthOf(placed) !== health) return false;
    if (article !== null && placed.article !== article) return false;
    const said = plain(
      [
        placed.words,
        bookmark.note,
        placed.articleTitle ?? '',
        placed.sourceName ?? '',
        ...bookmark.tags,
      ].join('\n'),
    );
    return parts.every((part) => said.includes(part));
  });
  return kept.sort(ORDERS[sort]);
}

/** Width and case mean nothing. */
const plain = (words: string): string => words.normalize('NFKC').toLowerCase().trim();

const ORDERS: Readonly<Record<BookmarkSort, (a: PlacedBookmark, b: PlacedBookmark) => number>> = {
  newest: (a, b) => b.bookmark.madeAt.localeCompare(a.bookmark.madeAt),
  oldest: (a, b) => a.bookmark.madeAt.localeCompare(b.bookmark.madeAt),
  place: (a, b) =>
    (a.sourceName ?? '').localeCompare(b.sourceName ?? '', 'zh') ||
    (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0),
};
