import { resolve } from 'node:path';
import { compactOutputs } from '../outputs/data-set/compact.ts';
import { failureOfFile } from '../vault/disk-failure.ts';
import { type CommandIo, type ExitCode, WrongUse } from './command.ts';
import { exitOf } from './exit-of.ts';
import { readOptions } from './read-options.ts';
import { reportFailure } from './report-failure.ts';

/** Whether a call of `duidu export` is about outputs of `duidu extract`. */
export const takesOutputs = (args: readonly string[]): boolean =>
  args.some((arg) => arg === '--outputs' || arg.startsWith('--outputs='));

/** Brings a data set in a folder to what a folder of outputs holds, and prints what changed as JSON. */
export async function exportOutputs(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { outputs = '', form, out } = readOptions(args, OPTIONS).values;
  if (form !== 'parquet') throw new WrongUse('--outputs takes --form parquet');
  if (out === undefined || outputs === '')
    throw new WrongUse('name the outputs, and the data set with --out');
  try {
    const done = await compactOutputs(resolve(io.cwd, outputs), resolve(io.cwd, out));
    if (!done.ok) {
      reportFailure(io, 'export', done.reason === 'file-not-found' ? outputs : out, done);
      return exitOf(done);
    }
    const { added, replaced, gone, written, manifest } = done.value;
    const parts = manifest.batches.flatMap((batch) => batch.parts);
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    const { generation } = manifest;
    await io.print(
      JSON.stringify({ generation, added, replaced, gone, written, files: parts.length, bytes }),
    );
    return 0;
  } catch (error) {
    const failure = failureOfFile(error, 'write');
    reportFailure(io, 'export', String(failure.detail?.path || out), failure);
    return exitOf(failure);
  }
}

const OPTIONS = {
  options: { outputs: { type: 'string' }, form: { type: 'string' }, out: { type: 'string' } },
} as const;
