import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export interface LocationHints {
  /** What `--vault` named, relative to `cwd`. */
  readonly option?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly cwd: string;
}

/** The one place that decides where the vault lies: `--vault`, `DUIDU_VAULT`, else the system's data folder. */
export function decideVaultPath({ option, env, platform, cwd }: LocationHints): string {
  const named = option || env.DUIDU_VAULT;
  if (named) return resolve(cwd, named);
  const home = homedir();
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Duidu', 'vault');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Duidu', 'vault');
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'duidu', 'vault');
}
