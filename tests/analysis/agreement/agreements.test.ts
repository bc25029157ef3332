import { findAgreements } from '@shared/analysis/agreement/agreements.ts';
import type { Agreement } from '@shared/analysis/agreement/pair-agreements.ts';
import type { ComparedArticle } from '@shared/analysis/compared-article.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { knowledge } from '../answered-figures.ts';
import { PAPERS, read } from '../flood-papers.ts';

let articles: ComparedArticle[];
beforeAll(async () => {
  articles = await Promise.all(PAPERS.map(([date, text]) => read(date, text)));
});

/** `12.6万亩 = 8400公顷 agree`, with the numbers of the papers. */
const told = (found: readonly Agreement[]): string[] =>
  found
    .map(({ ends, verdict }) => {
      const [one, other] = ends
        .map(({ article, fact }) => {
          const paper = articles.findIndex(({ id }) => id === article);
          const claim = articles[paper]!.claims.find((own) => own.fact.id === fact)!;
          return `${paper} ${claim.fact.text}`;
        })
        .sort();
      return `${one} | ${other}: ${verdict}`;
    })
    .sort();

describe('findAgreements', () => {
  it('brings figures of one thing together, in whatever words and units', () => {
    const found = told(findAgreements(articles, knowledge));
    expect(found).toContain('0 12.6万亩 | 1 8400公顷: agree');
    expect(found).toContain('0 12.6万亩 | 2 12.6万亩: agree');
    expect(found).toContain('0 2140间 | 1 两千一百多间: within-bounds');
    expect(found).toContain('0 7人 | 2 9人: later-figure');
    expect(found).toContain('2 4280米 | 3 4820米: differ');
    expect(found.filter((line) => line.startsWith('4') || line.includes('| 4'))).toEqual([]);
  });

  it('tells currencies apart by their names and signs; a bare 元 is what its page counts in', async () => {
    const sums = ['耗资300万元', '耗资港币300万元', '耗资300万港元', '耗资US$300万', '耗资300万美元'];
    const papers = await Promise.all(
      sums.map((sum) => read('1996-07-20', `沅口县建水文站\n\n沅口县建成水文站，${sum}。\n`)),
    );
    const agree = findAgreements(papers, knowledge).map(({ ends }) =>
      ends.map(({ article }) => papers.findIndex(({ id }) => id === article)).sort(),
    );
    expect(agree.sort()).toEqual([
      [1, 2],
      [3, 4],
    ]);
    const here = await read(
      '1996-07-20',
      '沅口縣建水文站\n\n香港出資，沅口縣建成水文站，港府耗資300萬元。\n',
    );
    expect(here.claims.map(({ fact }) => fact.unit)).toEqual(['HKD']);
    const [said] = findAgreements([here, papers[1]!], knowledge);
    expect(said?.verdict).toBe('agree');
    const renminbi = await read('1996-07-20', '沅口县建水文站\n\n沅口县建成水文站，耗资人民币300万元。\n');
    expect(findAgreements([here, renminbi], knowledge)).toEqual([]);
    expect(findAgreements([papers[0]!, renminbi], knowledge)[0]?.verdict).toBe('agree');
  });

  it('says the same in whatever order the articles come', () => {
    const all = told(findAgreements(articles, knowledge));
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), (order) => {
        expect(
          told(
            findAgreements(
              order.map((i) => articles[i]!),
              knowledge,
            ),
          ),
        ).toEqual(all);
      }),
      { numRuns: 10 },
    );
  });

  it('changes nothing between two articles when others come or go', () => {
    const all = told(findAgreements(articles, knowledge));
    const papers = fc.subarray([0, 1, 2, 3, 4]);
    fc.assert(
      fc.property(papers, (some) => {
        const between = all.filter((line) =>
          [...line.matchAll(/(?:^|\| )(\d) /g)].every(([, paper]) => some.includes(Number(paper))),
        );
        expect(
          told(
            findAgreements(
              some.map((i) => articles[i]!),
              knowledge,
            ),
          ),
        ).toEqual(between);
      }),
      { numRuns: 20 },
    );
  });

  it('gives the parts of each score', () => {
    for (const { score, parts } of findAgreements(articles, knowledge)) {
      expect(score).toBeGreaterThan(0.5);
      for (const part of Object.values(parts ?? {})) expect(part >= 0 && part <= 1).toBe(true);
    }
  });
});
