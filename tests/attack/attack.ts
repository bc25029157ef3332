/** The long attacks on a vault: `npm run attack [-- --kills N --damages N --full N --seed N]`. Exit 1 where anything is lost. */
import { parseArgs } from 'node:util';
import { attackByDamage, TARGETS } from './damage-attack.ts';
import { attackByFullDisk } from './full-disk-attack.ts';
import { attackByKilling } from './kill-attack.ts';
import { printTallies, type Tally } from './tally.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    damages: { type: 'string', default: '200' },
    full: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const tallies: Tally[] = [];
const note = (tally: Tally): void => {
  tallies.push(tally);
  console.error(`${tally.attack}: ${tally.tried} tried, ${JSON.stringify(tally.outcomes)}`);
};
for (const target of TARGETS) note(await attackByDamage(target, Number(values.damages), seed));
const full = await attackByFullDisk(Number(values.full), seed);
if (full) note(full);
else console.error('disk full: not tried, this user may not mount a disk');
note(await attackByKilling(Number(values.kills), seed));
printTallies(tallies);
if (tallies.some(({ outcomes, actsLost }) => outcomes.silent > 0 || actsLost > 0)) process.exitCode = 1;
