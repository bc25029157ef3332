import {
  damage,
  type GivenFile,
  GREEDY_FILES,
  randomFrom,
  readAll,
  SOUND_FILES,
} from '../formats/damaged-files.ts';

/**
 * Reads damaged files of every format and prints what came of them: `npm run attack:formats -- [RUNS] [SEED]`.
 * What throws, or takes longer than it may, is named by the seed of its run.
 */
const [runs = 20_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);

/** Milliseconds that one small file may take on a busy machine. */
const LIMIT_MS = 30_000;

const outcomes = new Map<string, number>();
const faults: string[] = [];
let slowest = { label: '', took: 0 };
let peak = 0;

async function attack(label: string, file: GivenFile): Promise<void> {
  const began = performance.now();
  try {
    for (const outcome of await readAll(file)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  } catch (error) {
    faults.push(`${label}: ${error instanceof Error ? error.stack : String(error)}`);
  }
  const took = performance.now() - began;
  if (took > slowest.took) slowest = { label, took };
  peak = Math.max(peak, process.memoryUsage.rss());
  if (took > LIMIT_MS) faults.push(`${label}: ${Math.round(took)} ms`);
}

for (const file of GREEDY_FILES) await attack(file.name, file);
for (let run = 0; run < runs; run++) {
  const random = randomFrom(seed + run);
  await attack(`seed ${seed + run}`, damage(SOUND_FILES, random));
}

console.log(`${runs} damaged files from seed ${seed}, ${GREEDY_FILES.length} greedy ones`);
for (const [outcome, count] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`  ${outcome}: ${count}`);
console.log(
  `slowest ${Math.round(slowest.took)} ms (${slowest.label}), at most ${Math.round(peak / 1e6)} MB held`,
);
for (const fault of faults) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
