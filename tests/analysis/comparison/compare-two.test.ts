import { type ComparedArticle, comparedArticles } from '@shared/analysis/compared-article.ts';
import { compareTwo } from '@shared/analysis/comparison/compare-two.ts';
import { describe, expect, it } from 'vitest';
import { runPipeline } from '../../pipeline/run.ts';
import { knowledge } from '../answered-figures.ts';

const MORNING = `石滩镇建成防洪堤

本报讯　昨天，石滩镇防洪堤全线合龙。大堤全长12.6公里，总投资3.8亿元。

镇里的老船工说，往年一到汛期，家家户户都要把粮食搬上阁楼，如今总算能睡个安稳觉。

工地上先后有860名民工参加施工。
`;
const EVENING = `石灘鎮防洪堤合龍

石灘鎮防洪堤昨日合龍，全長12.6公里，總投資4.2億元。

鎮裡的老船工說，往年一到汛期，家家戶戶都要把糧食搬上二樓，如今總算能睡個安穩覺。

堤上種了3000棵柳樹。
`;

async function read(text: string, publishedOn: string): Promise<ComparedArticle> {
  const { extraction, text: source } = await runPipeline(text, { description: { publishedOn } });
  return comparedArticles(extraction, source.length)[0]!;
}

const articles = [await read(MORNING, '1998-06-02'), await read(EVENING, '1998-06-02')] as const;
const bodies = articles.map(({ body }) => body.text);

describe('compareTwo', () => {
  const { passages, figures, alone } = compareTwo(articles, knowledge);

  it('gives the passages that both print, and what each words otherwise there', () => {
    expect(passages).toHaveLength(1);
    const [{ ends, changed }] = passages as [(typeof passages)[number]];
    const [first, second] = ends.map(({ start, end }, side) => bodies[side]!.slice(start, end));
    expect(first).toMatch(/^石滩镇防洪堤[\s\S]*安稳觉。$/);
    expect(second).toMatch(/^石灘鎮防洪堤[\s\S]*安穩覺。$/);
    const words = changed.map((list, side) => list.map(({ start, end }) => bodies[side]!.slice(start, end)));
    expect(words).toEqual([
      ['全线', '。大堤', '3.8', '阁'],
      ['昨日', '，', '4.2', '二'],
    ]);
  });

  it('puts figures of one thing in line with their verdict, and marks their wordings', () => {
    const told = figures.map(({ claims, verdict }) => [
      ...claims.map((claim, side) => articles[side]!.claims[claim]!.fact.text),
      verdict,
    ]);
    expect(told).toContainEqual(['12.6公里', '12.6公里', 'agree']);
    for (const { wordings, claims } of figures)
      for (const side of [0, 1] as const) {
        const { text, at, figure, changed } = wordings[side];
        const { start, end } = articles[side].claims[claims[side]]!;
        expect([at + figure.start, at + figure.end]).toEqual([start, end]);
        expect(bodies[side]!.startsWith(text, at)).toBe(true);
        for (const stretch of changed) expect(stretch.end).toBeLessThanOrEqual(text.length);
      }
  });

  it('lists what one of them alone tells, each figure once', () => {
    const lone = alone.map((list, side) => list.map(({ claim }) => articles[side]!.claims[claim]!.fact.text));
    expect(lone[0]).toContain('860名');
    expect(lone[1]).toContain('3000棵');
    for (const side of [0, 1] as const) {
      const told = new Set([
        ...figures.map(({ claims }) => claims[side]),
        ...alone[side].map(({ claim }) => claim),
      ]);
      const valued = articles[side].claims.filter(({ fact }) => typeof fact.value === 'number');
      expect(told.size).toBe(valued.length);
    }
  });

  it('says the same with the sides changed', () => {
    const turned = compareTwo([articles[1], articles[0]], knowledge);
    expect(turned.figures.map(({ claims: [a, b], verdict }) => [b, a, verdict]).sort()).toEqual(
      figures.map(({ claims: [a, b], verdict }) => [a, b, verdict]).sort(),
    );
    expect(turned.passages.map(({ ends: [a, b] }) => [b, a])).toEqual(passages.map(({ ends }) => ends));
  });
});
