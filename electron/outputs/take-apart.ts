import type { ErrorCode } from '@shared/contracts/error-codes.ts';
import type { Failure } from '@shared/contracts/results.ts';
import type { OutputForm } from '@shared/exchange/outputs/encode-rows.ts';
import type { FoundFile } from '@shared/exchange/outputs/output-tables.ts';
import { sha256 } from '../knowledge/sha256.ts';
import type { FileReaders } from '../readers/file-readers.ts';
import type { InputFile } from '../readers/read-inputs.ts';
import type { OutputFolder } from './output-folder.ts';

/**
 * What became of a file. `made` and `there`: its outputs are in place; `unread`: it cannot be read, and the output says
 * so; `again`: another run may read it, and nothing was put; `failed`: there were no bytes.
 */
export type Outcome = 'made' | 'there' | 'unread' | 'again' | 'failed';

/** What is told of each file. */
export interface FileReport {
  readonly place: string;
  readonly file: Pick<FoundFile, 'name' | 'origin'> & { readonly sha256?: string };
  readonly outcome: Outcome;
  readonly failure?: Failure;
}

/** Failures that depend on the machine and its load, not on the bytes alone. */
const OF_THE_MACHINE: ReadonlySet<ErrorCode> = new Set([
  'file-too-slow',
  'file-too-demanding',
  'page-unreadable',
  'cancelled',
  'too-many-open-files',
  'disk-failing',
]);

/**
 * Takes files apart into a folder, each by itself, in no order. A few more are held than are read at once, however
 * many there are.
 * @throws what the folder cannot be written for, or the inputs not be read on for.
 */
export async function takeApart(
  inputs: AsyncIterable<InputFile>,
  { folder, readers, jobs, publishedOn, form }: Surroundings,
  tell: (report: FileReport) => Promise<void>,
): Promise<void> {
  const take = async ({ name, place, content, origin }: InputFile): Promise<void> => {
    const about = { name, ...(origin ? { origin } : {}) };
    const end = (outcome: Outcome, told: Partial<FoundFile> = {}, failure?: Failure): Promise<void> =>
      tell({ place, file: { ...about, ...told }, outcome, ...(failure ? { failure } : {}) });
    if (!content.ok) return await end(isOfMachine(content) ? 'again' : 'failed', {}, content);
    const hash = await sha256(content.value);
    const file: FoundFile = { ...about, sha256: hash, bytes: content.value.length };
    const taken = await folder.find(file);
    if (taken) return await end(taken === 'read' ? 'there' : 'unread', { sha256: hash });
    const job = { ...about, bytes: content.value, form, ...(publishedOn ? { publishedOn } : {}) };
    const read = await readers.read(job);
    if (read.ok) {
      await folder.put(file, read.value);
      return await end('made', { sha256: hash });
    }
    if (isOfMachine(read)) return await end('again', { sha256: hash }, read);
    await folder.putUnread(file, read);
    return await end('unread', { sha256: hash }, read);
  };
  const underWay = new Set<Promise<void>>();
  const broken: unknown[] = [];
  try {
    for await (const input of inputs) {
      const one = take(input)
        .catch((error: unknown) => {
          broken.push(error);
        })
        .finally(() => underWay.delete(one));
      underWay.add(one);
      if (underWay.size > jobs + 1) await Promise.race(underWay);
      if (broken.length > 0) break;
    }
  } finally {
    // Also where the inputs themselves cannot be read on: what has begun is ended and told of.
    await Promise.all(underWay);
  }
  if (broken.length > 0) throw broken[0];
}

interface Surroundings {
  readonly folder: OutputFolder;
  readonly readers: FileReaders;
  readonly jobs: number;
  readonly form: OutputForm;
  readonly publishedOn?: string | undefined;
}

const isOfMachine = ({ reason }: Failure): boolean => OF_THE_MACHINE.has(reason);
