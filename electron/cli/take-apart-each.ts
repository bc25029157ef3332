import { resolve } from 'node:path';
import type { Result } from '@shared/contracts/results.ts';
import { openReaders } from '../readers/file-readers.ts';
import { type InputFile, readInputs } from '../readers/read-inputs.ts';
import type { ReadingJob } from '../readers/reading-job.ts';
import type { CommandIo } from './command.ts';

export interface TakenApart {
  readonly input: InputFile;
  /** The one answer of its form, in UTF-8. */
  readonly read: Result<Uint8Array>;
}

/** Reads the files of each path in their order, folders and archives opened, in a process of its own. */
export async function* takeApartEach(
  order: {
    readonly paths: readonly string[];
    readonly publishedOn?: string | undefined;
    /** For one file; 0 for no limit. */
    readonly seconds: number;
    readonly form: Extract<ReadingJob['form'], 'document' | 'compared'>;
  },
  io: CommandIo,
): AsyncGenerator<TakenApart> {
  const { paths, publishedOn, seconds, form } = order;
  const readers = openReaders(io.startReader, { jobs: 1, seconds });
  try {
    for (const path of paths)
      for await (const input of readInputs(resolve(io.cwd, path))) {
        const { name, content, origin } = input;
        const about = { name, ...(origin ? { origin } : {}), ...(publishedOn ? { publishedOn } : {}) };
        const read = content.ok ? await readers.read({ ...about, bytes: content.value, form }) : content;
        yield { input, read: read.ok ? { ...read, value: read.value[0]![1] } : read };
      }
  } finally {
    readers.close();
  }
}
