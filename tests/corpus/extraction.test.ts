import { describe, expect, it } from 'vitest';
import { runPipeline } from '../pipeline/run.ts';
import { readBundledArticles } from './front-matter.ts';

/** Share of the listed figures and dates that the pipeline has to find with the listed value. */
const FLOOR = 0.95;

describe('the bundled corpus through the pipeline', () => {
  it('is found again, value by value', async () => {
    let listed = 0;
    const missed: string[] = [];
    for (const { file, bytes, about } of readBundledArticles()) {
      const { extraction } = await runPipeline(bytes);
      for (const { text, value, ...rest } of [...about.figures, ...about.dates]) {
        listed++;
        const found = extraction.facts.filter((fact) => fact.text === text);
        const unit = 'unit' in rest ? rest.unit : null;
        if (!found.some((fact) => fact.value === value && (unit === null || fact.unit === unit)))
          missed.push(
            `${file} ${text}: ${value} ${unit ?? ''}, not ${found.map((f) => `${f.value} ${f.unit}`).join(', ')}`,
          );
      }
    }
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(listed * (1 - FLOOR));
  });

  it('is dated as its front matter says', async () => {
    for (const { file, bytes, about } of readBundledArticles()) {
      const { value, basis } = (await runPipeline(bytes)).extraction.source.publishedOn;
      expect([value, basis], file).toEqual([about.publishedOn, about.basis]);
    }
  });

  it('is one article each, with its headline and byline', async () => {
    for (const { file, bytes, about } of readBundledArticles()) {
      const { extraction } = await runPipeline(bytes);
      const articles = extraction.articles.filter(({ kind }) => kind === 'article');
      expect(
        articles.map(({ title, byline }) => [title?.text, ...byline.names]),
        file,
      ).toEqual([[about.title, about.byline]]);
    }
  });
});
