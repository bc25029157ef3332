import { describe, expect, it } from 'vitest';
import {
  isTuned,
  placeOfFigure,
  readArticles,
  readGroups,
  readVerdicts,
  VERDICTS,
} from './answers/answers.ts';
import { agreementOf } from './answers/readers-agreement.ts';

const groups = readGroups();
const articles = new Map(readArticles(groups).map((article) => [article.id, article]));
const first = readVerdicts('first-reader.tsv');

describe('the answers', () => {
  it('name each figure by words that stand once in their article', () => {
    const lost = groups.flatMap(({ id, figures }) =>
      figures
        .filter((figure) => placeOfFigure(figure, articles.get(figure.article)?.text ?? '') === null)
        .map(({ article, words }) => `${id} ${article} ${words}`),
    );
    expect(lost).toEqual([]);
  });

  it('pair figures of two articles, each pair once, and answer each once', () => {
    const pairs = groups.map(({ figures }) =>
      figures
        .map(({ article, words }) => `${article} ${words}`)
        .sort()
        .join(' | '),
    );
    expect(new Set(pairs).size).toBe(groups.length);
    expect(groups.filter(({ figures: [a, b] }) => a.article === b.article)).toEqual([]);
    expect([...first.keys()]).toEqual(groups.map(({ id }) => id));
    expect([...first.values()].filter((verdict) => !VERDICTS.includes(verdict))).toEqual([]);
  });

  it('ask enough of each kind, in both halves, and in at least half of them by other words', () => {
    expect(groups.filter(({ sameWords }) => !sameWords).length * 2).toBeGreaterThanOrEqual(groups.length);
    for (const half of [true, false])
      for (const verdict of VERDICTS) {
        const asked = groups.filter(
          ({ id, figures }) => isTuned(figures[0].article) === half && first.get(id) === verdict,
        );
        expect(asked.length, `${verdict} ${half ? 'tuned' : 'held out'}`).toBeGreaterThanOrEqual(10);
      }
  });
});

describe('two readers', () => {
  it('are compared by Cohen’s kappa', () => {
    // 50 questions: yes and yes 20, yes and no 5, no and yes 10, no and no 15: chance .5, kappa .4.
    const asked = [...'a'.repeat(20), ...'b'.repeat(5), ...'c'.repeat(10), ...'d'.repeat(15)];
    const one = new Map(asked.map((kind, i) => [`${i}`, 'ab'.includes(kind) ? 'yes' : 'no']));
    const other = new Map(asked.map((kind, i) => [`${i}`, 'ac'.includes(kind) ? 'yes' : 'no']));
    const { alike, kappa, unlike } = agreementOf(one, other);
    expect(alike).toBeCloseTo(0.7);
    expect(kappa).toBeCloseTo(0.4);
    expect(unlike).toHaveLength(15);
  });

  it('answer all, agree as the guideline says, and have every difference settled', () => {
    const { asked, alike, kappa, unlike } = agreementOf(first, readVerdicts('second-reader.tsv'));
    expect([asked, unlike.length, kappa.toFixed(2)]).toEqual([groups.length, 26, '0.93']);
    expect(alike).toBeCloseTo(464 / 490);
    expect(unlike.filter((id) => !readVerdicts('settled.tsv').has(id))).toEqual([]);
  });
});
