/** Opens the desktop application where it can run, else the loopback host in the person's browser. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { findElectron } from './electron-binary.ts';
import { forElectron } from './start-arguments.ts';

const appFolder = resolve(import.meta.dirname, '../..');
const electron = findElectron(appFolder, process.env);

/** Why the desktop application cannot run here; null where it can. */
function obstacle(): string | null {
  if (!electron) return 'Electron is not installed';
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'Electron does not run as root';
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no screen';
  return null;
}

const why = obstacle();
if (electron && why === null) {
  const folder = process.env.INIT_CWD ?? process.cwd();
  const child = spawn(electron, [appFolder, ...forElectron(process.argv.slice(2))], {
    cwd: folder,
    stdio: 'inherit',
  });
  child.once('exit', (code) => process.exit(code ?? 1));
} else {
  console.log(`The desktop application cannot run here (${why}): opening Duidu in the browser.`);
  await import('../loopback/main.ts');
}
