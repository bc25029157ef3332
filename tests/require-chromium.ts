/** Makes sure of a Chromium before the tests, or says in one line how to bring one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';

const isDebian = existsSync('/etc/debian_version');

function installOnDebian(): void {
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
  ]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0) return;
  }
}

if (!findChromium() && process.env.CI && isDebian && process.getuid?.() === 0) {
  console.log('No Chromium: installing chromium and fonts-noto-cjk.');
  installOnDebian();
}
if (!findChromium()) {
  const command = isDebian
    ? 'sudo apt-get install chromium fonts-noto-cjk'
    : 'npx playwright install chromium';
  console.error(`The tests need a Chromium and found none. This brings one: ${command}`);
  process.exit(1);
}
