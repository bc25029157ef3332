import { TABLES } from '@shared/exchange/tables.ts';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { resolveScope, type ScopeGround } from '../../../renderer/state/export-scopes.ts';

const marked = { source: 'a'.repeat(64), textHash: 'old', quote: { exact: '旧', prefix: '', suffix: '' } };
const bookmarkAt = (id: string, start: number) => ({
  id,
  note: '',
  tags: [],
  madeAt: '2026-01-02T03:04:05Z',
  target: { ...marked, spans: [{ start, end: start + 4 }] },
});

const ground = {
  reader: createStore(() => ({ view: null, selection: [] })),
  shelf: createStore(() => ({ rows: [], sources: [] })),
  bookmarks: createStore(() => ({
    placed: [{ bookmark: bookmarkAt('moved', 0), spans: [{ start: 30, end: 34 }], articleTitle: '新渠' }],
    tray: [{ bookmark: bookmarkAt('lost', 0), spans: [], articleTitle: null }],
  })),
} as unknown as ScopeGround;

it('sends a bookmark out with what stands at its words now, and one without a place too', async () => {
  const moved = await resolveScope({ type: 'bookmark', bookmark: 'moved' }, ground);
  expect(moved).toMatchObject({ sources: [marked.source], choice: { within: [{ start: 30, end: 34 }] } });
  const lost = await resolveScope({ type: 'bookmark', bookmark: 'lost' }, ground);
  expect(lost).toMatchObject({ sources: [marked.source], choice: { within: [] } });

  const bookmarks = [bookmarkAt('moved', 0), bookmarkAt('lost', 0), bookmarkAt('other', 30)];
  const page = { extraction: { articles: [], source: { name: '水渠.txt' } }, bookmarks } as never;
  for (const { choice } of [moved, lost]) expect([...TABLES.bookmarks.rows(page, choice)]).toHaveLength(1);
});
