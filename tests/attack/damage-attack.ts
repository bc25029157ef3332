import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectVault } from '../../electron/vault/inspect-vault.ts';
import { repairVault } from '../../electron/vault/repair-vault.ts';
import { Vault } from '../../electron/vault/vault.ts';
import { Dice, newTally, type Outcome, type Tally } from './tally.ts';

export const TARGETS = ['journal', 'head', 'mark', 'settings', 'originals', 'backups'] as const;
export type Target = (typeof TARGETS)[number];

/** What a vault says that it holds. */
interface Held {
  readonly id: string;
  readonly acts: readonly string[];
  readonly settings: string;
  /** Hashes of originals that read. */
  readonly originals: readonly string[];
  readonly soundBackups: readonly string[];
}

/** Damages one kind of file of a vault, each time in another way, and looks what is said and what is left. */
export async function attackByDamage(target: Target, times: number, seed: number): Promise<Tally> {
  const tally = newTally(`damage: ${target}`);
  const folder = mkdtempSync(join(tmpdir(), 'duidu-attack-'));
  try {
    const whole = join(folder, 'whole');
    await makeVault(whole);
    const before = await hold(whole);
    if (!before) throw new Error('the vault to be damaged does not open');
    for (let run = 0; run < times; run++) {
      const dice = new Dice(seed + run);
      const path = join(folder, 'damaged');
      cpSync(whole, path, { recursive: true });
      const what = damage(dice, dice.pick(filesOf(path, target)));
      const { outcome, actsLost } = await judge(path, before);
      tally.tried++;
      tally.outcomes[outcome]++;
      tally.actsLost += actsLost;
      if (outcome === 'silent') tally.losses.push(`seed ${seed + run}: ${what}`);
      rmSync(path, { recursive: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return tally;
}

/** A closed vault with acts, originals that they name, settings, and two backups on the way. */
async function makeVault(path: string): Promise<void> {
  const opened = await Vault.open({ path, host: 'loopback' });
  if (!opened.ok) throw new Error(opened.reason);
  const vault = opened.value;
  await vault.writeSettings({ theme: 'sepia', recentSearches: ['渡口', '茶园'], textSize: 1.15 });
  for (let step = 0; step < 40; step++) {
    const at = '2026-03-01T08:00:00.000Z';
    const base = { id: `步${step}`, at, device: 'attack', schema: 1 };
    if (step % 8 === 0) {
      const bytes = new TextEncoder().encode(`第${step}页\n\n今年春天，河湾村修了一条石板路。\n`.repeat(20));
      const kept = await vault.keepOriginal(bytes);
      if (!kept.ok) throw new Error(kept.reason);
      const source = { source: kept.value.sha256, name: `${step}.txt`, size: bytes.length };
      await vault.append([{ ...base, deed: { type: 'source.add', ...source } }]);
    } else
      await vault.append([
        { ...base, deed: { type: 'search.save', search: `${step}`, name: '渡口', query: '渡口' } },
      ]);
    if (step === 15 || step === 30) await vault.makeBackup();
  }
  await vault.close();
}

function filesOf(path: string, target: Target): string[] {
  const below = (folder: string): string[] =>
    readdirSync(join(path, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(path, folder, name))
      .filter((file) => statSync(file).isFile());
  switch (target) {
    case 'journal':
      return [join(path, 'journal.ndjson')];
    case 'head':
      return [join(path, 'head.json')];
    case 'mark':
      return [join(path, 'vault.json')];
    case 'settings':
      return [join(path, 'settings.json')];
    case 'originals':
      return below('originals');
    case 'backups':
      return below('backups');
  }
}

/** Changes a file in one of the ways of disks, crashes and sync programs. @returns what was done */
function damage(dice: Dice, file: string): string {
  const bytes = readFileSync(file);
  const lines = bytes.toString('latin1').split(/(?<=\n)/);
  const at = dice.below(bytes.length);
  const put = (text: string | Uint8Array): void => writeFileSync(file, text as string, 'latin1');
  const ways: Record<string, () => void> = {
    'bits turned': () => {
      for (let bit = 0; bit <= dice.below(8); bit++) bytes[dice.below(bytes.length)]! ^= 1 << dice.below(8);
      put(bytes);
    },
    'a run of zeros': () => put(bytes.fill(0, at, Math.min(bytes.length, at + 1 + dice.below(512)))),
    'a run of noise': () => {
      bytes.set(dice.bytes(Math.min(bytes.length - at, 1 + dice.below(64))), at);
      put(bytes);
    },
    'cut anywhere': () => put(bytes.subarray(0, at)),
    'cut at a line’s end': () => put(lines.slice(0, dice.below(lines.length)).join('')),
    'a piece taken out': () =>
      put(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + dice.below(40))])),
    'a line taken out': () => put(lines.toSpliced(dice.below(lines.length), 1).join('')),
    'a line twice': () => put(lines.toSpliced(dice.below(lines.length), 0, dice.pick(lines)).join('')),
    'two lines changed round': () => {
      const [a, b] = [dice.below(lines.length), dice.below(lines.length)];
      put(lines.with(a, lines[b]!).with(b, lines[a]!).join(''));
    },
    'noise after it': () => put(Buffer.concat([bytes, dice.bytes(1 + dice.below(200))])),
    'nothing in it': () => put(''),
    gone: () => rmSync(file),
    'a folder in its place': () => {
      rmSync(file);
      mkdirSync(file);
    },
  };
  const way = dice.pick(Object.keys(ways));
  ways[way]?.();
  return `${file}: ${way}`;
}

/** Opens, checks and repairs a damaged vault, and compares what is left with what was there. */
async function judge(
  path: string,
  before: Held,
): Promise<{ readonly outcome: Outcome; readonly actsLost: number }> {
  const checked = await inspectVault(path);
  const faults = checked.ok ? checked.value.faults : [];
  const strays = checked.ok ? checked.value.strays : [];
  const repaired = await repairVault(path);
  const mended = repaired.ok ? repaired.value : [];
  const after = await hold(path);
  const isNoticed =
    !checked.ok || !repaired.ok || faults.length > 0 || strays.length > 0 || mended.length > 0;
  if (!after) return { outcome: isNoticed ? 'named' : 'silent', actsLost: 0 };
  const missing = before.acts.filter((id) => !after.acts.includes(id));
  const namedSteps = mended.find(({ reason }) => reason === 'steps-lost')?.detail?.count ?? 0;
  const namedFaults = faults.map(({ place }) => place).join('\n');
  const lostOriginals = before.originals.filter((sha256) => !after.originals.includes(sha256));
  const lostBackups = before.soundBackups.filter((id) => !after.soundBackups.includes(id));
  const isInOrder = after.acts.every(
    (id, index) => index === 0 || before.acts.indexOf(id) > before.acts.indexOf(after.acts[index - 1]!),
  );
  const areNamed =
    isInOrder &&
    missing.length <= Number(namedSteps) &&
    lostOriginals.every((sha256) => namedFaults.includes(sha256)) &&
    lostBackups.every((id) => namedFaults.includes(id) || strays.some((stray) => stray.includes(id))) &&
    (after.settings === before.settings || mended.some(({ reason }) => reason === 'settings-damaged')) &&
    (after.id === before.id || mended.some(({ reason }) => reason === 'vault-mark-mended'));
  const isSame = JSON.stringify(after) === JSON.stringify(before);
  if (!areNamed) return { outcome: 'silent', actsLost: missing.length };
  if (isSame) return { outcome: isNoticed ? 'restored' : 'harmless', actsLost: 0 };
  return { outcome: isNoticed ? 'named' : 'silent', actsLost: 0 };
}

async function hold(path: string): Promise<Held | null> {
  const opened = await Vault.open({ path, host: 'loopback' });
  if (!opened.ok) return null;
  const vault = opened.value;
  const read = await vault.read(0);
  const settings = await vault.readSettings();
  const originals: string[] = [];
  for (const { sha256 } of await vault.originals.list())
    if ((await vault.originals.read(sha256)).ok) originals.push(sha256);
  const backups = await vault.listBackups();
  await vault.close();
  return {
    id: vault.state.id,
    acts: read.ok ? read.value.map(({ act }) => (act as { id: string }).id) : [],
    settings: JSON.stringify(settings.ok ? settings.value : null),
    originals,
    soundBackups: backups.ok
      ? backups.value.filter(({ sound, reason }) => sound && reason === 'asked').map(({ id }) => id)
      : [],
  };
}
