import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../vault/disk-failure.ts';
import { nameOutput, type OutputName, readOutputName } from '../output-names.ts';

/** The outputs of a source that a data set takes. */
export interface TakenSource {
  readonly sha256: string;
  /** File names in `sources`, one for each name that the bytes go by, in their order. */
  readonly rows: readonly string[];
}

/** Says that two states of a source are the same: names follow from all that bears on its rows. */
export const signatureOf = ({ rows }: TakenSource): string => rows.map((name) => name.slice(65)).join(' ');

/**
 * Sources of one shard, by hash. Of several versions the one that is asked for stands, else the last by its name;
 * what was read goes before what was not, NDJSON before Parquet.
 * @param stages the version that is asked for.
 */
export async function listTaken(outputs: string, shard: string, stages: string): Promise<TakenSource[]> {
  const bySource = new Map<string, OutputName[]>();
  for (const name of await listNames(join(outputs, 'sources', shard))) {
    const output = readOutputName(name);
    if (output?.called != null) bySource.set(output.sha256, [...(bySource.get(output.sha256) ?? []), output]);
  }
  return [...bySource]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sha256, outputsOf]) => ({ sha256, rows: choose(outputsOf, stages) }));
}

function choose(found: readonly OutputName[], stages: string): string[] {
  const rank = (output: OutputName): string =>
    [
      output.stages === stages ? 1 : 0,
      output.stages,
      output.isUnread ? 0 : 1,
      output.form === 'ndjson' ? 1 : 0,
    ].join(' ');
  const best = found.map(rank).sort().at(-1);
  return found
    .filter((output) => rank(output) === best)
    .map(nameOutput)
    .sort();
}

/** What lies in a folder; nothing where there is none. */
export async function listNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
