import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Vault } from '../../electron/vault/vault.ts';
import { mountDisk } from '../vault/small-disk.ts';
import { idsOf } from './ids-of-journal.ts';
import { Dice, newTally, type Tally } from './tally.ts';

const DISK_BYTES = 1024 * 1024;
const STEP_BYTES = 8 * 1024;

/** Lets a host work on a small disk that is full after more bytes each time; null where none may be mounted. */
export async function attackByFullDisk(points: number, seed: number): Promise<Tally | null> {
  const tally = newTally('disk full');
  for (let point = 0; point < points; point++) {
    const path = mkdtempSync(join(tmpdir(), 'duidu-attack-'));
    const unmount = mountDisk(path, String(DISK_BYTES));
    if (!unmount) {
      rmSync(path, { recursive: true });
      return null;
    }
    try {
      tally.tried++;
      const { wrong, isSaid, actsLost } = await workUntilFull(
        path,
        point * STEP_BYTES,
        new Dice(seed + point),
      );
      tally.actsLost += actsLost;
      tally.outcomes[wrong.length > 0 ? 'silent' : isSaid ? 'restored' : 'harmless']++;
      tally.losses.push(
        ...wrong.map((one) => `${point * STEP_BYTES} bytes free, seed ${seed + point}: ${one}`),
      );
    } finally {
      unmount();
      rmSync(path, { recursive: true, force: true });
    }
  }
  return tally;
}

async function workUntilFull(path: string, free: number, dice: Dice) {
  const wrong: string[] = [];
  const acts: string[] = [];
  const originals: string[] = [];
  let isSaid = false;
  const vault = await openOn(path);
  if (!vault) throw new Error('an empty disk holds no vault');
  acts.push('初');
  if (!(await vault.append([{ id: '初' }])).ok) throw new Error('an empty disk takes no act');
  const filler = join(path, 'filler');
  fill(path, filler, free);
  for (let step = 0; step < 40; step++) {
    const chance = dice.next();
    const id = `${step}`;
    if (chance < 0.5) {
      const made = await vault.append([{ id, note: '字'.repeat(dice.below(1500)) }]);
      if (made.ok) acts.push(id);
      else isSaid = true;
    } else if (chance < 0.75) {
      const kept = await vault.keepOriginal(dice.bytes(dice.below(20_000)));
      if (kept.ok) originals.push(kept.value.sha256);
      else isSaid = true;
    } else if (chance < 0.85) isSaid = !(await vault.writeSettings({ step })).ok || isSaid;
    else if (chance < 0.95) isSaid = !(await vault.makeBackup()).ok || isSaid;
    else {
      const backups = await vault.listBackups();
      const backup = backups.ok ? backups.value.findLast(({ sound }) => sound) : undefined;
      const before = await vault.read(0);
      if (!backup) continue;
      const held = idsOf(readFileSync(join(path, 'backups', backup.id, 'journal.ndjson'), 'utf8'));
      const restored = await vault.restoreBackup(backup.id);
      if (restored.ok) acts.splice(0, acts.length, ...held);
      else {
        isSaid = true;
        if (JSON.stringify(await vault.read(0)) !== JSON.stringify(before))
          wrong.push('a failed restore changed the acts');
      }
    }
  }
  await vault.close();
  // Full: everything can be read. Free again: everything can be written.
  for (const isFull of [true, false]) {
    if (!isFull) rmSync(filler, { force: true });
    const again = await openOn(path);
    if (!again) return { wrong: [...wrong, `does not open, full: ${isFull}`], isSaid, actsLost: acts.length };
    const read = await again.read(0);
    const found = read.ok ? read.value.map(({ act }) => (act as { id: string }).id) : [];
    const lost = acts.filter((id) => !found.includes(id)).length;
    if (JSON.stringify(found) !== JSON.stringify(acts))
      return {
        wrong: [...wrong, `${found.length} acts, ${acts.length} acknowledged`],
        isSaid,
        actsLost: lost,
      };
    for (const sha256 of originals)
      if (!(await again.originals.read(sha256)).ok) wrong.push(`original ${sha256} is lost, full: ${isFull}`);
    if (again.state.readOnly) isSaid = true;
    if (!isFull && !(await again.append([{ id: '末' }])).ok) wrong.push('takes no act though there is room');
    await again.close();
  }
  return { wrong, isSaid, actsLost: 0 };
}

async function openOn(path: string): Promise<Vault | null> {
  const opened = await Vault.open({ path, host: 'loopback' });
  return opened.ok ? opened.value : null;
}

/** Fills a disk but for some bytes. */
function fill(disk: string, filler: string, free: number): void {
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)));
}
