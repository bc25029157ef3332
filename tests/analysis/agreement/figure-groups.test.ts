import { AgreementIndex } from '@shared/analysis/agreement/agreement-index.ts';
import { findAgreements } from '@shared/analysis/agreement/agreements.ts';
import { groupFigures } from '@shared/analysis/agreement/figure-groups.ts';
import type { AgreementEnd } from '@shared/analysis/agreement/pair-agreements.ts';
import { NOTHING_SAID as NOTHING } from '@shared/analysis/agreement/said-agreements.ts';
import { GroupVoices } from '@shared/analysis/agreement/voices.ts';
import { weighGroups } from '@shared/analysis/agreement/weigh-groups.ts';
import type { ComparedArticle } from '@shared/analysis/compared-article.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { knowledge } from '../answered-figures.ts';
import { PAPERS, read } from '../flood-papers.ts';

const RELEASE = '沅口县水利局负责人介绍，护城堤全长{}米，可抵御二十年一遇的洪水，沿堤居民从此免受水患之苦。';

let articles: ComparedArticle[];
let reprints: ComparedArticle[];
beforeAll(async () => {
  articles = await Promise.all(PAPERS.map(([date, text]) => read(date, text)));
  const told = [RELEASE.replace('{}', '4280'), RELEASE.replace('{}', '4820'), '沅口县护城堤长4280米。'];
  reprints = await Promise.all(
    told.map((words, i) => read('1996-07-28', `沅口修堤之${'一二三'.charAt(i)}\n\n${words}\n`)),
  );
});

function indexOf(some: readonly ComparedArticle[]): AgreementIndex {
  const index = new AgreementIndex(knowledge);
  for (const article of some) index.put(article);
  index.settle();
  return index;
}

const figureOf = (article: ComparedArticle, words: string): AgreementEnd => ({
  article: article.id,
  fact: article.claims.find(({ fact }) => fact.text === words)!.fact.id,
});
const keyOf = ({ article, fact }: AgreementEnd): string => `${article} ${fact}`;

describe('AgreementIndex', () => {
  it('says after any coming, going and changing what it says of those that are there', () => {
    const step = fc.record({ paper: fc.nat({ max: 4 }), comes: fc.boolean(), settles: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        const index = new AgreementIndex(knowledge);
        const there = new Set<number>();
        for (const { paper, comes, settles } of steps) {
          if (comes) index.put(articles[paper]!);
          else index.drop(articles[paper]!.id);
          if (comes) there.add(paper);
          else there.delete(paper);
          if (settles) index.settle();
        }
        index.settle();
        const whole = findAgreements(
          [...there].map((paper) => articles[paper]!),
          knowledge,
        );
        expect(index.agreements()).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('compares one article more with those of its story alone', () => {
    const index = indexOf(articles);
    const before = index.steps.count;
    index.put(articles[4]!);
    index.settle();
    expect(index.steps.count).toBe(before);
    index.put(articles[3]!);
    index.settle();
    expect(index.steps.count).toBeGreaterThan(before);
  });
});

describe('groupFigures', () => {
  it('brings all figures of one thing into one group, by the gravest that two of them say', () => {
    const groups = groupFigures(indexOf(articles), NOTHING, knowledge);
    const dyke = groups.find(({ verdict }) => verdict === 'differ')!;
    expect(dyke.figures.map(keyOf)).toEqual(
      [figureOf(articles[2]!, '4280米'), figureOf(articles[3]!, '4820米')].map(keyOf),
    );
    const fields = groups.find(
      ({ figures }) =>
        figures.length === 3 && figures.some(({ fact }) => fact === figureOf(articles[1]!, '8400公顷').fact),
    );
    expect(fields?.verdict).toBe('agree');
  });

  it('is the same in whatever order the articles came', () => {
    const whole = groupFigures(indexOf(articles), NOTHING, knowledge);
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        const index = indexOf(order.map((i) => articles[i]!));
        expect(groupFigures(index, NOTHING, knowledge)).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it('never leaves two in one group that were parted, and brings together what was joined', () => {
    const index = indexOf(articles);
    const all = articles.flatMap((article) =>
      article.claims
        .map(({ fact }) => ({ article: article.id, fact: fact.id }))
        .filter((end) => index.figure(end) !== null),
    );
    const pair = fc
      .tuple(fc.constantFrom(...all), fc.constantFrom(...all))
      .filter(([a, b]) => keyOf(a) !== keyOf(b));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 3 }), fc.array(pair, { maxLength: 3 }), (joined, parted) => {
        const groups = groupFigures(index, { joined, parted }, knowledge);
        const isTogether = ([a, b]: readonly [AgreementEnd, AgreementEnd]): boolean =>
          groups.some(
            ({ figures, verdict }) =>
              verdict !== 'other-scope' &&
              [a, b].every((end) => figures.some((own) => keyOf(own) === keyOf(end))),
          );
        for (const apart of parted) expect(isTogether(apart)).toBe(false);
        if (parted.length > 0) return;
        const unitOf = (end: AgreementEnd) => index.figure(end)!.statement.dimension;
        for (const one of joined) expect(isTogether(one)).toBe(unitOf(one[0]) === unitOf(one[1]));
      }),
      { numRuns: 60 },
    );
  });
});

describe('weighGroups', () => {
  it('counts articles that share the passage of a figure as one voice, even where its number was misprinted', () => {
    const index = indexOf(reprints);
    const groups = weighGroups(
      groupFigures(index, NOTHING, knowledge),
      index,
      new GroupVoices(knowledge.folding),
    );
    const group = groups.find(({ verdict }) => verdict === 'differ');
    const voices = new Map(group!.figures.map(({ article }, i) => [article, group!.voices[i]] as const));
    expect(new Set(voices.values()).size).toBe(2);
    expect(voices.get(reprints[0]!.id)).toBe(voices.get(reprints[1]!.id));

    // What was counted is kept until an article of the group is another.
    const counting = new GroupVoices(knowledge.folding);
    const countIn = (): number | undefined => {
      const [first] = weighGroups(
        groupFigures(index, NOTHING, knowledge).filter(({ verdict }) => verdict === 'differ'),
        index,
        counting,
      );
      return first && new Set(first.voices).size;
    };
    expect(countIn()).toBe(2);
    expect(countIn()).toBe(2);
    index.put({ ...reprints[0]!, id: reprints[2]!.id });
    index.settle();
    expect(countIn()).toBe(1);
  });

  it('puts what differs more, more surely and by more voices first', () => {
    const index = indexOf([...articles, ...reprints]);
    const groups = weighGroups(
      groupFigures(index, NOTHING, knowledge),
      index,
      new GroupVoices(knowledge.folding),
    );
    expect(groups.map(({ weight }) => weight)).toEqual(
      groups.map(({ weight }) => weight).sort((a, b) => b - a),
    );
    for (const { weight } of groups) expect(weight > 0 && weight < 1).toBe(true);
  });
});
