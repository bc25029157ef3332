import type { Reader } from '../readers/reader.ts';

/** Where a command reads and writes; standard streams in real use. */
export interface CommandIo {
  readonly cwd: string;
  readonly resources: string;
  /** A process that takes files apart. */
  startReader(): Reader;
  /** Standard input, as it comes. */
  input(): AsyncIterable<Uint8Array>;
  /** One line to standard output; resolves once it is taken. */
  print(line: string): Promise<void>;
  /** Bytes to standard output, as they are; resolves once they are taken. */
  write(bytes: Uint8Array): Promise<void>;
  /** One line to standard error. */
  report(line: string): void;
}

/**
 * 0: everything was read. 1: something failed and was named. 2: wrong use. 75 (EX_TEMPFAIL of sysexits.h): something
 * was left undone that another run may do.
 */
export type ExitCode = 0 | 1 | 2 | 75;

export interface Command {
  readonly name: string;
  /** Lines of the help text: how to call it, then what it does. */
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[], io: CommandIo): Promise<ExitCode>;
}

/** A call that the person got wrong; its message is shown with the command's usage. */
export class WrongUse extends Error {}

/** Whoever reads standard output wants no more of it, as `head` does. */
export class OutputClosed extends Error {}
