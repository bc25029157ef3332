/**
 * Prints how fast many pages are taken apart and made a data set of, and how that grows:
 * `npm run bench:engines -- [PAGES…]`. Pages are made (`tests/engines/made-pages.ts`), two short stories each; two
 * numbers of jobs stand beside each other in one run, and a second run over what is there already. On a machine that
 * does other things, the seconds of processor say more than those of the clock.
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layPages } from '../engines/made-pages.ts';
import { DUIDU, run } from '../engines/tools.ts';

const sizes = process.argv.slice(2).map(Number);

/** Pages. Above, only two jobs run: one job's pace is known by then, and a hundred thousand take it most of an hour. */
const MOST_WITH_ONE_JOB = 10_000;

async function timed(label: string, pages: number, command: readonly string[], input = ''): Promise<void> {
  const begun = performance.now();
  const { code, stdout, cpuSeconds, peakBytes } = await run(command, { input });
  const seconds = (performance.now() - begun) / 1000;
  const pace = `${seconds.toFixed(1)} s, ${(pages / seconds).toFixed(1)} pages a second`;
  const used = `${cpuSeconds.toFixed(1)} s of processor, ${Math.round(peakBytes / 1e6)} MB`;
  const told = label === 'data set' ? ` ${stdout.trim()}` : '';
  console.log(`  ${label.padEnd(20)} exit ${code}  ${pace}; ${used}${told}`);
}

function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

for (const pages of sizes.length > 0 ? sizes : [1000]) {
  const folder = mkdtempSync(join(tmpdir(), 'duidu-bench-'));
  const at = (name: string): string => join(folder, name);
  const input = layPages(at('pages'), pages).join('\0');
  const extract = (out: string, ...more: string[]): string[] => [
    ...DUIDU,
    ...['extract', '--files-from', '-', '--out', at(out), ...more],
  ];
  console.log(`${pages} pages, ${Math.round(bytesIn(at('pages')) / pages)} bytes each`);
  if (pages <= MOST_WITH_ONE_JOB) await timed('1 job', pages, extract('one', '--jobs', '1'), input);
  await timed('2 jobs', pages, extract('two', '--jobs', '2'), input);
  await timed('2 jobs, all there', pages, extract('two', '--jobs', '2'), input);
  const set = ['export', '--outputs', at('two'), '--form', 'parquet', '--out', at('set')];
  await timed('data set', pages, [...DUIDU, ...set]);
  await timed('data set, no change', pages, [...DUIDU, ...set]);
  for (const name of ['two', 'set'])
    console.log(`  ${name}: ${Math.round(bytesIn(at(name)) / pages)} bytes a page`);
  rmSync(folder, { recursive: true, force: true });
}
