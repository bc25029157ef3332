import { failure, type Result, success } from '@shared/contracts/results.ts';
import type { Backups } from './backups.ts';
import type { Findings } from './findings.ts';
import { parseSettings, type SettingsFile } from './settings-file.ts';

export interface SettingsToMend {
  readonly settings: SettingsFile;
  readonly backups: Backups;
  readonly findings: Findings;
  /** Runs what writes in its turn, where it can be written at all. */
  readonly inTurn: (write: () => Promise<Result<null>>) => Promise<Result<null>>;
}

/**
 * Puts the settings of the newest sound backup in the place of those that are gone or damaged; damaged ones are
 * set aside. On a disk that cannot be written they are answered all the same.
 * @returns null where no backup has any
 */
export async function mendSettings(
  { settings, backups, findings, inTurn }: SettingsToMend,
  areDamaged: boolean,
): Promise<unknown> {
  const kept = await backups.newest((backup) =>
    backup.settings && parseSettings(backup.settings) !== undefined ? backup.settings : null,
  );
  if (!areDamaged && !kept) return null;
  const mended = await inTurn(async () => {
    if (areDamaged) await settings.setAside();
    if (kept) await settings.putBack(kept);
    return success(null);
  });
  if (!mended.ok) await findings.note(mended, 'error');
  await findings.tell(failure('settings-damaged', { found: kept ? 1 : 0 }), 'warning');
  return kept ? parseSettings(kept) : null;
}
