import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Queue } from '../../shared/work/queue.ts';

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** How a task behaves: it waits a few turns, then gives its number or fails, by throwing or rejecting. */
const task = fc.record({ turns: fc.nat({ max: 3 }), end: fc.constantFrom('gives', 'throws', 'rejects') });

it('runs tasks in order and never two at once, whatever becomes of each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(task, { maxLength: 12 }), async (tasks) => {
      const queue = new Queue();
      const began: number[] = [];
      let under = 0;
      const outcomes = await Promise.allSettled(
        tasks.map(({ turns, end }, i) =>
          queue.run((): number | Promise<number> => {
            began.push(i);
            if (end === 'throws') throw new Error(`task ${i}`);
            under++;
            return (async () => {
              for (let turn = 0; turn < turns; turn++) await Promise.resolve();
              expect(under--).toBe(1);
              if (end === 'rejects') throw new Error(`task ${i}`);
              return i;
            })();
          }),
        ),
      );
      expect(began).toEqual(tasks.map((_, i) => i));
      expect(
        outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason.message)),
      ).toEqual(tasks.map(({ end }, i) => (end === 'gives' ? i : `task ${i}`)));
    }),
  );
});

it('tells the owner that a post names of its error, and nobody else', async () => {
  const queue = new Queue();
  const told: unknown[] = [];
  queue.post(
    () => {
      throw new Error('first');
    },
    (error) => told.push(error),
  );
  queue.post(
    async () => 'fine',
    (error) => told.push(error),
  );
  expect(await queue.run(() => 'after')).toBe('after');
  expect(told).toEqual([new Error('first')]);
});

it('is idle when all that was given has ended, and takes more then', async () => {
  const queue = new Queue();
  const ended: string[] = [];
  const given = queue.run(async () => {
    await tick();
    ended.push('slow');
  });
  queue.post(
    async () => {
      await tick();
      ended.push('failing');
      throw new Error('told to its owner');
    },
    () => undefined,
  );
  await queue.idle();
  expect(ended).toEqual(['slow', 'failing']);
  await given;
  expect(await queue.run(() => 1)).toBe(1);
});
