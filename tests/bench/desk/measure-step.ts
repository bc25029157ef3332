import type { Page } from 'playwright';
import { watchMainThread } from './main-thread.ts';

/** Runs a step and prints how long it took until seen, and what it cost the page's main thread. */
export async function measure(page: Page, name: string, step: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  let took = 0;
  const { all, longest, long } = await watchMainThread(page, async () => {
    await step();
    took = performance.now() - began;
  });
  const [ms, cpu, task] = [took, all, longest].map((value) => value.toFixed(0).padStart(7));
  console.log(`  ${name.padEnd(40)} ${ms} ms ${cpu} ms cpu   longest task ${task} ms cpu, over 50: ${long}`);
}
