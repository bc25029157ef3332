import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { runPipeline } from './run.ts';

const folder = resolve(import.meta.dirname, '../../../shared/pages');

/** What a person counts on each page: articles, and the names in each byline. */
const COUNTED: Record<string, readonly number[]> = {
  '000': [2, 3],
  '001': [2, 2, 3, 1],
  '002': [2, 2, 2, 2, 3],
  '003': [2],
  '004': [0],
};

it.skipIf(!existsSync(folder))('finds the articles of real pages (skipped without them)', async () => {
  for (const name of readdirSync(folder)) {
    const { extraction } = await runPipeline(new Uint8Array(readFileSync(resolve(folder, name))));
    const articles = extraction.articles.filter(({ kind }) => kind === 'article');
    expect(
      articles.map(({ byline }) => byline.names.length),
      name,
    ).toEqual(COUNTED[name.slice(0, 3)]);
    expect(
      articles.every(({ title }) => title !== null),
      name,
    ).toBe(true);
  }
});

it('takes the specimen page apart as a person does', async () => {
  const specimen = resolve(import.meta.dirname, '../../resources/specimen/specimen-page.txt');
  const { extraction } = await runPipeline(new Uint8Array(readFileSync(specimen)));
  const found = extraction.articles.map(({ kind, title, byline }) => [kind, title?.text, ...byline.names]);
  expect(found.slice(0, 4)).toEqual([
    ['article', '“河长一天走三遍”清水行动五年记：从一条黑水沟到两座湿地公园', '林晓', '周望舒'],
    ['article', '老街口的修表匠：一把镊子四十年', '何一帆', '金雨'],
    ['article', '春茶开采 北坡村的清晨从四点开始', '许青山'],
    ['notice', '招租启事'],
  ]);
  expect(extraction.duplicates.length).toBeGreaterThan(0);
  expect(extraction.source.publishedOn).toMatchObject({ value: '2024-03-12', basis: 'printed' });
});
