import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBundledArticles } from './front-matter.ts';
import exemptions from './shared-runs.json' with { type: 'json' };

/** Characters in a row that an article may not share with a page. */
const LONGEST_RUN = 13;

const articles = readBundledArticles();
const squash = (text: string) => text.replace(/[\s“”‘’"']/g, '');

const pagesFolder = resolve(import.meta.dirname, '../../../shared/pages');
const pages = existsSync(pagesFolder)
  ? readdirSync(pagesFolder).map((name) => ({
      number: name.slice(0, 3),
      text: squash(readFileSync(resolve(pagesFolder, name), 'utf8')),
    }))
  : [];

const carried = ({ about }: (typeof articles)[number]) => [
  ...about.figures.map(({ text }) => text),
  ...about.dates.map(({ text }) => text),
  ...about.persons.map(({ name }) => name),
  ...about.places,
  ...about.programmes,
];

describe('the bundled corpus', () => {
  it('holds thirteen articles, one for each programme', () => {
    expect(articles.map(({ file }) => file.slice(0, 2))).toEqual(
      Array.from({ length: 13 }, (_, i) => String(i + 1).padStart(2, '0')),
    );
  });

  describe.each(articles)('$file', (article) => {
    const body = squash(article.body);

    it('opens with its headline and byline', () => {
      const [headline, , byline] = article.body.trim().split('\n');
      expect([headline, byline]).toEqual([article.about.title, article.about.byline]);
    });

    it('is as long as its facts need', () => {
      expect(body.length).toBeGreaterThanOrEqual(500);
      expect(body.length).toBeLessThanOrEqual(2500);
    });

    it('says who makes its claims', () => {
      expect(body).toMatch(/该版|报道/);
    });

    it('carries everything that its front matter lists', () => {
      expect(carried(article).filter((words) => !body.includes(squash(words)))).toEqual([]);
    });

    it('is retold in 60 to 120 English words', () => {
      const words = article.about.digest.trim().split(/\s+/).length;
      expect(words).toBeGreaterThanOrEqual(60);
      expect(words).toBeLessThanOrEqual(120);
    });

    it.skipIf(pages.length === 0)(
      'lists nothing that its page does not print (skipped without the pages)',
      () => {
        const number = /（(\d{3})）$/.exec(article.about.page)?.[1];
        const page = pages.find((each) => each.number === number)?.text ?? '';
        expect(carried(article).filter((words) => !page.includes(squash(words)))).toEqual([]);
      },
    );

    it.skipIf(pages.length === 0)(
      'shares no long run of words with any page (skipped without the pages)',
      () => {
        const allowed: readonly { readonly run: string; readonly because: string }[] = exemptions;
        const text = allowed.reduce((rest, { run }) => rest.replaceAll(squash(run), '｜'), body);
        const runs = new Set<string>();
        for (const page of pages)
          for (let i = 0; i + LONGEST_RUN <= text.length; i++)
            if (page.text.includes(text.slice(i, i + LONGEST_RUN))) runs.add(text.slice(i, i + LONGEST_RUN));
        expect([...runs]).toEqual([]);
      },
    );
  });
});
