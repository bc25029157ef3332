/**
 * Prints what a person waits for at the desk: for each step its time until it is seen, and what the page's main thread
 * did meanwhile in milliseconds of processor, all of it and in its longest task. On pages of 30, 1,000, 10,000 and
 * 30,000 paragraphs (or of those named), each with two figures, or of as many figures as are named; on libraries of 13,
 * 1,000 and 100,000 articles (or as many as named, in hundreds), each with three figures. A folder keeps the libraries
 * that are made, for the next time: those that are there are not imported again.
 *
 *     npm run bench:desk -- pages [paragraphs…]
 *     npm run bench:desk -- figures [figures…]
 *     npm run bench:desk -- libraries [--kept FOLDER] [articles…]
 */
import { parseArgs } from 'node:util';
import { measureLibrary } from './library.ts';
import { measureFigures, measureLongPage } from './long-page.ts';

const { values, positionals } = parseArgs({
  options: { kept: { type: 'string' } },
  allowPositionals: true,
});
const [what, ...named] = positionals;
const sizesOr = (usual: readonly number[]): readonly number[] =>
  named.length > 0 ? named.map(Number) : usual;

if (what === 'pages') for (const size of sizesOr([30, 1000, 10_000, 30_000])) await measureLongPage(size);
else if (what === 'figures') for (const size of sizesOr([20_000])) await measureFigures(size);
else if (what === 'libraries')
  for (const size of sizesOr([13, 1000, 100_000])) await measureLibrary(size, values.kept ?? null);
else console.error('npm run bench:desk -- pages|figures|libraries [--kept FOLDER] [sizes…]');
process.exit(what === 'pages' || what === 'figures' || what === 'libraries' ? 0 : 2);
