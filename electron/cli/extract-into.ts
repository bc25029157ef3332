import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Result, success } from '@shared/contracts/results.ts';
import { OUTPUT_FORMS } from '@shared/exchange/outputs/encode-rows.ts';
import { describeFailure } from '../host/describe-failure.ts';
import { listPaths } from '../outputs/list-paths.ts';
import { OutputFolder } from '../outputs/output-folder.ts';
import { type FileReport, type Outcome, takeApart } from '../outputs/take-apart.ts';
import { openReaders } from '../readers/file-readers.ts';
import { type InputFile, readInputs } from '../readers/read-inputs.ts';
import { failureOfFile } from '../vault/disk-failure.ts';
import { type CommandIo, type ExitCode, OutputClosed, WrongUse } from './command.ts';
import { readCount } from './count-option.ts';
import { exitOf, TRY_AGAIN } from './exit-of.ts';
import { reportFailure } from './report-failure.ts';

export interface OutputOrder {
  readonly paths: readonly string[];
  /** A file that lists paths, `-` for standard input. */
  readonly filesFrom: string | undefined;
  readonly out: string;
  readonly form: string | undefined;
  readonly jobs: string | undefined;
  readonly publishedOn: string | undefined;
  readonly seconds: number;
}

/** Lays the outputs of files in a folder, and prints a line of JSON for each file. */
export async function extractInto(order: OutputOrder, io: CommandIo): Promise<ExitCode> {
  const form = OUTPUT_FORMS.find((one) => one === (order.form ?? 'ndjson'));
  if (!form) throw new WrongUse(`no form ${order.form}; one of ${OUTPUT_FORMS.join(', ')}`);
  const jobs = order.jobs === undefined ? 1 : readCount('--jobs', order.jobs);
  if (jobs === 0) throw new WrongUse('--jobs takes 1 or more');
  const { seconds, publishedOn } = order;
  const list = await openList(order.filesFrom, io);
  if (!list.ok) {
    reportFailure(io, 'extract', order.filesFrom ?? null, list);
    return exitOf(list);
  }
  const folder = new OutputFolder(resolve(io.cwd, order.out), form, publishedOn);
  const readers = openReaders(io.startReader, { jobs, seconds });
  const counts = new Map<Outcome, number>();
  const tell = async ({ place, file, outcome, failure }: FileReport): Promise<void> => {
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    const error = failure && { code: failure.reason, message: describeFailure(failure, io.resources) };
    if (failure) reportFailure(io, 'extract', place, failure);
    await io.print(JSON.stringify({ path: place, source: file, outcome, ...(error ? { error } : {}) }));
  };
  const begun = performance.now();
  try {
    await takeApart(
      listInputs(order.paths, list.value, io.cwd),
      { folder, readers, jobs, form, publishedOn },
      tell,
    );
  } catch (error) {
    if (error instanceof OutputClosed) return TRY_AGAIN;
    const failure = failureOfFile(error, 'write');
    reportFailure(io, 'extract', String(failure.detail?.path || order.out), failure);
    return exitOf(failure);
  } finally {
    readers.close();
    await folder.close().catch(() => undefined);
  }
  io.report(`duidu extract: ${summarise(counts, (performance.now() - begun) / 1000)}`);
  if (counts.has('again')) return TRY_AGAIN;
  return counts.has('unread') || counts.has('failed') ? 1 : 0;
}

type List = AsyncIterable<Uint8Array>;

/** Opened before anything is done, so that a list named wrongly is heard of at once. */
async function openList(filesFrom: string | undefined, io: CommandIo): Promise<Result<List | null>> {
  if (filesFrom === undefined) return success(null);
  if (filesFrom === '-') return success(io.input());
  try {
    return success((await open(resolve(io.cwd, filesFrom))).createReadStream());
  } catch (error) {
    return failureOfFile(error);
  }
}

async function* listInputs(
  paths: readonly string[],
  list: List | null,
  cwd: string,
): AsyncGenerator<InputFile> {
  for (const path of paths) yield* readInputs(resolve(cwd, path));
  if (list) for await (const path of listPaths(list)) yield* readInputs(resolve(cwd, path));
}

function summarise(counts: ReadonlyMap<Outcome, number>, seconds: number): string {
  const files = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const each = [...counts].sort().map(([outcome, count]) => `${count} ${outcome}`);
  const pace = `${seconds.toFixed(1)} s, ${(files / Math.max(seconds, 0.001)).toFixed(1)} a second`;
  return `${files} files in ${pace}: ${each.join(', ')}`;
}
