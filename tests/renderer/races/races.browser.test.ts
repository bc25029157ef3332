import { afterEach, expect, inject, it } from 'vitest';
import { Library } from '../../../renderer/library/library.ts';
import { Random } from '../../segment/generator/random.ts';
import { openTestDesk, type TestDesk } from '../desk/open-test-desk.ts';
import { act } from './acts.ts';
import { Delays } from './delays.ts';
import { openSharedVault, type SharedVault } from './shared-vault.ts';
import { askAlike, differences, inequal, isIdle, lookAtAll, offeredBy } from './shown.ts';
import { slowWorkersDown } from './slow-workers.ts';

/** Milliseconds in which a desk that is left alone has caught up, on a machine that has much else to do. */
const CAUGHT_UP = 60_000;
const OFFERED = ['石', '风车', '造'];
const QUERY = '防洪堤';

const { count, seed: first, acts } = inject('races');

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0).reverse()) end();
});

/** Pages of one browser on one vault and one library. */
class Desks {
  readonly vault: SharedVault;
  readonly delays: Delays;
  readonly name: string;
  readonly open: TestDesk[] = [];

  constructor(name: string, delays: Delays) {
    this.name = name;
    this.delays = delays;
    this.vault = openSharedVault(delays);
  }

  async openOne(): Promise<void> {
    const test = await openTestDesk(this.name, this.vault.memory() ?? undefined, {
      outbox: this.vault.outbox,
      join: this.vault.join,
    });
    ends.push(test.close);
    this.open.push(test);
    lookAtAll(test.desk, QUERY);
  }

  closeOne(at: number): void {
    const [test] = this.open.splice(at, 1);
    test?.close();
    if (test) this.vault.leave(test.host);
  }
}

async function runSequence(seed: number): Promise<void> {
  const done: string[] = [];
  const rejected: unknown[] = [];
  const hear = ({ reason }: PromiseRejectionEvent): unknown => rejected.push(reason);
  addEventListener('unhandledrejection', hear);
  ends.push(() => removeEventListener('unhandledrejection', hear));
  const draw = new Random(seed);
  const delays = new Delays(draw.below(1e9));
  const workerSeeds = new Random(draw.below(1e9));
  ends.push(slowWorkersDown(delays, () => workerSeeds.below(1e9)));
  const desks = new Desks(`races-${seed}-${crypto.randomUUID()}`, delays);
  const pause = (): Promise<void> =>
    new Promise((settle) => setTimeout(settle, draw.chance(60) ? draw.below(20) : draw.below(400)));
  const library = new Library(desks.name);
  ends.push(() => library.close());
  const pending = new Map<string, TestDesk>();
  await desks.openOne();
  for (let turn = 0; turn < acts; turn++) {
    const kind = draw.below(100);
    if (kind < 3) {
      const isGone = draw.chance(50);
      done.push(isGone ? 'host gone' : 'host back');
      await desks.vault.setGone(isGone);
    } else if (kind < 8 && desks.open.length < 2 && !desks.vault.memory()?.isGone) {
      done.push('open');
      await desks.openOne();
    } else if (kind < 11 && desks.open.length > 1) {
      const at = draw.below(desks.open.length);
      done.push(`close ${at}`);
      desks.closeOne(at);
    } else {
      const at = draw.below(desks.open.length);
      const test = desks.open[at]!;
      const { name, done: ended } = act(test.desk, library, draw);
      const what = `${turn} ${name} on ${at}`;
      done.push(what);
      pending.set(what, test);
      ended
        .catch((error: unknown) => desks.open.includes(test) && rejected.push(`${what}: ${error}`))
        .finally(() => pending.delete(what));
    }
    await pause();
  }
  delays.end();
  await desks.vault.setGone(false);
  const told = `seed ${seed}: ${done.join(', ')}`;
  await expect
    .poll(() => [...pending].filter(([, test]) => desks.open.includes(test)).map(([what]) => what), {
      timeout: CAUGHT_UP,
      message: `${told}\nnever ended`,
    })
    .toEqual([]);

  const memory = desks.vault.memory()!;
  // A page goes on with the files that a closed one left, and sends what waited in the outbox.
  let lines = -1;
  await expect
    .poll(
      () => {
        const before = lines;
        lines = memory.lines.length;
        return lines === before && desks.open.every(({ desk }) => isIdle(desk));
      },
      { timeout: CAUGHT_UP, interval: 500, message: `${told}\nis still at work` },
    )
    .toBe(true);
  const anew = await openTestDesk(`${desks.name}-anew`, structuredClone(memory));
  ends.push(anew.close);
  lookAtAll(anew.desk, QUERY);
  for (const { desk } of desks.open) {
    askAlike(anew.desk, desk);
    await expect
      .poll(() => differences(desk, anew.desk), { timeout: CAUGHT_UP, interval: 200, message: told })
      .toEqual({});
    await expect
      .poll(async () => inequal(await offeredBy(desk, OFFERED), await offeredBy(anew.desk, OFFERED)), {
        timeout: CAUGHT_UP,
        interval: 200,
        message: `${told}\noffers`,
      })
      .toBeNull();
  }
  const amiss = [
    ...rejected.map(String),
    ...memory.log.filter(({ level }) => level === 'error').map((entry) => JSON.stringify(entry)),
  ];
  expect(amiss.join('\n'), told).toBe('');
}

for (let i = 0; i < count; i++)
  it(`shows what the vault holds, whatever is done at once: ${first + i}`, () => runSequence(first + i));
