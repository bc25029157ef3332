/**
 * Prints what a table of all facts costs with 5 million made facts of 200,000 measures: taking them in, first rows, each
 * sort, each facet, a range, words, groups, and memory; beside the clock the processor's time, which is what a machine
 * with nothing else to do takes. `npm run bench:claims [-- FACTS]`.
 */

import { ClaimColumns } from '@shared/search/claims/claim-columns.ts';
import { spreadBy } from '@shared/search/claims/claim-groups.ts';
import { CLAIM_SORTS } from '@shared/search/claims/claim-order.ts';
import { CLAIM_FACETS, type ClaimFilter, ClaimView } from '@shared/search/claims/claim-view.ts';
import { LibraryQuery } from '@shared/search/library-query.ts';
import { searchKnowledge } from '../../search/search-knowledge.ts';
import { MEASURES, makeArticle } from './made-library.ts';

const FACTS = Number(process.argv[2] ?? 5_000_000);
const PER_ARTICLE = 50;
const WINDOW = 100;
/** Where a window lies that is far from either end. */
const DEEP = Math.floor(FACTS * 0.4);
const EVERYTHING: ClaimFilter = { articles: null, conditions: [], words: [], chosen: {} };

function time<Value>(what: string, work: () => Value): Value {
  const started = performance.now();
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  const [wall, busy] = [performance.now() - started, (user + system) / 1000];
  console.log(
    `${what.padEnd(38)} ${wall.toFixed(0).padStart(7)} ms, ${busy.toFixed(0).padStart(7)} ms of processor`,
  );
  return value;
}

function tellMemory(when: string): void {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const mb = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
  console.log(`${when.padEnd(34)} heap ${mb(heapUsed)}, arrays ${mb(arrayBuffers)}, process ${mb(rss)}`);
}

const { units, folding } = searchKnowledge;
console.log(`${FACTS} facts, ${MEASURES} measures`);
tellMemory('before');
const columns = new ClaimColumns(units, folding);
time('made and taken in', () => {
  for (let i = 0; i < FACTS / PER_ARTICLE; i++) {
    const { about, packed } = makeArticle(i, PER_ARTICLE);
    columns.add(about, packed);
  }
});
tellMemory('columns');

const ask = (query: string): ClaimFilter => {
  const { conditions, words } = LibraryQuery.read(query, searchKnowledge);
  const folded = words.map(({ text, isExcluded }) => ({ folded: folding.foldToString(text), isExcluded }));
  return { ...EVERYTHING, conditions, words: folded };
};
const all = time('first rows', () => {
  const view = new ClaimView(columns, EVERYTHING);
  view.window(null, 0, WINDOW);
  return view;
});
for (const by of CLAIM_SORTS)
  for (const turn of ['first', 'again'])
    time(`sort by ${by}, ${turn}`, () =>
      all.window(
        { by, isDescending: turn === 'again' },
        turn === 'first' ? 0 : DEEP,
        turn === 'first' ? WINDOW : DEEP + WINDOW,
      ),
    );
for (const facet of CLAIM_FACETS) time(`facet ${facet}`, () => all.facet(facet, 12));
time('all facets', () => CLAIM_FACETS.map((facet) => all.facet(facet, 12)));
for (const query of ['>1亿元', '20%..40%', '2020..2022', 'measure:指标12', '指标12', '县 -日报']) {
  const filter = time(`${query}, read`, () => ask(query));
  const view = time(`${query}, kept`, () => new ClaimView(columns, filter));
  time(`${query}, ${view.rows.length} facts, by value`, () =>
    view.window({ by: 'value', isDescending: true }, 0, WINDOW),
  );
}
const narrowed = time(
  'narrowed to a unit and two years',
  () => new ClaimView(columns, { ...EVERYTHING, chosen: { unit: ['CNY'], year: ['2001', '2002'] } }),
);
time('its facets', () => CLAIM_FACETS.map((facet) => narrowed.facet(facet, 12)));
for (const by of ['measure', 'unit', 'newspaper'] as const)
  time(`groups by ${by}`, () => spreadBy(columns, all.rows, by, 50));
tellMemory('after');
