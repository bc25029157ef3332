/**
 * Measures what one engine costs, in a process of its own, and prints one line of JSON:
 * `measure-engine.ts build|load NAME COUNT FOLDER`.
 */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ENGINES } from './engines.ts';
import { makeLibrary } from './made-library.ts';

const [task, name, count, folder] = process.argv.slice(2) as [string, string, string, string];
const engine = ENGINES.find((each) => each.name === name);
if (!engine) throw new Error(`no engine ${name}`);
mkdirSync(folder, { recursive: true });

if (task === 'build') {
  const { articles } = makeLibrary(Number(count));
  const before = process.cpuUsage();
  await engine.build(articles, folder);
  const { user, system } = process.cpuUsage(before);
  const stored = engine.indexFiles.reduce((sum, file) => sum + sizeOf(join(folder, file)), 0);
  console.log(JSON.stringify({ buildCpu: (user + system) / 1e6, stored }));
} else {
  const before = heap();
  const start = performance.now();
  const loaded = await engine.load(folder);
  const load = performance.now() - start;
  console.log(JSON.stringify({ load, heap: heap() - before, engine: typeof loaded }));
}

function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function sizeOf(path: string): number {
  const state = statSync(path);
  return state.isDirectory()
    ? readdirSync(path).reduce((sum, entry) => sum + sizeOf(join(path, entry)), 0)
    : state.size;
}
