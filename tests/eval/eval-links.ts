/**
 * Prints the share of figures of `tests/facts/link-shares` whose measure, subject, time and modality are right.
 * Usage: npm run eval:links [-- --detail FILE…]
 */
import { SAYINGS } from '../facts/link-notation.ts';
import { shareFiles, shareOf } from '../facts/link-run.ts';

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isDetailed = process.argv.includes('--detail');
const percent = (right: number, asked: number): string =>
  asked === 0 ? '–' : `${((100 * right) / asked).toFixed(1)} (${right}/${asked})`;

for (const file of named.length > 0 ? named : shareFiles()) {
  const { asked, right, wrong } = shareOf(file);
  const shares = SAYINGS.map((saying) => `${saying} ${percent(right[saying], asked[saying])}`);
  console.log(`${file.padEnd(24)} ${shares.join('  ')}`);
  if (isDetailed) for (const line of wrong) console.log(`  ${line}`);
}
