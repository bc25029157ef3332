import { expect, it } from 'vitest';
import { HitLists } from '../../../renderer/workers/hit-lists.ts';
import { openTexts } from './searched-texts.ts';

const TEXTS = {
  茶园: '高坡村种下新茶，茶农说新茶要三年才采。',
  盐场: '白沙盐场修筑海堤，老堤边上种了新茶。',
  渡口: '老渡口修好了。',
};

async function openLists() {
  const told: number[] = [];
  const { index, searched, read } = await openTexts(TEXTS);
  return { lists: new HitLists(index, searched, (done) => told.push(done)), read, told };
}

it('counts each term as the search box would, and reads an article once for all that it answers', async () => {
  const { lists, read, told } = await openLists();
  const counted = await lists.countTerms(['新茶', '老', '没有的词', '高坡 新茶'], {});
  expect(counted?.map(({ term, articles, hits }) => [term, articles, hits])).toEqual([
    ['新茶', 2, 3],
    ['老', 2, 2],
    ['没有的词', 0, 0],
    ['高坡 新茶', 1, 3],
  ]);
  expect([...read].sort()).toEqual(Object.keys(TEXTS).sort());
  expect(told).toEqual([...told].sort((a, b) => a - b));
});

it('gives nothing of a list that another overtook', async () => {
  const { lists } = await openLists();
  const first = lists.countTerms(['新茶', '老'], {});
  const second = lists.countTerms(['老'], {});
  expect(await first).toBe(null);
  expect((await second)?.map(({ articles }) => articles)).toEqual([2]);
});
