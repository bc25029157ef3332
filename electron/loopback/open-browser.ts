import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A page in the vault's folder, for the person alone, that leads to the desk. */
const OPENING_PAGE = 'open-duidu.html';

/**
 * Opens an address in the person's browser. What a program is started with can be read by everybody on the
 * machine, and the address holds a secret: the browser is given the name of a file that leads there.
 * @returns false where there is no way to
 */
export async function openBrowser(address: string, folder: string): Promise<boolean> {
  const page = join(folder, OPENING_PAGE);
  const [command, args] = openingCommand(pathToFileURL(page).href);
  if (command === null) return false;
  try {
    await rm(page, { force: true });
    await writeFile(page, openingPage(address), { mode: 0o600, flag: 'wx' });
  } catch {
    return false;
  }
  return await new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
    child.unref();
  });
}

/** The page leads nowhere once its host has ended. */
export async function forgetOpeningPage(folder: string): Promise<void> {
  await rm(join(folder, OPENING_PAGE), { force: true });
}

/** Needs no script; a person whose browser does not follow it presses the link. */
export function openingPage(address: string): string {
  const escaped = address.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return [
    '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">',
    `<meta http-equiv="refresh" content="0;url=${escaped}">`,
    `<title>Duidu</title><a href="${escaped}">Duidu 对读</a>`,
    '',
  ].join('\n');
}

function openingCommand(address: string): readonly [string | null, readonly string[]] {
  if (process.platform === 'darwin') return ['open', [address]];
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]];
  const hasScreen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return [hasScreen ? 'xdg-open' : null, [address]];
}
