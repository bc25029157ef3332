import { spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import { failure, type Result, success } from '@shared/contracts/results.ts';

/**
 * Starts the application once more, on another vault and with a profile of its own, so that it is no second start of
 * this one. Its window is the person's to close.
 * @param profile this application's own.
 */
export function openLibrary(vaultPath: string, profile: string): Promise<Result<null>> {
  // Where the application is not packed, its folder is the program's first argument.
  const own = process.defaultApp ? process.argv.slice(1, 2) : [];
  const args = [
    ...process.execArgv,
    ...own,
    `--vault=${vaultPath}`,
    `--user-data-dir=${join(profile, 'beside', basename(vaultPath))}`,
  ];
  return new Promise((settle) => {
    const child = spawn(process.execPath, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => settle(failure('beside-failed', { path: vaultPath })));
    child.once('spawn', () => {
      child.unref();
      settle(success(null));
    });
  });
}
