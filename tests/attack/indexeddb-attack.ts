/**
 * Damages what a browser keeps in IndexedDB: the library, which can be rebuilt from the vault, and a bookmark that was
 * made while the host was gone, which cannot. Looks whether the desk has both again or says what it has not:
 * `npm run attack:indexeddb [-- TIMES [FIRST_SEED]]`.
 */
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bookmark, importFiles, layFiles, openArticle, openRoom, words } from '../journeys/desk-steps.ts';
import { type Machine, newMachine, type OpenHost } from '../journeys/harness.ts';
import { openLoopback } from '../journeys/harness-loopback.ts';
import { Dice, newTally, printTallies } from './tally.ts';

const PAGE = '河湾村修成石板路\n\n今年春天，河湾村在渡口边上修了一条石板路，花费35万元。\n';
/** The desk's words for what the browser lost, in either language. */
const LOST = /曾由浏览器代管|waiting in this browser/;
/** How long the desk may take to show the imported page, or to say why it does not. */
const PATIENCE_MS = 120_000;

const times = Number(process.argv[2] ?? 200);
const firstSeed = Number(process.argv[3] ?? 1);
const tally = newTally('damage: IndexedDB');
const whole = newMachine();
const first = await openLoopback(whole);
await importFiles(first, layFiles({ '河湾.txt': PAGE }));
await openArticle(first.page, '河湾村修成石板路');
await first.stopHost();
await bookmark(first.page, '石板路', '等着存盘');
await first.page.locator('[data-phase="gone"]').waitFor();
await first.close();

for (let seed = firstSeed; seed < firstSeed + times; seed++) {
  const dice = new Dice(seed);
  const machine: Machine = { ...newMachine(), port: whole.port };
  cpSync(whole.vault, machine.vault, { recursive: true });
  cpSync(whole.profile, machine.profile, { recursive: true });
  const what = damage(dice, dice.pick(filesOf(machine.profile)));
  const host = await openLoopback(machine);
  const outcome = await judge(host);
  tally.tried++;
  tally.outcomes[outcome]++;
  if (outcome === 'silent') tally.losses.push(`seed ${seed}: ${what}`);
  await host.close();
  rmSync(join(machine.vault, '..'), { recursive: true, force: true });
  if (seed % 10 === 0) console.error(`${seed}: ${JSON.stringify(tally.outcomes)}`);
}
printTallies([tally]);
if (tally.outcomes.silent > 0) process.exitCode = 1;

/** The files that Chromium keeps the origin's databases in. */
function filesOf(profile: string): string[] {
  const folder = join(profile, 'Default', 'IndexedDB');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && statSync(path).size > 0);
}

function damage(dice: Dice, file: string): string {
  const bytes = readFileSync(file);
  const at = dice.below(bytes.length);
  const ways: Record<string, () => void> = {
    'bits turned': () => {
      for (let bit = 0; bit < 16; bit++) bytes[dice.below(bytes.length)]! ^= 1 << dice.below(8);
      writeFileSync(file, bytes);
    },
    'a run of zeros': () =>
      writeFileSync(file, bytes.fill(0, at, Math.min(bytes.length, at + 1 + dice.below(4096)))),
    'cut anywhere': () => writeFileSync(file, bytes.subarray(0, at)),
    'nothing in it': () => writeFileSync(file, ''),
    gone: () => rmSync(file),
  };
  const way = dice.pick(Object.keys(ways));
  ways[way]?.();
  return `${file}: ${way}`;
}

/**
 * `restored`: the imported page is on the shelf, at once or after the person took the way that is offered, and the
 * bookmark in the journal; `named`: the desk says what it has not.
 */
async function judge({ page, call }: OpenHost): Promise<'restored' | 'named' | 'silent'> {
  page.setDefaultTimeout(PATIENCE_MS);
  const article = page.locator('button[data-article]', { hasText: '河湾村修成石板路' }).first();
  const anew = page.getByRole('button', { name: words('desk.clearStorage') });
  const told = page.getByRole('alert').or(page.locator('[data-tone="error"]')).first();
  try {
    const nav = page.locator('nav');
    await nav.or(anew).first().waitFor();
    // Emptying says that what waited in the browser goes with the rest.
    const isEmptied = await anew.isVisible();
    if (isEmptied) {
      await anew.click();
      await nav.waitFor();
    }
    await openRoom(page, 'shelf');
    await article.or(told).first().waitFor();
    if (!(await article.isVisible())) return 'named';
    const lines = await call('journal.read', 0);
    if (lines.ok && JSON.stringify(lines.value).includes('bookmark.add')) return 'restored';
    return isEmptied || (await page.getByText(LOST).first().isVisible()) ? 'named' : 'silent';
  } catch {
    return 'silent';
  }
}
