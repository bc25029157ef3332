/**
 * Fetches Electron's program with the `electron` package's own installer, which checks it against the
 * checksums that came with the package. Without it the project still builds, tests and runs in the browser,
 * so a machine that cannot have it is told in one line and nothing fails.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { findElectron } from './electron-binary.ts';

const TIME_LIMIT_MS = 60_000;
const WITHOUT = 'npm start opens Duidu in the browser. To try again: npm run get:electron';

const appFolder = resolve(import.meta.dirname, '../..');

function install(): Promise<string | null> {
  const installer = resolve(appFolder, 'node_modules/electron/install.js');
  return new Promise((settle) => {
    const child = spawn(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      complaint = `no answer in ${TIME_LIMIT_MS / 1000} seconds`;
    }, TIME_LIMIT_MS);
    child.once('error', (error) => settle(error.message));
    child.once('close', (code) => {
      clearTimeout(limit);
      settle(code === 0 ? null : (complaint.split('\n', 1)[0] ?? ''));
    });
  });
}

if (findElectron(appFolder, process.env)) {
  console.log('Electron is there.');
} else if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) {
  console.log(`Electron was not fetched (ELECTRON_SKIP_BINARY_DOWNLOAD): ${WITHOUT}`);
} else {
  const complaint = await install();
  console.log(
    complaint === null && findElectron(appFolder, process.env)
      ? 'Electron was fetched and its checksum is right: npm start opens the desktop application.'
      : `Electron could not be fetched (${complaint ?? 'its program is missing'}): ${WITHOUT}`,
  );
}
