import { expect, it } from 'vitest';
import { RowsInSight } from '../../../renderer/state/rows-in-sight.ts';

/** A list of so many rows that counts those it was asked for, and answers when it is told to. */
function countedList(count: number) {
  let held: ReadonlyMap<number, number> = new Map();
  let read = 0;
  const waiting: (() => void)[] = [];
  const rows = new RowsInSight<number>(
    async (from, to) => {
      await new Promise<void>((settle) => waiting.push(settle));
      const some = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, i) => from + i);
      read += some.length;
      return some;
    },
    (now) => {
      held = now;
    },
    (error) => {
      throw error;
    },
  );
  const answer = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      next();
      await new Promise((settle) => setTimeout(settle));
    }
  };
  return { rows, answer, read: () => read, held: () => held };
}

it('reads what is in sight, however long the list is, and none of it twice', async () => {
  for (const count of [1000, 1_000_000]) {
    const { rows, answer, read, held } = countedList(count);
    rows.need(0, 30);
    await answer();
    rows.need(10, 40);
    await answer();
    expect(read()).toBe(60);
    rows.need(900, 930);
    await answer();
    expect(read()).toBe(120);
    expect(held().get(915)).toBe(915);
  }
});

it('passes over what went out of sight before its turn, and holds no more than some screens', async () => {
  const { rows, answer, read, held } = countedList(1_000_000);
  for (let at = 0; at < 1_000_000; at += 10_000) rows.need(at, at + 30);
  await answer();
  expect(read()).toBe(120);
  for (let at = 0; at < 100; at++) {
    rows.need(at * 100, at * 100 + 30);
    await answer();
  }
  expect(held().size).toBeLessThan(2000);
  expect(held().get(9915)).toBe(9915);
});

it('shows no row of a list that is another by now, and those of the new one in their places', async () => {
  let list = 'old';
  const shown: string[] = [];
  const rows = new RowsInSight<string>(
    async () => [list],
    (now) => shown.push(now.get(0) ?? ''),
    (error) => {
      throw error;
    },
  );
  rows.need(0, 30);
  list = 'new';
  rows.forget();
  await new Promise((settle) => setTimeout(settle));
  expect(shown).toEqual(['new']);
});

it('says why rows could not be read, and reads them when they are needed again', async () => {
  const failed: unknown[] = [];
  let isBroken = true;
  let held: ReadonlyMap<number, string> = new Map();
  const rows = new RowsInSight<string>(
    async () => {
      if (isBroken) throw new Error('no worker');
      return ['row'];
    },
    (now) => {
      held = now;
    },
    (error) => failed.push(error),
  );
  rows.need(0, 30);
  await new Promise((settle) => setTimeout(settle));
  expect(failed).toEqual([new Error('no worker')]);
  isBroken = false;
  rows.need(0, 30);
  await new Promise((settle) => setTimeout(settle));
  expect(held.get(0)).toBe('row');
});

it('leaves none of what is in sight blank where a list that changed takes the place of itself', async () => {
  const { rows, answer, held } = countedList(10_000);
  rows.need(5000, 5030);
  await answer();
  const reading = rows.readAnew(0);
  expect(held().get(5015)).toBe(5015);
  await answer();
  const taken = (await reading)();
  expect([taken.get(0), taken.get(5015)]).toEqual([0, 5015]);
});
