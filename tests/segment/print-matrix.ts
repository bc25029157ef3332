/**
 * Prints how much of the generator's pages comes back, a row a fault. `--singles` leaves pairs of faults out,
 * `--seeds FROM-TO` makes other pages, `--silent` lists what was lost without a doubt on its page, `--unmarked`
 * what was lost without a doubt that touches it.
 */
import { parseArgs } from 'node:util';
import { FAULTS, type Fault } from './generator/faults.ts';
import { LAYOUTS } from './generator/layouts.ts';
import { type Outcome, sumOutcomes, tryPage } from './generator/matrix.ts';

const PAIR_PAGES = 6;
const { values: options } = parseArgs({
  options: {
    singles: { type: 'boolean' },
    seeds: { type: 'string', default: '1-24' },
    silent: { type: 'boolean' },
    unmarked: { type: 'boolean' },
  },
});
const [FIRST = 1, LAST = FIRST] = options.seeds.split('-').map(Number);
const PAGES = LAST - FIRST + 1;
const percent = (share: number): string => `${Math.round(share * 1000) / 10}`.padStart(6);
const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => FIRST + i);
const lost: string[] = [];

/** Takes down the page's lost paragraphs that the person asked to see. */
function takeDown(place: string, { missing, unmarked, doubted }: Outcome): void {
  const shown = options.unmarked ? unmarked : options.silent && !doubted ? missing : [];
  for (const text of shown) lost.push(`${place}: ${text.slice(0, 24)}…${text.slice(-12)}`);
}

interface Row {
  readonly worst: number;
  readonly mean: number;
  readonly silent: number;
}

function printRow(name: string, faults: readonly Fault[], pages: number): Row {
  let row = name.padEnd(42);
  const sums = LAYOUTS.map((layout) =>
    sumOutcomes(
      seeds(pages).map((seed) => {
        const outcome = tryPage(layout, faults, seed);
        takeDown(`${name}, ${layout.name}, seed ${seed}`, outcome);
        return outcome;
      }),
    ),
  );
  const total = (of: (sum: (typeof sums)[number]) => number): number =>
    sums.reduce((all, sum) => all + of(sum), 0);
  for (const sum of sums) row += percent(sum.paragraphs).padStart(15);
  row += ` ${percent(total((sum) => sum.titles) / sums.length)}`;
  row += ` ${String(total((sum) => sum.extra)).padStart(5)}`;
  row += ` ${String(total((sum) => sum.silent)).padStart(6)}`;
  row += ` ${String(total((sum) => sum.unmarked)).padStart(8)}`;
  row += ` ${(total((sum) => sum.doubts) / sums.length).toFixed(2).padStart(6)}`;
  console.log(row);
  const cells = sums.map((sum) => sum.paragraphs);
  return {
    worst: Math.min(...cells),
    mean: total((sum) => sum.paragraphs) / sums.length,
    silent: total((sum) => sum.silent),
  };
}

console.log(
  `Paragraphs of clean stories returned whole in their own article, %; ${PAGES} pages a cell, ${PAIR_PAGES} for pairs.`,
);
console.log(
  [
    'titles: returned over all layouts, %; extra: articles too many; silent: pages with a loss and no doubt at all;',
    'unmarked: lost paragraphs that no doubt touches; doubts: an article.\n',
  ].join('\n'),
);
console.log(
  `${'fault'.padEnd(42)}${LAYOUTS.map((layout) => layout.name.padStart(15)).join('')} titles extra silent unmarked doubts`,
);
const rows = [printRow('none', [], PAGES), ...FAULTS.map((fault) => printRow(fault.name, [fault], PAGES))];
const silent = rows.reduce((all, row) => all + row.silent, 0);
if (!options.singles)
  for (const [i, first] of FAULTS.entries())
    for (const second of FAULTS.slice(i + 1))
      rows.push(printRow(`${first.name} + ${second.name}`, [first, second], PAIR_PAGES));
const mean = rows.reduce((all, row) => all + row.mean, 0) / rows.length;
console.log(
  `\n${rows.length * LAYOUTS.length} cells: mean ${percent(mean).trim()}, worst ${percent(Math.min(...rows.map((row) => row.worst))).trim()}; silent pages of single faults: ${silent}`,
);
for (const line of lost) console.log(line);
