import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Article, Extraction } from '@shared/model/extraction.ts';
import { extract } from '@shared/pipeline/extract.ts';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../electron/knowledge/sha256.ts';
import { knowledge, runPipeline } from '../../pipeline/run.ts';
import { SITES, type Story } from './print-sites.ts';

const CORPUS = resolve(import.meta.dirname, '../../../resources/corpus');
const FILES = readdirSync(CORPUS)
  .filter((name) => /^\d\d-.*\.md$/.test(name))
  .sort()
  .slice(0, 10);
const DAY = '2024-06-18';
const AUTHOR = '周明远';

/** A bundled article as the editor of a site would paste it in. */
function storyOf(article: Article): Story {
  const { body, headings, title } = article;
  const starts = new Set(headings.map(({ start }) => start as number));
  let at = 0;
  const lines = body.text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    return starts.has(start) ? `## ${line}` : line;
  });
  return { title: title?.text ?? '', lines, author: AUTHOR, day: DAY };
}

/** The same as a text, with its headings marked as Markdown does. */
const asText = ({ title, lines }: Story): string => [`# ${title}`, `${AUTHOR}`, ...lines].join('\n\n');

const factsOf = ({ facts }: Extraction): string[] =>
  facts.map(({ kind, text, value, unit, bound }) => JSON.stringify([kind, text, value, unit, bound]));

describe.each(FILES)('a bundled article on news sites: %s', (name) => {
  it('is cut, dated and read as its plain text is', async () => {
    const plain = await runPipeline(new Uint8Array(readFileSync(resolve(CORPUS, name))));
    const [article] = plain.extraction.articles;
    if (!article) throw new Error('no article');
    const story = storyOf(article);
    const described = { description: { publishedOn: DAY } };
    const expected = (await runPipeline(asText(story), described)).extraction;
    for (const [site, print] of Object.entries(SITES)) {
      const bytes = new TextEncoder().encode(print(story));
      const read = await extract({ name: 'page.html', bytes }, knowledge, { sha256 });
      if (!read.ok) throw new Error(read.reason);
      const { extraction } = read.value;
      const [first] = extraction.articles;
      expect([site, extraction.articles.length]).toEqual([site, 1]);
      expect([site, first?.title?.text]).toEqual([site, story.title]);
      expect([site, first?.body.text.split('\n')]).toEqual([site, article.body.text.split('\n')]);
      expect([site, first?.byline.names]).toEqual([site, [AUTHOR]]);
      expect([site, extraction.source.publishedOn.value]).toEqual([site, DAY]);
      expect([site, factsOf(extraction).filter((fact) => !fact.includes(DAY))]).toEqual([
        site,
        factsOf(expected).filter((fact) => !fact.includes(DAY)),
      ]);
    }
  });
});
