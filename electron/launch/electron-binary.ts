import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the `electron` package keeps its program, if it has been fetched; asking fetches nothing. */
export function findElectron(
  appFolder: string,
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const folder = join(appFolder, 'node_modules/electron');
  try {
    const program = readFileSync(join(folder, 'path.txt'), 'utf8');
    const path = join(env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist'), program);
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}
