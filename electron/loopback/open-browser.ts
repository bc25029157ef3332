import { spawn } from 'node:child_process';

/** Opens an address in the person's browser. @returns false where there is no way to. */
export function openBrowser(address: string): Promise<boolean> {
  const [command, args] = openingCommand(address);
  if (command === null) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
    child.unref();
  });
}

function openingCommand(address: string): readonly [string | null, readonly string[]] {
  if (process.platform === 'darwin') return ['open', [address]];
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]];
  const hasScreen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return [hasScreen ? 'xdg-open' : null, [address]];
}
