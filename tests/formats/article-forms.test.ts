import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createMultibyteEncoder } from '@exodus/bytes/multi-byte.js';
import { unpack } from '@shared/formats/archive/unpack.ts';
import { expect, it } from 'vitest';
import { runPipeline } from '../pipeline/run.ts';
import { makeDocx, p, r, styled } from './docx/made-docx.ts';
import { makeEpub } from './epub/made-epub.ts';
import { makeZip } from './zip/zip-bytes.ts';

const CORPUS = resolve(import.meta.dirname, '../../resources/corpus');
const ARTICLES = 10;

interface OwnArticle {
  readonly title: string;
  /** Paragraphs, and headings among them. */
  readonly blocks: readonly { readonly words: string; readonly isHeading: boolean }[];
}

function readArticle(file: string): OwnArticle {
  const [, head = '', body = ''] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(resolve(CORPUS, file), 'utf8')) ?? [];
  const blocks = body.split(/\n\n+/).map((block) => block.trim());
  return {
    title: /^title: (.*)$/m.exec(head)?.[1] ?? '',
    blocks: blocks
      .filter((block) => block !== '' && !block.startsWith('# '))
      .map((block) => ({ words: block.replace(/^#+ /, ''), isHeading: block.startsWith('#') })),
  };
}

const articles = readdirSync(CORPUS)
  .filter((file) => /^\d\d-.*\.md$/.test(file))
  .slice(0, ARTICLES)
  .map(readArticle);

const asText = ({ title, blocks }: OwnArticle): string =>
  `${[title, ...blocks.map(({ words }) => words)].join('\n\n')}\n`;

const marked = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A draft whose every paragraph was edited with changes tracked. */
function asDraft({ title, blocks }: OwnArticle): Uint8Array {
  const deleted = `<w:del>${r('原稿此句已删，投入999万元。').replaceAll('w:t', 'w:delText')}</w:del>`;
  const edited = blocks.map(({ words, isHeading }) => {
    const half = Math.floor(words.length / 2);
    return isHeading
      ? styled('h', marked(words))
      : p(`${r(marked(words.slice(0, half)))}${deleted}<w:ins>${r(marked(words.slice(half)))}</w:ins>`);
  });
  return makeDocx({
    body: styled('t', marked(title)) + edited.join(''),
    styles: [
      ['t', 'Title'],
      ['h', 'heading 2'],
    ]
      .map(
        ([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`,
      )
      .join(''),
  });
}

async function factsOf(bytes: string | Uint8Array): Promise<{ titles: string[]; facts: string[] }> {
  const { extraction } = await runPipeline(bytes, { description: { publishedOn: '2026' } });
  return {
    titles: extraction.articles.map(({ title }) => title?.text ?? ''),
    facts: extraction.facts.map(({ text, kind, value, unit }) => JSON.stringify([text, kind, value, unit])),
  };
}

const plain = await Promise.all(articles.map((article) => factsOf(asText(article))));

it.each(articles.map(({ title }, i) => [title, i] as const))(
  '%s is the same as a Word draft',
  async (_, i) => {
    expect(await factsOf(asDraft(articles[i] as OwnArticle))).toEqual(plain[i]);
  },
);

it('a draft says with its facts how much of it was deleted', async () => {
  const article = articles[0] as OwnArticle;
  const { extraction } = await runPipeline(asDraft(article));
  const count = article.blocks.filter(({ isHeading }) => !isHeading).length;
  expect(extraction.source.leftOut).toEqual([{ what: 'deletions', count }]);
  expect((await runPipeline(asText(article))).extraction.source.leftOut).toBeUndefined();
});

it('an issue of them is the same as a book', async () => {
  const chapters = articles.map(({ title, blocks }, i) => ({
    file: `${i}.xhtml`,
    name: title,
    body: `<h1>${marked(title)}</h1>${blocks.map(({ words, isHeading }) => (isHeading ? `<h2>${marked(words)}</h2>` : `<p>${marked(words)}</p>`)).join('')}`,
  }));
  const { titles, facts } = await factsOf(makeEpub({ chapters }));
  expect(titles).toEqual(plain.flatMap((one) => one.titles));
  expect(facts).toEqual(plain.flatMap((one) => one.facts));
});

it('an issue of them is the same in an archive with names in GBK', async () => {
  const gbk = createMultibyteEncoder('gb18030');
  const bytes = makeZip(
    articles.map((article) => ({ name: gbk(`要闻/${article.title}.txt`), data: gbk(asText(article)) })),
  );
  const files = [...unpack(bytes, '四月.zip')];
  expect(files.map(({ path }) => path)).toEqual(articles.map(({ title }) => `要闻/${title}.txt`));
  for (const [i, { content }] of files.entries())
    expect(await factsOf('ok' in content ? '' : content)).toEqual(plain[i]);
});
