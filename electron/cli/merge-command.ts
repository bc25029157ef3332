import { resolve } from 'node:path';
import type { Failure } from '@shared/contracts/results.ts';
import type { MergeReport } from '@shared/exchange/carry/take-library.ts';
import { mergeLibrary } from '../exchange/merge-library.ts';
import { failureOfFile } from '../vault/disk-failure.ts';
import { decideVaultPath } from '../vault/location.ts';
import { Vault } from '../vault/vault.ts';
import { type Command, WrongUse } from './command.ts';
import { readOptions } from './read-options.ts';
import { reportFailure } from './report-failure.ts';

export const mergeCommand: Command = {
  name: 'merge',
  usage: 'duidu merge LIBRARY.duidu [--vault DIR] [--rehearse] [--json]',
  summary:
    'Takes a library from another machine into a vault, or into a new one; --rehearse only says what would change.',
  async run(args, io) {
    const { path, vault, rehearse, json } = parse(args);
    const folder = decideVaultPath({
      option: vault,
      env: process.env,
      platform: process.platform,
      cwd: io.cwd,
    });
    const fail = (place: string, failure: Failure): 1 => {
      reportFailure(io, 'merge', place, failure);
      return 1;
    };
    const opened = await Vault.open({ path: folder, host: 'cli' });
    if (!opened.ok) return fail(folder, opened);
    try {
      const merged = await mergeLibrary(resolve(io.cwd, path), opened.value, rehearse);
      if (!merged.ok) return fail(path, merged);
      if (json) await io.print(JSON.stringify({ vault: folder, rehearsed: rehearse, ...merged.value }));
      else for (const line of tell(merged.value, rehearse)) await io.print(line);
      return merged.value.damaged.length > 0 ? 1 : 0;
    } catch (error) {
      return fail(path, failureOfFile(error));
    } finally {
      await opened.value.close();
    }
  },
};

function tell(report: MergeReport, isRehearsal: boolean): string[] {
  const { acts, originals, conflicts, differing, damaged, erased, settings } = report;
  return [
    `${isRehearsal ? 'would take' : 'took'} ${acts} steps and ${originals} originals`,
    ...(settings ? ['settings too, since there were none'] : []),
    ...(erased.length > 0 ? [`erased on the other side, and here too: ${erased.length}`] : []),
    ...conflicts.map(
      ({ about, stands }) =>
        `both changed ${about}: ${stands === 'mine' ? 'this vault’s' : 'the file’s'} is later and stands`,
    ),
    ...differing.map((id) => `step ${id} differs; this vault’s is kept`),
    ...damaged.map((part) => `damaged in the file: ${part}`),
  ];
}

function parse(args: readonly string[]) {
  const parsed = readOptions(args, OPTIONS);
  const [path, ...rest] = parsed.positionals;
  if (path === undefined || rest.length > 0) throw new WrongUse('name one library file');
  const { vault, rehearse = false, json = false } = parsed.values;
  return { path, vault, rehearse, json };
}

const OPTIONS = {
  allowPositionals: true,
  options: { vault: { type: 'string' }, rehearse: { type: 'boolean' }, json: { type: 'boolean' } },
} as const;
