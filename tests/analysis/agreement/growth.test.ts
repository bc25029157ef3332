import { AgreementIndex } from '@shared/analysis/agreement/agreement-index.ts';
import { type ComparedArticle, comparedArticles } from '@shared/analysis/compared-article.ts';
import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../../resources/models/names/random.ts';
import { countyOf, madeReport } from '../../bench/claims/made-articles.ts';
import { runPipeline } from '../../pipeline/run.ts';
import { knowledge } from '../answered-figures.ts';

const FIRST = '青石白渡沙柳榆松梅竹荷兰桂枫柏桐楠杉槐棠';
const SECOND = '岭塘浦桥湾坪坝岗沟洲滩墩坳冲垸寨堡屯营店';
const PROVINCES = ['湖南省', '四川省', '河北省', '广东省'];

/** What two papers tell of one event in each county; all name the country, a province and the agency. */
async function libraryOf(events: number): Promise<ComparedArticle[]> {
  const draw: Random = createRandom(12);
  const articles: ComparedArticle[] = [];
  for (let i = 0; i < events; i++) {
    const county = `${FIRST[i % 20]}${SECOND[(i + Math.floor(i / 20)) % 20]}县`;
    const province = PROVINCES[i % PROVINCES.length]!;
    const [cost, metres] = [100 + Math.floor(draw() * 800), 200 + Math.floor(draw() * 700)];
    for (const opening of ['新华社消息：', `据国务院有关部门和${province}水利厅介绍，`])
      articles.push(
        ...(await read(
          `${county}建成水渠\n\n${opening}${province}${county}建成水渠${metres}米，耗资${cost}万元，为中国西部之最。\n`,
        )),
      );
  }
  return articles;
}

async function read(text: string): Promise<ComparedArticle[]> {
  const { extraction, text: source } = await runPipeline(text, {
    description: { publishedOn: '1987-05-04' },
  });
  return comparedArticles(extraction, source.length);
}

describe('AgreementIndex over a library', () => {
  it('compares what tells of one place, not all that name one country: twice the articles, about twice the steps', async () => {
    const all = await libraryOf(80);
    const count = (articles: readonly ComparedArticle[]): [number, number] => {
      const index = new AgreementIndex(knowledge);
      for (const article of articles) index.put(article);
      index.settle();
      return [index.agreements().length, index.steps.count];
    };
    const [[foundInHalf, half], [found, whole]] = [count(all.slice(0, 80)), count(all)];
    expect(foundInHalf).toBeGreaterThanOrEqual(60);
    expect(found).toBeGreaterThanOrEqual(120);
    expect(half).toBeGreaterThan(0);
    expect(whole / half).toBeLessThanOrEqual(2.5);
  });

  it('weighs, of all pairs of figures of one county, those few that could be of one thing', async () => {
    const draw = createRandom(5);
    const index = new AgreementIndex(knowledge);
    const told: number[] = [];
    for (let i = 0; i < 60; i++) {
      const [article] = await read(madeReport(countyOf(7), draw).text);
      told.push(article!.claims.length);
      index.put(article!);
    }
    index.settle();
    const all = told.flatMap((own, i) => told.slice(i + 1).map((other) => own * other));
    const pairs = all.reduce((sum, count) => sum + count, 0);
    expect(index.steps.count).toBeGreaterThan(0);
    expect(index.steps.count / pairs).toBeLessThanOrEqual(0.05);
  });
});
