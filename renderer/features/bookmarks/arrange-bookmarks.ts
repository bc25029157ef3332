import { BOOKMARK_COLOURS, type BookmarkColour } from '@shared/journal/act.ts';
import { colourOf } from '@shared/journal/state.ts';
import type { PlacedBookmark } from '../../state/bookmarks.ts';

/** Whether a bookmark's words stand where they were marked, elsewhere in their text, or nowhere. */
export const HEALTHS = ['placed', 'moved', 'loose'] as const;
export type Health = (typeof HEALTHS)[number];

export const BOOKMARK_SORTS = ['newest', 'oldest', 'place', 'colour'] as const;
export type BookmarkSort = (typeof BOOKMARK_SORTS)[number];

/** How long ago a bookmark was made at most, in days. */
export const SINCE = { ever: null, day: 1, week: 7, month: 30, year: 365 } as const;
export type Since = keyof typeof SINCE;

const DAY_MS = 86_400_000;

/** The first moment that counts, as bookmarks write theirs; null where all do. */
export function momentSince(since: Since, now: Date): string | null {
  const days = SINCE[since];
  return days === null ? null : new Date(now.getTime() - days * DAY_MS).toISOString();
}

/** Which bookmarks are asked for, and in which order; null and the empty string ask for all. */
export interface BookmarkWish {
  /** Parts of words, note, tags or headline, all of which must be there. */
  readonly words: string;
  readonly tag: string | null;
  readonly colour: BookmarkColour | null;
  /** ISO 8601 in UTC. */
  readonly madeSince: string | null;
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

/** Colours that bookmarks have, in their order. */
export function countColours(
  bookmarks: readonly PlacedBookmark[],
): readonly { readonly colour: BookmarkColour; readonly count: number }[] {
  return BOOKMARK_COLOURS.map((colour) => ({
    colour,
    count: bookmarks.filter(({ bookmark }) => colourOf(bookmark) === colour).length,
  })).filter(({ count }) => count > 0);
}

export function arrangeBookmarks(
  bookmarks: readonly PlacedBookmark[],
  { words, tag, colour, madeSince, health, article, sort }: BookmarkWish,
): PlacedBookmark[] {
  const parts = plain(words).split(/\s+/);
  const kept = bookmarks.filter((placed) => {
    const { bookmark } = placed;
    if (tag !== null && !bookmark.tags.includes(tag)) return false;
    if (colour !== null && colourOf(bookmark) !== colour) return false;
    if (madeSince !== null && Date.parse(bookmark.madeAt) < Date.parse(madeSince)) return false;
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

const placeOf = ({ bookmark }: PlacedBookmark): number => BOOKMARK_COLOURS.indexOf(colourOf(bookmark));

const ORDERS: Readonly<Record<BookmarkSort, (a: PlacedBookmark, b: PlacedBookmark) => number>> = {
  newest: (a, b) => b.bookmark.madeAt.localeCompare(a.bookmark.madeAt),
  oldest: (a, b) => a.bookmark.madeAt.localeCompare(b.bookmark.madeAt),
  place: (a, b) =>
    (a.sourceName ?? '').localeCompare(b.sourceName ?? '', 'zh') ||
    (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0),
  colour: (a, b) => placeOf(a) - placeOf(b) || b.bookmark.madeAt.localeCompare(a.bookmark.madeAt),
};
