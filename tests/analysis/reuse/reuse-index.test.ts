import { ReuseIndex, type SharedPassage } from '@shared/analysis/reuse/reuse-index.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../resources/models/names/random.ts';
import { readArticles } from '../answers/answers.ts';
import { CHANGES, type Change, changed, folding, proseOf } from './made-copies.ts';

/** Words of two to four characters that stand in the invented articles. */
const WORDS = readArticles([]).flatMap(({ text }) => text.match(/[\u4e00-\u9fff]{2,4}/g) ?? []);

interface Made {
  readonly original: string;
  readonly copy: string;
  /** Where the changed passage stands in the copy. */
  readonly from: number;
  readonly to: number;
}

function makeCopy(change: Change, length: number, draw: Random): Made {
  const original = proseOf(WORDS, 400, draw);
  const at = Math.floor(draw() * (400 - length));
  const passage = changed(original.slice(at, at + length), change, draw);
  const before = proseOf(WORDS, 150, draw);
  return {
    original,
    copy: before + passage + proseOf(WORDS, 150, draw),
    from: before.length,
    to: before.length + passage.length,
  };
}

/** Units of the second end that lie in the passage, and outside it. */
function covered(passages: readonly SharedPassage[], { from, to }: Made): readonly [number, number] {
  let inside = 0;
  let outside = 0;
  for (const { ends } of passages) {
    const { start, end } = ends.find(({ article }) => article === 'copy')!;
    const common = Math.max(0, Math.min(end, to) - Math.max(start, from));
    inside += common;
    outside += end - start - common;
  }
  return [inside, outside];
}

describe('ReuseIndex', () => {
  it.each(CHANGES)('finds copies of 40 characters and more, %s', (change) => {
    const draw = createRandom(40);
    const all = { inside: 0, outside: 0, asked: 0 };
    for (let i = 0; i < 200; i++) {
      const made = makeCopy(change, 40 + Math.floor(draw() ** 2 * 260), draw);
      const index = new ReuseIndex(folding);
      index.add('original', made.original);
      const [inside, outside] = covered(index.add('copy', made.copy), made);
      all.inside += inside;
      all.outside += outside;
      all.asked += made.to - made.from;
    }
    const recall = all.inside / all.asked;
    console.log(`${change}: recall ${recall.toFixed(4)}, beside it ${(all.outside / all.asked).toFixed(4)}`);
    expect(recall).toBeGreaterThanOrEqual(0.98);
    expect(all.outside / all.asked).toBeLessThan(0.02);
  });

  it('ends a passage at the character, in the texts as they were given', () => {
    const passage = '县里把这条路修了十七年，一共换过四任局长，老石匠说哪块石头他都认得。';
    const index = new ReuseIndex(folding);
    index.add('a', `昨天有雨。${passage}后来呢`);
    const copy = `${passage.slice(0, 11)}\r\n${passage.slice(11)}`.replace('县里', '縣裡');
    const [found] = index.add('b', `编者按　${copy}不知道`);
    expect(found?.ends.map(({ article, start, end }) => [article, start, end])).toEqual([
      ['b', 4, 4 + passage.length + 2],
      ['a', 5, 5 + passage.length],
    ]);
  });

  it('says nothing of what is shorter than 20, nor of texts that share no more than words', () => {
    const index = new ReuseIndex(folding);
    const nineteen = '把这条旧路修了又修一共换过四任老局长了';
    expect(nineteen).toHaveLength(19);
    index.add('a', `昨夜有风，${nineteen}甲乙丙丁`);
    expect(index.add('b', `今晨放晴。${nineteen}戊己庚辛`)).toEqual([]);
    const draw = createRandom(7);
    const apart = new ReuseIndex(folding);
    for (let i = 0; i < 60; i++) expect(apart.add(`${i}`, proseOf(WORDS, 500, draw))).toEqual([]);
  });

  it('takes a phrase of very many articles for a formula, and a long text of as many for a copy', () => {
    const formula = '本报讯记者从昨日召开的全县经济工作会议上获悉有关负责人介绍说';
    const draw = createRandom(3);
    const release = proseOf(WORDS, 120, draw);
    const index = new ReuseIndex(folding);
    for (let i = 0; i < 30; i++)
      index.add(`f${i}`, proseOf(WORDS, 80, draw) + formula + proseOf(WORDS, 80, draw));
    expect(Array.from({ length: 30 }, (_, i) => index.passagesOf(`f${i}`)).flat()).toEqual([]);
    for (let i = 0; i < 30; i++) index.add(`r${i}`, proseOf(WORDS, 40, draw) + release);
    expect(index.passagesOf('r0')).toHaveLength(29);
  });

  it('finds the same pairs in whatever order articles come', () => {
    const draw = createRandom(11);
    const { original, copy } = makeCopy('edited', 120, draw);
    const { copy: other } = makeCopy('as it is', 90, draw);
    const texts = [original, copy, other, original.slice(100, 300), proseOf(WORDS, 300, draw)];
    const pairsOf = (order: readonly number[]) => {
      const index = new ReuseIndex(folding);
      for (const i of order) index.add(`${i}`, texts[i]!);
      const told = order
        .flatMap((i) => index.passagesOf(`${i}`))
        .map(({ ends }) =>
          ends
            .map(({ article, start, end }) => `${article}:${start}-${end}`)
            .sort()
            .join(' '),
        );
      return [...new Set(told)].sort();
    };
    const once = pairsOf([0, 1, 2, 3, 4]);
    expect(once.length).toBeGreaterThanOrEqual(3);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        expect(pairsOf(order)).toEqual(once);
      }),
      { numRuns: 20 },
    );
  });

  it('does work in proportion to the library: twice the articles, about twice the steps', () => {
    const stepsFor = (articles: number): number => {
      const draw = createRandom(5);
      const index = new ReuseIndex(folding);
      for (let i = 0; i < articles; i++) {
        const { original, copy } = makeCopy('edited', 100, draw);
        index.add(`${i}`, original);
        index.add(`${i}'`, copy);
      }
      return index.steps.count / articles;
    };
    expect(stepsFor(160)).toBeLessThan(1.3 * stepsFor(40));
  });
});
