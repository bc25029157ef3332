/** Runs the journeys on Electron's own program where there is one, and says so where there is none. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { findElectron } from '../electron/launch/electron-binary.ts';

const root = resolve(import.meta.dirname, '..');
const electron = findElectron(root, process.env);
if (!electron) {
  console.log('Electron is not installed, so nothing was run on it. To fetch it: npm run get:electron');
  process.exit(0);
}
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
const args = [vitest, 'run', '--config', 'tests/vitest.config.ts', '--project', 'journeys'];
const env = { ...process.env, DUIDU_ELECTRON: electron };
const { status } = spawnSync(process.execPath, [...args, ...process.argv.slice(2)], {
  cwd: root,
  env,
  stdio: 'inherit',
});
process.exit(status ?? 1);
