import type { SourceSpan } from '@shared/model/offset.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { describe, expect, it } from 'vitest';
import {
  arrangeBookmarks,
  type BookmarkWish,
  countHealth,
} from '../../../renderer/features/bookmarks/arrange-bookmarks.ts';
import type { PlacedBookmark } from '../../../renderer/state/bookmarks.ts';

const marked = (id: string, more: Partial<PlacedBookmark>, note = '', tags: string[] = [], day = 1) =>
  ({
    bookmark: { id, note, tags, madeAt: `2024-01-0${day}T00:00:00Z` },
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
  marked('2', { words: '驳岸坍塌', spans: [sourceSpan(9, 13)], how: 'moved' }, '', ['灾'], 3),
  marked(
    '3',
    { words: '渡口', how: 'fuzzy', article: 'b', articleTitle: '老渡口', sourceName: '安平.txt' },
    '',
    [],
    2,
  ),
  marked('4', { words: '旧码头', how: null, reason: 'anchor-not-found', article: null }, '', ['待核'], 4),
];

const ids = (part: Partial<BookmarkWish>) =>
  arrangeBookmarks(all, { words: '', tag: null, health: null, article: null, sort: 'newest', ...part })
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
  ] as const)('asked for as %j are %s', (wish, expected) => {
    expect(ids(wish)).toBe(expected);
  });

  it('are counted by whether their words still stand', () => {
    expect(countHealth(all)).toEqual({ placed: 1, moved: 2, loose: 1 });
  });
});
