/** Measures one engine in a process of its own and prints one line of JSON: `measure-engine.ts NAME COUNT FOLDER`. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ENGINES } from './engines.ts';
import { type MadeQuery, makeLibrary } from './made-library.ts';

const [task, name, count, folder] = process.argv.slice(2) as [string, string, string, string];
const engine = ENGINES.find((each) => each.name === name);
if (!engine) throw new Error(`no engine ${name}`);
mkdirSync(folder, { recursive: true });

if (task === 'build') {
  const { articles } = makeLibrary(Number(count));
  const before = process.cpuUsage();
  await engine.build(articles, folder);
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ buildCpu: (user + system) / 1e6, stored: stored() }));
} else {
  const before = heap();
  const start = performance.now();
  const loaded = await engine.load(folder);
  const load = performance.now() - start;
  const afterLoad = heap() - before;
  const library = makeLibrary(Number(count));
  const rank = async (queries: readonly MadeQuery[]) => {
    let sum = 0;
    const times = await timed(queries, async ({ query, id }) => {
      const at = (await loaded.best(query)).indexOf(id);
      if (at >= 0) sum += 1 / (at + 1);
    });
    return { mrr: sum / queries.length, ...times };
  };
  const hold = async (phrases: readonly string[]) => {
    const answers: (readonly string[])[] = [];
    const times = await timed(phrases, async (phrase) => {
      answers.push(await loaded.holding(phrase));
    });
    let right = 0;
    let given = 0;
    let wanted = 0;
    phrases.forEach((phrase, i) => {
      const truth = new Set(library.articles.filter(({ text }) => text.includes(phrase)).map(({ id }) => id));
      wanted += truth.size;
      given += answers[i]?.length ?? 0;
      right += answers[i]?.filter((id) => truth.has(id)).length ?? 0;
    });
    return { recall: right / wanted, precision: right / Math.max(1, given), ...times };
  };
  const questions = await rank(library.questions);
  const headlines = await rank(library.headlines);
  const names = await hold(library.names);
  const phrases = await hold(library.phrases.filter((phrase) => /^[\u3400-\u9fff]+$/.test(phrase)));
  const characters = await hold(library.characters);
  console.log(JSON.stringify({ load, heap: afterLoad, questions, headlines, names, phrases, characters }));
}

async function timed<Item>(items: readonly Item[], work: (item: Item) => Promise<void>) {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const item of items) {
    const start = performance.now();
    await work(item);
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] as number;
  return { cpu: (user + system) / 1000 / items.length, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function stored(): number {
  const sizeOf = (path: string): number => {
    const state = statSync(path);
    return state.isDirectory()
      ? readdirSync(path).reduce((sum, entry) => sum + sizeOf(join(path, entry)), 0)
      : state.size;
  };
  return (engine as NonNullable<typeof engine>).indexFiles.reduce(
    (sum, file) => sum + sizeOf(join(folder, file)),
    0,
  );
}
