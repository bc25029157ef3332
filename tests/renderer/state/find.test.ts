import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createFind, type FindTools, unwrap } from '../../../renderer/state/find.ts';
import { sampleView } from '../views/sample-view.ts';

describe('a page without its line ends', () => {
  it('keeps every other character at its place', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[渠水a \u3000\r\n]{0,40}$/), (text) => {
        const { text: joined, places } = unwrap(text);
        expect(joined).not.toMatch(/[\r\n]/);
        expect([...places].map((at) => text[at]).join('')).toBe(joined);
        expect(joined.replaceAll(/[ \u3000]/g, '')).toBe(text.replaceAll(/[ \u3000\r\n]/g, ''));
      }),
    );
  });
});

/** A desk's find over the sample article, with a worker that finds words as they are typed. */
function findOver(original: boolean, block = 0) {
  const view = sampleView();
  const reader = createStore(() => ({ view: view as typeof view | null }));
  const settings = createStore(() => ({
    place: { original, panel: true },
    positions: { [view.article.id]: { block, progress: 0 } },
  }));
  const find = createFind({
    worker: {
      call: async (_: string, texts: readonly string[], words: string) =>
        texts.flatMap((text, index) =>
          [...text.matchAll(new RegExp(words, 'g'))].map(({ index: start }) => ({
            text: index,
            start,
            end: start + words.length,
          })),
        ),
    },
    reader,
    settings,
    fail: (error: unknown) => {
      throw error;
    },
  } as unknown as FindTools);
  const wordsOf = () =>
    find
      .getState()
      .hits.map((spans) => spans.map(({ start, end }) => view.sourceText.slice(start, end)).join(''));
  return { find, reader, settings, view, wordsOf };
}

const settled = () => new Promise((settle) => setTimeout(settle));

describe('what is looked for in the open article', () => {
  it('is found across the page’s line ends, gone through round, and let go', async () => {
    const { find, wordsOf } = findOver(false);
    find.getState().open('渠');
    await settled();
    expect(wordsOf()).toEqual(['渠', '渠', '渠']);
    expect(find.getState().at).toBe(0);
    find.getState().step(-1);
    expect(find.getState().at).toBe(2);
    find.getState().type('3.5亿元');
    await settled();
    expect(wordsOf()).toEqual(['3.5亿元']);
    find.getState().close();
    expect(find.getState()).toMatchObject({ isOpen: false, hits: [], at: -1, words: '3.5亿元' });
  });

  it('begins where the person reads', async () => {
    const { find, view } = findOver(false, 2);
    find.getState().open('渠');
    await settled();
    const { hits, at } = find.getState();
    expect(view.placement.toBlocks(hits[at] ?? [])[0]?.block).toBeGreaterThanOrEqual(2);
  });

  it('is found once in article and page, and beyond the article where the page is shown', async () => {
    const { find, settings, wordsOf } = findOver(false);
    find.getState().open('田禾');
    await settled();
    const inArticle = wordsOf().length;
    settings.setState({ place: { original: true, panel: true } });
    await settled();
    expect(wordsOf()).toEqual(['田禾']);
    find.getState().type('新渠');
    await settled();
    expect(wordsOf()).toEqual(['新渠', '新渠']);
    expect(inArticle).toBeLessThanOrEqual(1);
  });
});
