import { type Profiler, Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

/** Code that V8 has compiled counts some of its blocks twice and others never; what it interprets counts each. */
const TIERS = ['opt', 'maglev', 'sparkplug'];
for (const tier of TIERS) setFlagsFromString(`--no-${tier}`);

/** How often each block of some code was run, by its file and where it begins there. */
export type Steps = ReadonlyMap<string, number>;

/**
 * Counts steps while something is done: they grow with the work and not with the clock, and are the same each time. What
 * the language's own functions do within is not counted. To be imported before the code that counts is run.
 * @param folder a part of the path of that code.
 */
export function countSteps(folder: string, work: () => unknown): Steps {
  const session = new Session();
  session.connect();
  try {
    session.post('Profiler.enable');
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    work();
    let scripts: readonly Profiler.ScriptCoverage[] = [];
    session.post('Profiler.takePreciseCoverage', (error, { result }) => {
      if (error) throw error;
      scripts = result.filter(({ url }) => url.includes(folder));
    });
    const steps = new Map<string, number>();
    for (const { url, functions } of scripts)
      for (const { functionName, ranges } of functions)
        for (const { startOffset, count } of ranges) {
          const block = `${url.slice(url.indexOf(folder))} ${functionName} ${startOffset}`;
          steps.set(block, (steps.get(block) ?? 0) + count);
        }
    return steps;
  } finally {
    session.disconnect();
  }
}

/** Blocks that were run more often than `least`, and more than `growth` times as often as before. */
export const grownSteps = (before: Steps, after: Steps, growth: number, least: number): string[] =>
  [...after].flatMap(([block, count]) =>
    count > least && count > growth * (before.get(block) ?? 0) ? [`${block}: ${count}`] : [],
  );
