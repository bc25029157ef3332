import { expect, it } from 'vitest';
import { answerQuery } from '../../../renderer/workers/searching.ts';
import { openTexts } from './searched-texts.ts';

const NO_FACETS = { year: [], source: [], kind: [], place: [], programme: [], bookmarked: [] };
const ask = (query: string) =>
  ({ query, chosen: NO_FACETS, sort: 'relevance', shown: 60, bookmarked: [], tags: {} }) as const;

/** Nothing in the postings tells a mark between two words from two words apart: each of these texts is read. */
const partedTexts = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`d${i}`, `第${i}次，水，合作社的一村。`]));

it('reads an answer that is whole at once no second time', async () => {
  const { index, searched, stored } = await openTexts(partedTexts(30));
  const reads = async (isFirst: boolean) => {
    stored.reads = 0;
    const results = await answerQuery(ask('"水，合"'), isFirst, index, searched, () => false);
    expect(results).toMatchObject({ isWhole: true, exact: 30 });
    return stored.reads;
  };
  expect(await reads(true)).toBe(await reads(false));
});

it('answers with the first of many, then with all', async () => {
  const { index, searched } = await openTexts(partedTexts(600));
  const first = await answerQuery(ask('"水，合"'), true, index, searched, () => false);
  expect(first).toMatchObject({ isWhole: false, articles: 60, hits: null });
  const all = await answerQuery(ask('"水，合"'), false, index, searched, () => false);
  expect(all).toMatchObject({ isWhole: true, articles: 600 });
  expect(all?.found.map(({ article }) => article)).toEqual(first?.found.map(({ article }) => article));
});
