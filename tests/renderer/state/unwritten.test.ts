import type { Selector } from '@shared/anchors/selector.ts';
import { ACT_SCHEMA, type Act, type Deed } from '@shared/journal/act.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { sourceHash } from '@shared/model/source.ts';
import { describe, expect, it } from 'vitest';
import { factKey, listUnwritten, nameKey, type Unwritten } from '../../../renderer/state/unwritten.ts';

const SOURCE = sourceHash('a'.repeat(64));
const wordsAt = (start: number, end: number): Selector => ({
  source: SOURCE,
  textHash: 'c'.repeat(64),
  spans: [sourceSpan(start, end)],
  quote: { exact: '渡口', prefix: '', suffix: '' },
});
const target = wordsAt(3, 5);
const key = (kind: 'money' | 'age', at = target) => factKey(SOURCE, kind, at.spans);

const acts = (...deeds: Deed[]): Act[] =>
  deeds.map((deed, index) => ({
    id: `${index}`,
    at: '2026-01-02T03:04:05Z',
    device: 'd',
    schema: ACT_SCHEMA,
    deed,
  }));

const NONE: Unwritten = {
  acts: new Set(),
  sources: new Set(),
  facts: new Set(),
  names: new Set(),
  bookmarks: new Set(),
};

const CASES: Readonly<Record<string, readonly [Deed, Partial<Unwritten>]>> = {
  'a bookmark': [
    { type: 'bookmark.add', bookmark: 'b', target, note: '', tags: [] },
    { bookmarks: new Set(['b']) },
  ],
  'its note': [{ type: 'bookmark.edit', bookmark: 'b', note: '记', tags: [] }, { bookmarks: new Set(['b']) }],
  'its place': [{ type: 'bookmark.place', bookmark: 'b', target }, { bookmarks: new Set(['b']) }],
  'a confirmed fact': [{ type: 'fact.confirm', target, kind: 'money' }, { facts: new Set([key('money')]) }],
  'a rejected one': [{ type: 'fact.reject', target, kind: 'money' }, { facts: new Set([key('money')]) }],
  'one of another kind on other words': [
    { type: 'fact.correct', target, kind: 'money', correction: { kind: 'age', span: wordsAt(2, 5) } },
    { facts: new Set([key('money'), key('age', wordsAt(2, 5))]) },
  ],
  'joined names': [
    { type: 'name.join', nameType: 'person', forms: ['老陈'], as: '陈大江' },
    { names: new Set([nameKey('person', '老陈'), nameKey('person', '陈大江')]) },
  ],
  'a name parted': [
    { type: 'name.split', nameType: 'person', form: '老陈', from: '陈大江' },
    { names: new Set([nameKey('person', '老陈'), nameKey('person', '陈大江')]) },
  ],
  'words marked as a name': [
    { type: 'name.mark', target, nameType: 'person' },
    { sources: new Set([SOURCE]) },
  ],
  'a mended page': [{ type: 'page.cut', cut: { type: 'split', at: target } }, { sources: new Set([SOURCE]) }],
  'a settled doubt': [
    { type: 'doubt.settle', target, reason: 'paragraph-seam' as never },
    { sources: new Set([SOURCE]) },
  ],
  'a described page': [
    { type: 'source.describe', source: SOURCE, description: { newspaper: '渡口日报' } },
    { sources: new Set([SOURCE]) },
  ],
  'a tagged page': [{ type: 'source.tag', source: SOURCE, tags: ['渡口'] }, { sources: new Set([SOURCE]) }],
  'a page taken away': [{ type: 'source.remove', source: SOURCE }, { sources: new Set([SOURCE]) }],
};

describe('what waits to be written marks', () => {
  it.each(Object.entries(CASES))('%s, and what its undo brings back', (_, [deed, marked]) => {
    const done = acts(deed, { type: 'undo', act: '0' }, { type: 'undo', act: '1' });
    for (const count of [1, 2, 3])
      for (const written of [0, count - 1])
        expect(listUnwritten(done.slice(written, count), done)).toEqual({
          ...NONE,
          ...marked,
          acts: new Set(done.slice(written, count).map(({ id }) => id)),
        });
    expect(listUnwritten([], done)).toEqual(NONE);
  });
});
