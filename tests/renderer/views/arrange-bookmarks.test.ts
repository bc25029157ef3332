import type { BookmarkColour } from '@shared/journal/act.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { describe, expect, it } from 'vitest';
import {
  arrangeBookmarks,
  type BookmarkWish,
  countColours,
  countHealth,
  momentsOf,
} from '../../../renderer/features/bookmarks/arrange-bookmarks.ts';
import type { PlacedBookmark } from '../../../renderer/state/bookmarks.ts';

const marked = (
  id: string,
  more: Partial<PlacedBookmark>,
  note = '',
  tags: string[] = [],
  day = 1,
  colour?: BookmarkColour,
) =>
  ({
    bookmark: { id, note, tags, ...(colour && { colour }), madeAt: `2024-01-0${day}T00:00:00Z` },
    words: '',
    spans: [] as SourceSpan[],
    how: 'exact',
    reason: null,
    article: 'a',
    articleTitle: null,
    sourceName: '湖口.txt',
    ...more,
  }) as PlacedBookmark;

const all = [
  marked('1', { words: '新建驳岸', spans: [sourceSpan(40, 44)] }, '再核 GDP', ['待核'], 1),
  marked('2', { words: '驳岸坍塌', spans: [sourceSpan(9, 13)], how: 'moved' }, '', ['灾'], 3, 'red'),
  marked(
    '3',
    { words: '渡口', how: 'fuzzy', article: 'b', articleTitle: '老渡口', sourceName: '安平.txt' },
    '',
    [],
    2,
    'green',
  ),
  marked('4', { words: '旧码头', how: null, reason: 'anchor-not-found', article: null }, '', ['待核'], 4),
];

const now = new Date('2024-01-04T00:00:00Z');

const ids = (part: Partial<BookmarkWish>) =>
  arrangeBookmarks(all, {
    words: '',
    tag: null,
    colour: null,
    made: momentsOf('ever', ['', ''], now),
    health: null,
    article: null,
    sort: 'newest',
    ...part,
  })
    .map(({ bookmark }) => bookmark.id)
    .join('');

describe('bookmarks', () => {
  it.each([
    [{}, '4231'],
    [{ sort: 'oldest' }, '1324'],
    [{ sort: 'place', article: 'a' }, '21'],
    [{ words: '驳岸' }, '21'],
    [{ words: '驳岸 ｇｄｐ' }, '1'],
    [{ words: '老渡' }, '3'],
    [{ words: '待' }, '41'],
    [{ tag: '待核' }, '41'],
    [{ health: 'moved' }, '23'],
    [{ health: 'loose' }, '4'],
    [{ article: 'b' }, '3'],
    [{ tag: '灾', health: 'loose' }, ''],
    [{ sort: 'colour' }, '4132'],
    [{ colour: 'yellow' }, '41'],
    [{ colour: 'red' }, '2'],
    [{ made: momentsOf('day', ['', ''], now) }, '42'],
    [{ made: momentsOf('ever', ['2024-01-02', '2024-01-02'], now) }, '4231'],
    [{ made: momentsOf('days', ['', ''], now) }, '4231'],
  ] as const)('asked for as %j are %s', (wish, expected) => {
    expect(ids(wish)).toBe(expected);
  });

  it('made on days of the person’s own calendar are asked for by the first and the last, in either order', () => {
    // The days of the bookmarks above are of another calendar where the clock is another.
    const dayOf = (day: number): string => new Date(`2024-01-0${day}T00:00:00Z`).toLocaleDateString('sv-SE');
    const between = (first: string | null, last: string | null) =>
      ids({ made: momentsOf('days', [first, last], now) });
    expect(between(dayOf(2), dayOf(3))).toBe('23');
    expect(between(dayOf(3), dayOf(2))).toBe('23');
    expect(between(dayOf(2), dayOf(2))).toBe('3');
    expect(between(dayOf(3), '')).toBe('42');
    expect(between('', dayOf(1))).toBe('1');
    // A month or a year counts to its end.
    expect(between('2023-12', '2024-01')).toBe('4231');
    expect(between('2024-01', '2023')).toBe('4231');
    expect(between('2022', '2023-11')).toBe('');
    expect(between('2024-02', null)).toBe('');
  });

  it('are counted by their colours, yellow where none was chosen', () => {
    expect(countColours(all)).toEqual([
      { colour: 'yellow', count: 2 },
      { colour: 'green', count: 1 },
      { colour: 'red', count: 1 },
    ]);
  });

  it('are counted by whether their words still stand', () => {
    expect(countHealth(all)).toEqual({ placed: 1, moved: 2, loose: 1 });
  });
});
