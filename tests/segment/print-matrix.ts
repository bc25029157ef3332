import { FAULTS, type Fault } from './generator/faults.ts';
import { LAYOUTS } from './generator/layouts.ts';
import { sumOutcomes, tryPage } from './generator/matrix.ts';

const PAGES = 24;
const PAIR_PAGES = 6;
const percent = (share: number): string => `${Math.round(share * 1000) / 10}`.padStart(6);
const seeds = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

function printRow(name: string, faults: readonly Fault[], pages: number): void {
  let row = name.padEnd(42);
  let titles = 0;
  let extra = 0;
  let silent = 0;
  for (const layout of LAYOUTS) {
    const sum = sumOutcomes(seeds(pages).map((seed) => tryPage(layout, faults, seed)));
    row += percent(sum.paragraphs).padStart(15);
    titles += sum.titles / LAYOUTS.length;
    extra += sum.extra;
    silent += sum.silent;
  }
  console.log(`${row} ${percent(titles)} ${String(extra).padStart(5)} ${String(silent).padStart(6)}`);
}

console.log(
  `Paragraphs of clean stories returned whole in their own article, %; ${PAGES} pages a cell, ${PAIR_PAGES} for pairs.`,
);
console.log(
  'titles: returned over all layouts, %; extra: articles too many; silent: pages with a fault left and no doubt.\n',
);
console.log(
  `${'fault'.padEnd(42)}${LAYOUTS.map((layout) => layout.name.padStart(15)).join('')} titles extra silent`,
);
printRow('none', [], PAGES);
for (const fault of FAULTS) printRow(fault.name, [fault], PAGES);
if (!process.argv.includes('--singles'))
  for (const [i, first] of FAULTS.entries())
    for (const second of FAULTS.slice(i + 1))
      printRow(`${first.name} + ${second.name}`, [first, second], PAIR_PAGES);
