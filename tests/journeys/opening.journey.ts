import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { openingPage } from '../../electron/loopback/open-browser.ts';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';
import { newFolder } from '../vault/new-vault.ts';
import { words } from './desk-steps.ts';
import { newMachine } from './harness.ts';
import { runLoopback, startLoopback } from './harness-loopback.ts';

it('a file of the person’s leads their browser to the desk', async () => {
  const host = await runLoopback(newMachine());
  const file = join(newFolder(), 'open-duidu.html');
  writeFileSync(file, openingPage(host.address));
  chmodSync(file, 0o600);
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...CHROMIUM_FLAGS],
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: 'zh-CN' });
  await page.goto(pathToFileURL(file).href);
  await page.getByRole('navigation').first().waitFor();
  expect(new URL(page.url()).origin).toBe(new URL(host.address).origin);
  // In the language of the browser, whatever that of the system that runs the host.
  await page.locator('html[lang="zh-CN"]').waitFor();
});

it('a page that the host does not know says what to do, whatever it came by, and a fresh link lets it in', async () => {
  const machine = newMachine();
  const host = await startLoopback(machine);
  let { process } = host;
  const end = async (): Promise<void> => {
    process.child.kill('SIGTERM');
    await process.exited;
  };
  onTestFinished(end);
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...CHROMIUM_FLAGS],
  });
  onTestFinished(() => browser.close());
  const person = await browser.newContext({ locale: 'zh-CN' });
  const known = await person.newPage();
  const stranger = await browser.newPage({ locale: 'zh-CN' });
  const isLetIn = (page: Page) => page.locator('nav').first().waitFor();
  const isRefused = async (page: Page, title = 'desk.unknownPage'): Promise<void> => {
    await page.getByText(words(title)).waitFor();
    await page.getByRole('button', { name: words('desk.retry') }).waitFor();
    expect(await page.locator('nav').count()).toBe(0);
  };
  const home = new URL('/', host.address).href;
  await known.goto(host.address);
  await isLetIn(known);
  const broken = await person.newPage();
  await broken.addInitScript(() => Object.assign(globalThis, { Worker: null }));
  await broken.goto(home);
  await isRefused(broken, 'desk.notReady');
  await broken.getByText(/TypeError/).waitFor();
  await expect.poll(() => readFileSync(join(machine.vault, 'log.ndjson'), 'utf8')).toContain('desk-failed');
  for (const address of [home, `${home}#token=${'x'.repeat(43)}`, host.address]) {
    // Another fragment alone loads nothing.
    await stranger.goto('about:blank');
    await stranger.goto(address);
    await isRefused(stranger);
  }
  const fresh = (): string => readFileSync(join(machine.vault, 'loopback-address'), 'utf8').trim();
  await stranger.goto('about:blank');
  await stranger.goto(fresh());
  await isLetIn(stranger);
  await known.reload();
  await isLetIn(known);

  await known.evaluate(() => localStorage.clear());
  await known.reload();
  await isRefused(known);
  await end();
  ({ process } = await startLoopback({ ...newMachine(), port: machine.port }));
  await stranger.getByText(words('errors.vault-other')).first().waitFor();
});

it('a terminal that closes ends the host as a person does', async () => {
  const machine = newMachine();
  const host = await startLoopback(machine);
  host.process.child.kill('SIGHUP');
  expect(await host.process.exited).toBe(0);
  const again = await startLoopback(machine);
  again.process.child.kill('SIGTERM');
  expect(await again.process.exited).toBe(0);
});
