/**
 * Prints a table of this project's index beside SQLite's FTS5, MiniSearch and a plain scan, over articles made
 * for it: `npm run bench:search -- [--articles N] [--engine NAME]`. Ratios to FTS5 are what to compare: times
 * depend on the machine and on what else it does.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENGINES } from './engines.ts';

const { values } = parseArgs({
  options: { articles: { type: 'string' }, engine: { type: 'string', multiple: true } },
});
const count = values.articles ?? '22406';

interface Times {
  readonly cpu: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}
interface Measured {
  readonly buildCpu: number;
  readonly stored: number;
  readonly load: number;
  readonly heap: number;
  readonly questions: Times & { readonly mrr: number };
  readonly headlines: Times & { readonly mrr: number };
  readonly names: Times & { readonly recall: number; readonly precision: number };
  readonly phrases: Times & { readonly recall: number; readonly precision: number };
  readonly characters: Times & { readonly recall: number; readonly precision: number };
}

const folder = mkdtempSync(join(tmpdir(), 'duidu-bench-'));
const measure = (task: string, name: string): object => {
  const script = resolve(import.meta.dirname, 'measure-engine.ts');
  const aliases = resolve(import.meta.dirname, '../../aliases.mjs');
  const where = join(folder, name.replaceAll(/\W+/g, '-'));
  const flags = ['--expose-gc', '--no-warnings', '--max-old-space-size=8000', '--import', aliases];
  const output = execFileSync(process.execPath, [...flags, script, task, name, count, where], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(output.trim().split('\n').at(-1) as string) as object;
};

const measured: { name: string; figures: Measured }[] = [];
for (const { name } of ENGINES) {
  if (values.engine && !values.engine.some((wanted) => name.includes(wanted))) continue;
  const figures = { ...measure('build', name), ...measure('ask', name) } as Measured;
  measured.push({ name, figures });
}
rmSync(folder, { recursive: true, force: true });

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
/** p50, p95 and the processor's time for one. */
const spread = ({ p50, p95, cpu }: Times) => [p50, p95, cpu].map((ms) => ms.toFixed(2)).join(' ');
console.log(`${count} articles; times in ms: p50, p95, mean of the processor's time`);
console.table(
  Object.fromEntries(
    measured.map(({ name, figures }) => [
      name,
      {
        'build CPU s': figures.buildCpu.toFixed(1),
        'stored MB': megabytes(figures.stored),
        load: figures.load.toFixed(1),
        'heap MB': megabytes(figures.heap),
        'MRR question': figures.questions.mrr.toFixed(3),
        'MRR headline': figures.headlines.mrr.toFixed(3),
        question: spread(figures.questions),
        name: spread(figures.names),
        phrase: spread(figures.phrases),
        character: spread(figures.characters),
        recall: [figures.names, figures.phrases, figures.characters]
          .map((of) => of.recall.toFixed(3))
          .join(' '),
        precision: [figures.names, figures.phrases, figures.characters]
          .map((of) => of.precision.toFixed(3))
          .join(' '),
      },
    ]),
  ),
);
