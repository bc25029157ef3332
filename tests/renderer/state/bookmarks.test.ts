import type { Selector } from '@shared/anchors/selector.ts';
import type { Bookmark } from '@shared/journal/state.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import { type SourceHash, sourceHash } from '@shared/model/source.ts';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { SourceRow } from '../../../renderer/library/rows.ts';
import { createBookmarks } from '../../../renderer/state/bookmarks.ts';
import type { Deeds } from '../../../renderer/state/deeds.ts';
import type { Session } from '../../../renderer/state/session.ts';
import type { Shelf } from '../../../renderer/state/shelf.ts';
import type { Place } from '../../../renderer/workers/place-calls.ts';
import type { Placing } from '../../../renderer/workers/place-client.ts';

const hashOf = (n: number): SourceHash => sourceHash(String(n).padStart(64, '0'));
const rowOf = (n: number): SourceRow =>
  ({ sha256: hashOf(n), record: { name: `${n}.txt` }, articles: [] }) as unknown as SourceRow;

/** A bookmark on the page of this number; without a row for it, it has no place. */
const markOn = (page: number, id: string): Bookmark => ({
  id,
  target: {
    source: hashOf(page),
    textHash: '',
    spans: [sourceSpan(0, 2)],
    quote: { exact: '渡口', prefix: '', suffix: '' },
  },
  note: '',
  tags: [],
  madeAt: `2026-01-01T00:00:${id.padStart(2, '0')}Z`,
  changedAt: '2026-01-01T00:00:00Z',
});

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function openBookmarks(pages: number, marks: number) {
  const asked: Selector[] = [];
  let answer = (targets: readonly Selector[]): Promise<readonly Place[]> =>
    Promise.resolve(
      targets.map(({ spans }): Place => ({ spans, how: 'exact', reason: null, article: null })),
    );
  const placing = {
    call: (_: string, targets: readonly Selector[]) => {
      asked.push(...targets);
      return answer(targets);
    },
  } as unknown as Placing;
  const rows = Array.from({ length: pages }, (_, n) => rowOf(n));
  const shelf = createStore(() => ({ loaded: true, sources: rows }) as unknown as Shelf);
  const bookmarks = new Map(
    Array.from({ length: marks }, (_, n) => [String(n), markOn(n % pages, String(n))]),
  );
  const session = createStore(() => ({ state: { bookmarks } }) as unknown as Session);
  const store = createBookmarks({
    placing,
    session,
    shelf,
    deeds: {} as Deeds,
    newId: () => 'new',
    fail: (error) => {
      throw error;
    },
  });
  return {
    store,
    asked,
    hold: () => {
      const now = answer;
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      answer = (targets) => held.then(() => now(targets));
      return release;
    },
    showSources: (change: (rows: readonly SourceRow[]) => readonly SourceRow[]): void =>
      shelf.setState({ sources: change(shelf.getState().sources) }),
    /** As the journal does it: each bookmark is another object, its target is not. */
    foldAnew: (more: readonly Bookmark[] = []): void => {
      const again = [...bookmarks, ...more.map((mark) => [mark.id, mark] as const)];
      const state = { bookmarks: new Map(again.map(([id, mark]) => [id, { ...mark }])) };
      session.setState({ state } as unknown as Session);
    },
  };
}

it('asks for a place once, however many pages and acts come after it', async () => {
  for (const pages of [100, 1000]) {
    const { store, asked, showSources, foldAnew } = openBookmarks(pages, 50);
    await settle();
    expect(asked.length).toBe(50);
    for (let more = 0; more < 100; more++) {
      showSources((rows) => [...rows, rowOf(pages + more)]);
      foldAnew();
      await settle();
    }
    expect(asked.length).toBe(50);
    foldAnew([markOn(3, '50')]);
    await settle();
    expect(asked.length).toBe(51);
    expect(store.getState().placed.length).toBe(51);
  }
});

it('asks again for those of a page that was read anew, and for no other', async () => {
  const { asked, showSources } = openBookmarks(10, 30);
  await settle();
  asked.splice(0);
  showSources((rows) => rows.map((row) => (row.sha256 === hashOf(4) ? rowOf(4) : row)));
  await settle();
  expect(asked.map(({ source }) => source)).toEqual([hashOf(4), hashOf(4), hashOf(4)]);
});

it('shows what changed while places were looked for', async () => {
  const { store, showSources, foldAnew, hold } = openBookmarks(10, 20);
  await settle();
  const answer = hold();
  foldAnew([markOn(3, '20')]);
  showSources((rows) => rows.filter((row) => row.sha256 !== hashOf(0)));
  answer();
  await settle();
  const { placed, tray } = store.getState();
  expect(placed.length).toBe(19);
  expect(tray.map(({ bookmark }) => bookmark.id)).toEqual(['10', '0']);
});
