/**
 * Prints what it costs to bring together the figures of made libraries, of many counties or of one, and to name the
 * articles that print the same, and to take one more article in: what was weighed and found, seconds of processor, memory.
 * `npm run bench:agreement [-- ARTICLES…]`; 100,000 articles are read in some minutes.
 */
import { AgreementIndex } from '@shared/analysis/agreement/agreement-index.ts';
import type { ComparedArticle } from '@shared/analysis/compared-article.ts';
import { CopyCandidates } from '@shared/analysis/reuse/copy-candidates.ts';
import { createRandom } from '../../../resources/models/names/random.ts';
import { knowledge } from '../../analysis/answered-figures.ts';
import { read } from '../../analysis/flood-papers.ts';
import { proseOf } from '../../analysis/reuse/made-copies.ts';
import { countyOf, madeReport } from './made-articles.ts';

/** One county has about so many articles where a library is of many. */
const PER_COUNTY = 25;
const sizes = process.argv.slice(2).map(Number);

const seconds = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

const heap = (): string => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return `heap and arrays ${Math.round((heapUsed + arrayBuffers) / 1e6)} MB`;
};

async function measureAgreement(
  what: string,
  articles: number,
  countyFor: (article: number) => string,
): Promise<void> {
  const draw = createRandom(articles);
  const index = new AgreementIndex(knowledge);
  let taken = 0;
  let last: ComparedArticle | null = null;
  for (let i = 0; i < articles; i++) {
    const { publishedOn, text } = madeReport(countyFor(i), draw);
    last = await read(publishedOn, text);
    const article = last;
    taken += seconds(() => index.put(article));
  }
  const settled = seconds(() => index.settle());
  const steps = index.steps.count;
  const more = seconds(() => {
    index.put({ ...last!, id: 'more' });
    index.settle();
  });
  console.log(
    [
      `${what}, ${articles} articles:`.padEnd(32),
      `${steps} pairs of figures`,
      `${index.agreements().length} told`,
      `taken in ${taken.toFixed(2)} s`,
      `compared ${settled.toFixed(2)} s`,
      `one more ${(more * 1000).toFixed(0)} ms`,
      heap(),
    ].join('  '),
  );
}

/** Articles of 800 characters, of which one in ten prints what another did. */
function measureReuse(articles: number): void {
  const draw = createRandom(articles);
  const words = Array.from({ length: 3000 }, () =>
    String.fromCharCode(...Array.from({ length: 2 }, () => 0x4e00 + Math.floor(draw() * 2000))),
  );
  const index = new CopyCandidates(knowledge.folding);
  const texts: string[] = [];
  const textOf = (): string =>
    draw() < 0.1 && texts.length > 0 ? texts[Math.floor(draw() * texts.length)]! : proseOf(words, 800, draw);
  let named = 0;
  const taken = seconds(() => {
    for (let i = 0; i < articles; i++) {
      const text = textOf();
      if (texts.length < 1000) texts.push(text);
      index.put(String(i), text);
      named += index.of(String(i), text).length;
    }
  });
  const more = seconds(() => {
    index.put('more', texts[0]!);
    index.of('more', texts[0]!);
  });
  console.log(
    [
      `copies, ${articles} articles:`.padEnd(32),
      `${named} named`,
      `${taken.toFixed(2)} s`,
      `one more ${(more * 1000).toFixed(0)} ms`,
      heap(),
    ].join('  '),
  );
}

for (const articles of sizes.length > 0 ? sizes : [1000, 10_000]) {
  await measureAgreement('many counties', articles, (i) => countyOf(i % Math.ceil(articles / PER_COUNTY)));
  measureReuse(articles);
}
for (const articles of [100, 200, 400]) await measureAgreement('one county', articles, () => countyOf(7));
