/**
 * Prints a table of this project's index beside SQLite's FTS5, MiniSearch and a plain scan, over articles made for
 * it, then how the desk's search does over as many in IndexedDB, in Chromium:
 * `npm run bench:search -- [--articles N] [--engine NAME]… [--only engines|desk]`. Ratios to FTS5 are what to
 * compare: times depend on the machine and on what else it does.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ENGINES } from './engines.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '10000' },
    engine: { type: 'string', multiple: true },
    only: { type: 'string' },
  },
});
const count = values.articles;

interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}
type Ranking = Times & { readonly mrr: number };
type Holding = Times & { readonly recall: number; readonly precision: number };
interface Cost {
  readonly buildCpu: number;
  readonly stored: number;
  readonly load: number;
  readonly heap: number;
}
interface Answers {
  readonly questions: Ranking;
  readonly headlines: Ranking;
  readonly names: Holding;
  readonly phrases: Holding;
  readonly characters: Holding;
}
interface Answered {
  /** Articles in which recall and precision are counted. */
  readonly proved: number;
  /** Queries of a kind, where not all of them are asked. */
  readonly most: number | null;
  readonly engines: readonly Answers[];
}
interface DeskFigures {
  readonly index: number;
  readonly first: number;
  readonly cold: number;
  readonly heap: number;
  readonly added: number;
  readonly stored: { readonly index: number; readonly all: number };
  readonly latency: Readonly<Record<string, Times>>;
}

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
const spread = ({ p50, p95, p99 }: Times) => [p50, p95, p99].map((ms) => ms.toFixed(2)).join(' ');

/** Runs a script of this folder in a process of its own and reads the line of JSON that it ends with. */
function run(script: string, ...args: readonly string[]): unknown {
  const aliases = resolve(import.meta.dirname, '../../aliases.mjs');
  const flags = ['--expose-gc', '--no-warnings', '--max-old-space-size=8000', '--import', aliases];
  const output = execFileSync(process.execPath, [...flags, resolve(import.meta.dirname, script), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return JSON.parse(output.trim().split('\n').at(-1) as string);
}

function measureEngines(): void {
  const wanted = ENGINES.filter(
    ({ name, most }) =>
      (values.engine?.some((part) => name.includes(part)) ?? true) && Number(count) <= (most ?? Infinity),
  );
  const folder = mkdtempSync(join(tmpdir(), 'duidu-bench-'));
  const folderOf = (name: string) => join(folder, name.replaceAll(/\W+/g, '-'));
  const costs = wanted.map(({ name }) => ({
    ...(run('measure-engine.ts', 'build', name, count, folderOf(name)) as Pick<Cost, 'buildCpu' | 'stored'>),
    ...(run('measure-engine.ts', 'load', name, count, folderOf(name)) as Pick<Cost, 'load' | 'heap'>),
  }));
  const places = wanted.map(({ name }) => `${name}=${folderOf(name)}`);
  const { proved, most, engines: answers } = run('measure-answers.ts', count, ...places) as Answered;
  rmSync(folder, { recursive: true, force: true });
  console.log(`${count} articles; times in ms: p50, p95, p99 of each query's median of three`);
  if (most !== null)
    console.log(
      `A sample: ${most} queries of a kind at most; recall and precision over ${proved} of the articles`,
    );
  console.table(
    Object.fromEntries(wanted.map(({ name }, i) => [name, rowOf(costs[i] as Cost, answers[i] as Answers)])),
  );
  const own = wanted.findIndex(({ name }) => name === 'duidu');
  const peer = wanted.findIndex(({ name }) => name.includes('FTS5'));
  if (own >= 0 && peer >= 0) printRatios(costs, answers, own, peer);
}

function rowOf({ buildCpu, stored, load, heap }: Cost, of: Answers) {
  const shares = (key: 'recall' | 'precision') =>
    [of.names, of.phrases, of.characters].map((holding) => holding[key].toFixed(3)).join(' ');
  return {
    'build CPU s': buildCpu.toFixed(1),
    'stored MB': megabytes(stored),
    'load ms': load.toFixed(1),
    'heap MB': megabytes(heap),
    'MRR question': of.questions.mrr.toFixed(3),
    'MRR headline': of.headlines.mrr.toFixed(3),
    question: spread(of.questions),
    headline: spread(of.headlines),
    name: spread(of.names),
    phrase: spread(of.phrases),
    character: spread(of.characters),
    recall: shares('recall'),
    precision: shares('precision'),
  };
}

function printRatios(costs: readonly Cost[], answers: readonly Answers[], own: number, peer: number): void {
  const kinds = ['questions', 'headlines', 'names', 'phrases', 'characters'] as const;
  const ratio = (mine: number, theirs: number) => (mine / theirs).toFixed(2);
  const [myCost, cost] = [costs[own] as Cost, costs[peer] as Cost];
  const p95 = kinds.map((kind) => {
    const [mine, theirs] = [answers[own]?.[kind].p95 ?? 0, answers[peer]?.[kind].p95 ?? 1];
    return `${kind} p95 ${ratio(mine, theirs)}`;
  });
  const kept = [
    `build CPU ${ratio(myCost.buildCpu, cost.buildCpu)}`,
    `stored ${ratio(myCost.stored, cost.stored)}`,
  ];
  console.log(`Beside FTS5: ${[...p95, ...kept].join(', ')}`);
}

function measureDesk(): void {
  const { index, first, cold, heap, added, stored, latency } = run('measure-desk.ts', count) as DeskFigures;
  console.log(`The desk: ${count} articles and their index in IndexedDB, in Chromium`);
  console.table({
    'indexing, s': (index / 1000).toFixed(1),
    'cold start to first answer, ms': first.toFixed(0),
    'heap of the worker after it, MB': megabytes(cold),
    'heap after all queries, MB': megabytes(heap),
    'one more article until it is found, ms': added.toFixed(0),
    'index stored, MB': megabytes(stored.index),
    'everything stored, MB': megabytes(stored.all),
  });
  console.log(
    'Times in ms from asking to the page having the first articles with their passages, and all with facets:',
  );
  console.log('p50, p95, p99');
  console.table(Object.fromEntries(Object.entries(latency).map(([kind, times]) => [kind, spread(times)])));
}

if (values.only !== 'desk') measureEngines();
if (values.only !== 'engines') measureDesk();
