import { BOOKMARK_COLOURS, type BookmarkColour } from '@shared/journal/act.ts';
import { colourOf } from '@shared/journal/state.ts';
import type { PlacedBookmark } from '../../state/bookmarks.ts';

/** Whether a bookmark's words stand where they were marked, elsewhere in their text, or nowhere. */
export const HEALTHS = ['placed', 'moved', 'loose'] as const;
export type Health = (typeof HEALTHS)[number];

export const BOOKMARK_SORTS = ['newest', 'oldest', 'place', 'colour'] as const;
export type BookmarkSort = (typeof BOOKMARK_SORTS)[number];

/** How long ago a bookmark was made at most, in days; `days` are the person's own. */
export const MADE = { ever: null, day: 1, week: 7, month: 30, year: 365, days: null } as const;
export type Made = keyof typeof MADE;

/** Milliseconds of the clock from the first that counts to behind the last. */
export interface Moments {
  readonly from: number;
  readonly to: number;
}

/**
 * Two days, months or years of the person's calendar, in either order; an end that is empty is open, as is one that is
 * typed and no date yet (null). ISO 8601.
 */
export type Days = readonly [string | null, string | null];

const DAY_MS = 86_400_000;

export function momentsOf(made: Made, days: Days, now: Date): Moments {
  const past = MADE[made];
  if (past !== null) return { from: now.getTime() - past * DAY_MS, to: Number.POSITIVE_INFINITY };
  const [one, other] = made === 'days' ? days : [null, null];
  const isTurned = (startOf(one, 0) ?? 0) >= (startOf(other, 1) ?? Number.POSITIVE_INFINITY);
  const [first, last] = isTurned ? [other, one] : [one, other];
  return {
    from: startOf(first, 0) ?? Number.NEGATIVE_INFINITY,
    to: startOf(last, 1) ?? Number.POSITIVE_INFINITY,
  };
}

/** When a day, month or year begins, or the one `after` it, where the person is: days are not all of one length. */
function startOf(date: string | null, after: 0 | 1): number | null {
  if (!date) return null;
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return new Date(year + after, 0).getTime();
  return new Date(year, month - 1 + (day ? 0 : after), day ? day + after : 1).getTime();
}

/** Which bookmarks are asked for, and in which order; null and the empty string ask for all. */
export interface BookmarkWish {
  /** Parts of words, note, tags or headline, all of which must be there. */
  readonly words: string;
  readonly tag: string | null;
  readonly colour: BookmarkColour | null;
  readonly made: Moments;
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
  { words, tag, colour, made, health, article, sort }: BookmarkWish,
): PlacedBookmark[] {
  const parts = plain(words).split(/\s+/);
  const kept = bookmarks.filter((placed) => {
    const { bookmark } = placed;
    if (tag !== null && !bookmark.tags.includes(tag)) return false;
    if (colour !== null && colourOf(bookmark) !== colour) return false;
    const madeAt = Date.parse(bookmark.madeAt);
    if (madeAt < made.from || madeAt >= made.to) return false;
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
