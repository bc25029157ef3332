import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { openingPage } from '../../electron/loopback/open-browser.ts';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';
import { newFolder } from '../vault/new-vault.ts';
import { newMachine } from './harness.ts';
import { startLoopback } from './harness-loopback.ts';

it('a file of the person’s leads their browser to the desk', async () => {
  const host = await startLoopback(newMachine());
  onTestFinished(async () => {
    host.process.child.kill('SIGTERM');
    await host.process.exited;
  });
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
