import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { forgetOpeningPage, openBrowser, openingPage } from '../../electron/loopback/open-browser.ts';
import { newFolder } from '../vault/new-vault.ts';

const ADDRESS = 'http://127.0.0.1:8137/#token=secret';

describe.runIf(process.platform === 'linux')('the browser is opened', () => {
  it('by a file for the person alone: what a program is started with holds no secret', async () => {
    const folder = newFolder();
    const seen = join(folder, 'seen');
    writeFileSync(join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s' "$*" > '${seen}'\n`);
    chmodSync(join(folder, 'xdg-open'), 0o700);
    vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
    vi.stubEnv('DISPLAY', ':0');
    expect(await openBrowser(ADDRESS, folder)).toBe(true);
    const page = join(folder, 'open-duidu.html');
    expect(readFileSync(seen, 'utf8')).toBe(`file://${page}`);
    expect(statSync(page).mode & 0o777).toBe(0o600);
    expect(readFileSync(page, 'utf8')).toContain(ADDRESS);
    await forgetOpeningPage(folder);
    expect(existsSync(page)).toBe(false);
  });

  it('or not, where the file cannot be written or there is no screen', async () => {
    vi.stubEnv('DISPLAY', ':0');
    expect(await openBrowser(ADDRESS, join(newFolder(), 'not there'))).toBe(false);
    vi.stubEnv('DISPLAY', '');
    vi.stubEnv('WAYLAND_DISPLAY', '');
    expect(await openBrowser(ADDRESS, newFolder())).toBe(false);
  });
});

it('the page that leads to the desk holds its address as text', () => {
  expect(openingPage('http://x/"><script>&')).not.toContain('<script>');
});
