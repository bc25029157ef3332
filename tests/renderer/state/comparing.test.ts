import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createComparing } from '../../../renderer/state/comparing.ts';
import type { Shelf } from '../../../renderer/state/shelf.ts';
import type { CopyingArticle } from '../../../renderer/workers/compare-calls.ts';

type Tools = Parameters<typeof createComparing>[0];

const copyOf = (article: string): CopyingArticle => ({ article, passages: 1, same: 80, at: [] });

/** A desk whose worker answers with what stands in `copies`. */
function desk() {
  const copies: CopyingArticle[] = [copyOf('first')];
  const asked: string[] = [];
  const worker = {
    call: async (_: string, article: string) => {
      asked.push(article);
      return { ok: true, value: [...copies] };
    },
    stop: () => {},
    on: () => () => {},
  } as unknown as Tools['worker'];
  const shelf = createStore<Pick<Shelf, 'sources'>>()(() => ({ sources: [] }));
  const session = createStore(() => ({ state: { paired: [], settled: [] } })) as unknown as Tools['session'];
  const library = {} as Tools['library'];
  const comparing = createComparing({ worker, library, session, shelf, watch: () => () => {} });
  const comes = (article: string): void => {
    copies.push(copyOf(article));
    shelf.setState({ sources: [] });
  };
  const found = (): string[] => (comparing.getState().copies.found ?? []).map(({ article }) => article);
  return { comparing, comes, found, asked };
}

describe('the articles that print passages of the open one', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are told anew when pages come, once for many, and stay in sight until then', async () => {
    const { comparing, comes, found, asked } = desk();
    comparing.getState().findCopies('open');
    await vi.runAllTimersAsync();
    expect(found()).toEqual(['first']);
    for (const article of ['second', 'third', 'fourth']) comes(article);
    expect(found()).toEqual(['first']);
    await vi.runAllTimersAsync();
    expect(found()).toEqual(['first', 'second', 'third', 'fourth']);
    expect(asked).toEqual(['open', 'open']);
  });

  it('are not sought while none were asked for, nor after the search was stopped', async () => {
    const { comparing, comes, asked } = desk();
    comes('second');
    await vi.runAllTimersAsync();
    expect(asked).toEqual([]);
    comparing.getState().findCopies('open');
    comparing.getState().stopCopies();
    comes('third');
    await vi.runAllTimersAsync();
    expect(asked).toEqual(['open']);
  });
});
