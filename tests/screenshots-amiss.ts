/**
 * Writes a picture of what the desk shows when something is amiss into `screenshots/amiss/`:
 * `npm run screenshots:amiss [-- SCENE…]`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OTHER, PAGE } from './journeys/desk-pages.ts';
import { allSaved, bookmark, openArticle, openRoom, words } from './journeys/desk-steps.ts';
import { drawScenes, importPages } from './scene.ts';
import { makeReadOnly, mountDisk } from './vault/small-disk.ts';

await drawScenes('amiss', {
  'host gone': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE, '河湾.txt': OTHER });
    await openArticle(page, '老码头改造完工');
    await allSaved(page);
    await scene.stop();
    await bookmark(page, '新建驳岸', '先记下');
    const card = page.locator('li[data-family]', { hasText: '8,600,000' }).first();
    await card.getByRole('button').first().click();
    await card.getByRole('button', { name: words('facts.confirm') }).click();
    await page.locator('[data-unwritten]').first().waitFor();
    await scene.shoot(page, 'gone-reader');
    await openRoom(page, 'bookmarks');
    await scene.shoot(page, 'gone-bookmarks');
    await page
      .getByRole('contentinfo')
      .getByText(/^2 (处改动尚未存盘|changes not yet on disk)$/)
      .click();
    await scene.shoot(page, 'gone-outbox');
    await page.keyboard.press('Escape');
    await page.route('**/call/journal.append', (route) => route.fulfill({ status: 400, body: 'no' }));
    await scene.start();
    await page.locator('[data-phase="here"]').waitFor();
    await scene.shoot(page, 'refused-desk');
    await page.locator('[data-phase] button').first().click();
    await scene.shoot(page, 'refused-outbox');
  },
  'not ready': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE });
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByText(words('desk.unknownPage')).waitFor();
    await scene.shoot(page, 'unknown-page');
    await scene.stop();
    await page.waitForTimeout(1000);
    await scene.shoot(page, 'unknown-page-gone');
    const journal = join(scene.machine.vault, 'journal.ndjson');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('码头', '马头'));
    await scene.start();
    const damaged = await scene.browse();
    await damaged.getByText(words('desk.notReady')).waitFor();
    await scene.shoot(damaged, 'vault-damaged');
  },
  storage: async (scene) => {
    await scene.start();
    const page = await scene.browse((blank) =>
      blank.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('no', 'UnknownError');
        };
      }),
    );
    await page.getByText(words('desk.notReady')).waitFor();
    await scene.shoot(page, 'storage-shut');
    const other = await scene.browse((blank) =>
      blank.addInitScript(() => {
        (globalThis as { Worker: unknown }).Worker = class {
          constructor() {
            throw new TypeError('no workers here');
          }
        };
      }),
    );
    await other.getByText(words('desk.notReady')).waitFor();
    await scene.shoot(other, 'desk-failed');
  },
  'a part that throws': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE });
    await page.evaluate(() => {
      CSS.highlights.set = () => {
        throw new TypeError('no');
      };
    });
    await openRoom(page, 'shelf');
    await page.locator('button[data-article]', { hasText: '老码头' }).first().click();
    await page.getByText(words('desk.partFailed')).first().waitFor();
    await scene.shoot(page, 'part-failed');
  },
  'not read': async (scene) => {
    await scene.start();
    const page = await scene.browse();
    await importPages(page, { '码头.txt': PAGE, '河湾.txt': OTHER });
    const originals = join(scene.machine.vault, 'originals');
    const [first = ''] = readdirSync(originals);
    for (const name of readdirSync(join(originals, first)))
      writeFileSync(join(originals, first, name), 'something else');
    await page.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases())
        if (!name.includes('outbox')) indexedDB.deleteDatabase(name);
    });
    await page.reload();
    await openRoom(page, 'shelf');
    await page
      .getByText(/没能读|not read|未读/)
      .first()
      .waitFor();
    await scene.shoot(page, 'not-read');
  },
  'read only': async (scene) => {
    const unmount = mountDisk(scene.machine.vault, '4m');
    if (!unmount) return console.error('read only: not drawn, this user may not mount a disk');
    try {
      await scene.start();
      const page = await scene.browse();
      await importPages(page, { '码头.txt': PAGE });
      await openArticle(page, '老码头改造完工');
      await allSaved(page);
      await scene.stop();
      makeReadOnly(scene.machine.vault);
      await scene.start();
      await page.reload();
      await page.getByRole('contentinfo').getByText(words('desk.readOnly')).waitFor();
      await scene.shoot(page, 'read-only');
      await page.keyboard.press('Control+Comma');
      await scene.shoot(page, 'read-only-settings');
    } finally {
      unmount();
    }
  },
});
