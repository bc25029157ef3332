import { type ShortEntry, ShortIndex } from '@shared/search/short/short-index.ts';
import { expect, it } from 'vitest';
import { searchKnowledge } from './search-knowledge.ts';

const RIVERS = ['清水', '白沙', '石门', '柳林', '青龙', '双河', '大桥', '永安'];
const WORDS = ['渡口', '水库', '茶场', '村小学', '卫生院', '粮站', '码头', '林场'];

/** Titles that share few terms, so that the index has many of them. */
const entry = (i: number): ShortEntry => {
  const other = String.fromCharCode(0x4e00 + ((i * 37) % 8000), 0x4e00 + ((i * 91) % 8000));
  return { id: `e${i}`, kind: 'title', text: `${RIVERS[i % 8]}${other}${WORDS[(i >> 3) % 8]}第${i}号` };
};
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 12));

it('answers as one made anew, however much comes and goes between its answers', async () => {
  const { folding, pinyin } = searchKnowledge;
  const index = new ShortIndex(folding, pinyin);
  const held = new Map<string, ShortEntry>();
  const add = (from: number, to: number): void => {
    const added = Array.from({ length: to - from }, (_, i) => entry(from + i));
    for (const one of added) held.set(one.id, one);
    index.add(added);
  };
  const drop = (from: number, to: number): void => {
    const dropped = Array.from({ length: to - from }, (_, i) => `e${from + i}`);
    for (const id of dropped) held.delete(id);
    index.remove(dropped);
  };
  add(0, 3000);
  // More than a tenth goes in each step, and more comes while an index might still be cleaning up.
  for (let step = 0; step < 6; step++) {
    drop(step * 450, step * 450 + 450);
    await pause();
    drop(2950 - step * 20, 2970 - step * 20);
    add(3000 + step * 400, 3400 + step * 400);
    await pause();
  }
  const anew = new ShortIndex(folding, pinyin);
  anew.add([...held.values()]);
  for (const words of ['清水', '渡口', '第3000号', 'matou', '永安', '粮站第'])
    expect(
      index
        .search(words, { limit: 5000 })
        .map(({ entry: { id } }) => id)
        .sort(),
    ).toEqual(
      anew
        .search(words, { limit: 5000 })
        .map(({ entry: { id } }) => id)
        .sort(),
    );
});
