import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Vault } from '../../electron/vault/vault.ts';
import { scriptNode } from '../journeys/harness-process.ts';
import { Dice, newTally, type Tally } from './tally.ts';
import type { Said } from './working-host.ts';

const root = resolve(import.meta.dirname, '../..');

/** What a vault must hold after a kill, as the host acknowledged it. */
interface Expected {
  acts: string[];
  readonly originals: Set<string>;
  settings: string | null;
}

/** All of a vault is looked at after each kill; a new one after so many keeps the time of a run in step with its kills. */
const KILLS_PER_VAULT = 30;

/** Kills a working host, again and again in one vault, then in the next, and looks after each kill whether all is there. */
export async function attackByKilling(times: number, seed: number): Promise<Tally> {
  const tally = newTally('kill -9');
  const dice = new Dice(seed);
  for (let first = 0; first < times; first += KILLS_PER_VAULT) {
    const path = mkdtempSync(join(tmpdir(), 'duidu-attack-'));
    const expected: Expected = { acts: [], originals: new Set(), settings: null };
    try {
      for (let run = first; run < Math.min(times, first + KILLS_PER_VAULT); run++) {
        const runSeed = seed + run + 1;
        const said = await workAndKill(path, runSeed, dice.below(400));
        tally.tried++;
        const found = await compare(path, expected, said, runSeed);
        tally.actsLost += found.actsLost;
        tally.outcomes[found.wrong.length > 0 ? 'silent' : 'harmless']++;
        tally.losses.push(...found.wrong.map((wrong) => `seed ${runSeed}: ${wrong}`));
      }
    } finally {
      rmSync(path, { recursive: true, force: true });
    }
  }
  return tally;
}

/** Lets a host work for some milliseconds and ends it with a signal that it cannot hear. */
function workAndKill(path: string, seed: number, afterMs: number): Promise<readonly Said[]> {
  const args = ['--import', './tests/aliases.mjs', 'tests/attack/working-host.ts', path, String(seed)];
  const child = spawn(scriptNode(), args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    // The first word is that the vault is open.
    if (text === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
    text += chunk;
  });
  return new Promise((settle) => {
    child.once('close', () => {
      const lines = text.split('\n').slice(0, -1);
      settle(lines.map((line) => JSON.parse(line) as Said));
    });
  });
}

/** Brings what is expected up to what was said, and compares the vault with it. */
async function compare(
  path: string,
  expected: Expected,
  said: readonly Said[],
  seed: number,
): Promise<{ readonly wrong: readonly string[]; readonly actsLost: number }> {
  const wrong: string[] = [];
  for (const one of said) {
    if (one.doing === 'refused') wrong.push(`refused: ${one.reason}`);
    if (one.doing === 'append done') expected.acts.push(...one.ids);
    if (one.doing === 'keep done') expected.originals.add(one.sha256);
    if (one.doing === 'settings done') expected.settings = `${seed}-${one.value}`;
    if (one.doing === 'restore done') expected.acts = [...one.ids];
  }
  const last = said.at(-1);
  const opened = await Vault.open({ path, host: 'loopback' });
  if (!opened.ok)
    return { wrong: [...wrong, `does not open: ${opened.reason}`], actsLost: expected.acts.length };
  const vault = opened.value;
  const { damagedLine, readOnly, findings } = vault.state;
  if (damagedLine !== null || readOnly || findings.length > 0)
    wrong.push(`opens with ${JSON.stringify({ damagedLine, readOnly, findings })}`);
  const read = await vault.read(0);
  const acts = read.ok ? read.value.map(({ act }) => (act as { id: string }).id) : [];
  // What was under way may be there, whole or in part, and nothing else.
  const under = last?.doing === 'append' ? last.ids : [];
  const allowed = [expected.acts, ...(last?.doing === 'restore' ? [last.ids] : [])];
  const isAsAllowed = allowed.some(
    (known) =>
      known.every((id, index) => acts[index] === id) &&
      acts.slice(known.length).every((id, index) => under[index] === id),
  );
  const there = new Set(acts);
  const actsLost = isAsAllowed ? 0 : expected.acts.filter((id) => !there.has(id)).length;
  if (!isAsAllowed) wrong.push(`${acts.length} acts, ${expected.acts.length} were acknowledged`);
  expected.acts = acts;
  for (const sha256 of expected.originals)
    if (!(await vault.originals.read(sha256)).ok) wrong.push(`original ${sha256} is lost`);
  const settings = await vault.readSettings();
  const value = settings.ok && settings.value ? (settings.value as { value: string }).value : null;
  const isPending = last?.doing === 'settings' && value === `${seed}-${last.value}`;
  if (value !== expected.settings && !isPending)
    wrong.push(`settings are ${value}, not ${expected.settings}`);
  expected.settings = value;
  const backups = await vault.listBackups();
  for (const backup of backups.ok ? backups.value : [])
    if (!backup.sound) wrong.push(`backup ${backup.id} is not sound`);
  await vault.close();
  return { wrong, actsLost };
}
