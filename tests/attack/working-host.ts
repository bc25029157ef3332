/** A host at work, to be killed: does one thing after another in a vault and says what it is doing and has done. */
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Vault } from '../../electron/vault/vault.ts';
import { idsOf } from './ids-of-journal.ts';
import { Dice } from './tally.ts';

/** What the host says on its standard output, one JSON a line, before and after each deed. */
export type Said =
  | { readonly doing: 'append' | 'append done'; readonly ids: readonly string[] }
  | { readonly doing: 'keep' | 'keep done'; readonly sha256: string }
  | { readonly doing: 'settings' | 'settings done'; readonly value: number }
  | { readonly doing: 'backup' | 'backup done'; readonly id: string }
  /** `ids`: of the acts that the backup holds. */
  | { readonly doing: 'restore' | 'restore done'; readonly ids: readonly string[] }
  | { readonly doing: 'ready' }
  | { readonly doing: 'refused'; readonly reason: string };

const [path = '', seed = '0'] = process.argv.slice(2);
const say = (said: Said): void => void writeSync(1, `${JSON.stringify(said)}\n`);
const dice = new Dice(Number(seed));
const opened = await Vault.open({ path, host: 'loopback' });
if (!opened.ok) {
  say({ doing: 'refused', reason: opened.reason });
  process.exit(1);
}
const vault = opened.value;
say({ doing: 'ready' });
for (let step = 0; ; step++) {
  const chance = dice.next();
  if (chance < 0.6) {
    const ids = Array.from({ length: 1 + dice.below(3) }, (_, index) => `${seed}-${step}-${index}`);
    say({ doing: 'append', ids });
    const note = '字'.repeat(dice.below(600));
    const made = await vault.append(ids.map((id) => ({ id, note })));
    if (made.ok) say({ doing: 'append done', ids });
    else say({ doing: 'refused', reason: made.reason });
  } else if (chance < 0.8) {
    say({ doing: 'keep', sha256: '' });
    const kept = await vault.keepOriginal(dice.bytes(dice.below(60_000)));
    if (kept.ok) say({ doing: 'keep done', sha256: kept.value.sha256 });
  } else if (chance < 0.9) {
    say({ doing: 'settings', value: step });
    const written = await vault.writeSettings({ value: `${seed}-${step}` });
    if (written.ok) say({ doing: 'settings done', value: step });
  } else if (chance < 0.96) {
    say({ doing: 'backup', id: '' });
    const made = await vault.makeBackup();
    if (made.ok) say({ doing: 'backup done', id: made.value.id });
  } else {
    const backups = await vault.listBackups();
    const sound = backups.ok ? backups.value.filter((backup) => backup.sound) : [];
    if (sound.length === 0) continue;
    const { id } = dice.pick(sound);
    const ids = idsOf(readFileSync(join(path, 'backups', id, 'journal.ndjson'), 'utf8'));
    say({ doing: 'restore', ids });
    const restored = await vault.restoreBackup(id);
    if (restored.ok) say({ doing: 'restore done', ids });
  }
}
