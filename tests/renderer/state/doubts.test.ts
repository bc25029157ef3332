import { sourceSpan } from '@shared/model/offset.ts';
import type { Doubt } from '@shared/model/page.ts';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createDoubts, type DoubtTools } from '../../../renderer/state/doubts.ts';

const doubt = (start: number): Doubt => ({
  reason: 'unfinished-sentence',
  article: 0,
  span: sourceSpan(start, start + 2),
});

/** A shelf of pages with a doubt each but the last, and a reader that has one of them open. */
function standAt(open: string | null) {
  const opened: string[] = [];
  const sources = ['a', 'b', 'c'].map((id) => ({ articles: [{ id }], doubts: [doubt(4)] }));
  const tools = {
    reader: createStore(() => ({
      view: open && { article: { id: open }, placement: { toBlocks: () => [], toSource: () => [] } },
      open: (article: string) => opened.push(article),
      select: () => {},
    })),
    shelf: createStore(() => ({ sources: [...sources, { articles: [{ id: 'calm' }], doubts: [] }] })),
    mending: { begin: () => {} },
    deeds: {},
  } as unknown as DoubtTools;
  return { doubts: createDoubts(tools), opened };
}

it.each([
  ['no article', null, 'a', 'c'],
  ['an article without doubts', 'calm', 'a', 'c'],
  ['the first article with one', 'a', 'a', 'c'],
  ['a later article', 'b', 'b', 'a'],
])('goes from %s to the next doubt and to the one before', (_, open, next, before) => {
  const forward = standAt(open);
  expect(forward.doubts.getState().step(1)).toBe(true);
  const back = standAt(open);
  back.doubts.getState().step(-1);
  expect([forward.opened, back.opened]).toEqual([[next], [before]]);
});
