import { fork } from 'node:child_process';
import { failure, type Result } from '@shared/contracts/results.ts';
import type { ReaderWord, Reading, ReadingJob } from './reading-job.ts';

/** Takes files apart, one at a time, where nothing that they do reaches who asked. */
export interface Reader {
  /** Resolves once it can be given files, or has ended. */
  readonly ready: Promise<void>;
  /** A reader that ends over a file gives a failure. */
  read(job: ReadingJob): Promise<Result<Reading>>;
  isAlive(): boolean;
  /** Ends it whatever it is at. */
  end(): void;
}

/** The program of `reader-process.ts`, as built or as it stands in the sources. */
export interface ReaderProgram {
  readonly path: string;
  /** What Node needs to run it. */
  readonly nodeOptions?: readonly string[];
  readonly resources: string;
  /** Mebibytes of JavaScript's heap that it may fill. */
  readonly heapMegabytes?: number;
}

/** What V8 keeps beside its heap and the bytes of a file add up to some 300 more. */
const HEAP_MEGABYTES = 1024;

/** How V8 ends a process whose heap is full; the system does it with SIGKILL. */
const OUT_OF_MEMORY: readonly (NodeJS.Signals | number)[] = ['SIGABRT', 'SIGKILL', 'SIGTRAP', 134];

/** A reader in a process of its own: memory that it fills, and an error in the engine itself, end it alone. */
export function forkReader({
  path,
  nodeOptions = [],
  resources,
  heapMegabytes = HEAP_MEGABYTES,
}: ReaderProgram): Reader {
  const child = fork(path, [resources], {
    execArgv: [...nodeOptions, `--max-old-space-size=${heapMegabytes}`],
    serialization: 'advanced',
    // What V8 prints about a full heap says nothing of the file.
    stdio: ['ignore', 'ignore', process.env.DUIDU_DEBUG ? 'inherit' : 'ignore', 'ipc'],
  });
  let isAlive = true;
  let answer: (result: Result<Reading>) => void = () => undefined;
  let isReady: () => void = () => undefined;
  const ready = new Promise<void>((settle) => {
    isReady = settle;
  });
  const leave = (result: Result<Reading>): void => {
    isAlive = false;
    isReady();
    answer(result);
  };
  child.on('message', (word: ReaderWord) => {
    if (word.says === 'ready') isReady();
    else answer(word.result);
  });
  // It could not be started, or ended before the file reached it: neither says anything of the file.
  child.on('error', ({ message }) => leave(failure('page-unreadable', { error: message })));
  child.on('exit', (code, signal) =>
    leave(
      OUT_OF_MEMORY.includes(signal ?? code ?? 0)
        ? failure('file-too-demanding', { megabytes: heapMegabytes })
        : failure('page-unreadable', { error: `exit ${signal ?? code}` }),
    ),
  );
  return {
    ready,
    read: (job) =>
      new Promise((settle) => {
        answer = settle;
        if (isAlive) child.send(job);
        else settle(failure('page-unreadable', { error: 'ended before it began' }));
      }),
    isAlive: () => isAlive,
    end: () => {
      isAlive = false;
      child.kill('SIGKILL');
    },
  };
}
