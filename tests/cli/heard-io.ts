import { resolve } from 'node:path';
import type { CommandIo, ExitCode } from '../../electron/cli/command.ts';
import { run } from '../../electron/cli/main.ts';
import { loadKnowledge } from '../../electron/knowledge/load-knowledge.ts';
import { readJob } from '../../electron/readers/read-job.ts';
import type { Reader } from '../../electron/readers/reader.ts';

const RESOURCES = resolve(import.meta.dirname, '../../resources');

/** A reader without a process of its own: starting one takes seconds, and few tests are about it. */
function readHere(): Reader {
  const knowledge = loadKnowledge(RESOURCES);
  return {
    ready: Promise.resolve(),
    read: (job) => readJob(job, knowledge),
    isAlive: () => true,
    end: () => undefined,
  };
}

/** What a command said. */
export interface Heard {
  readonly code: ExitCode;
  /** Lines and bytes of standard output. */
  readonly printed: readonly string[];
  /** Lines of standard error. */
  readonly reported: readonly string[];
}

/** Runs one call of the command line in a folder and gives back what it said. */
export async function hear(
  cwd: string,
  args: readonly string[],
  { input = '', ...other }: Partial<Omit<CommandIo, 'input'>> & { readonly input?: string } = {},
): Promise<Heard> {
  const printed: string[] = [];
  const reported: string[] = [];
  const code = await run(args, {
    cwd,
    resources: RESOURCES,
    startReader: readHere,
    input: async function* () {
      yield new TextEncoder().encode(input);
    },
    print: async (line) => {
      printed.push(line);
    },
    write: async (bytes) => {
      printed.push(new TextDecoder().decode(bytes));
    },
    report: (line) => {
      reported.push(line);
    },
    ...other,
  });
  return { code, printed, reported };
}
