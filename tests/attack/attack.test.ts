import { expect, it } from 'vitest';
import { attackByDamage, TARGETS } from './damage-attack.ts';
import { attackByFullDisk } from './full-disk-attack.ts';
import { attackByKilling } from './kill-attack.ts';
import type { Tally } from './tally.ts';

/** The short form of `npm run attack`. */
function expectNothingLost({ outcomes, actsLost, losses }: Tally): void {
  expect(losses).toEqual([]);
  expect([outcomes.silent, actsLost]).toEqual([0, 0]);
}

it.each(TARGETS)('no damage to %s is passed over in silence', async (target) => {
  expectNothingLost(await attackByDamage(target, 12, 100));
});

it('no act that was acknowledged is lost to a kill', async () => {
  expectNothingLost(await attackByKilling(5, 100));
});

it('no act that was acknowledged is lost to a full disk', async (test) => {
  const tally = await attackByFullDisk(6, 100);
  if (!tally) return test.skip('may not mount a disk');
  expectNothingLost(tally);
});
