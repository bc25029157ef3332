import { inspect } from 'node:util';
import { type Failure, failure } from '@shared/contracts/results.ts';
import { failureOfDisk } from '../vault/disk-failure.ts';

/** What an error stands for that nobody expected; its stack goes to those alone who set `DUIDU_DEBUG`. */
export function failureOfUnexpected(error: unknown): Failure {
  if (process.env.DUIDU_DEBUG) process.stderr.write(`${inspect(error)}\n`);
  try {
    return failureOfDisk(error);
  } catch {
    return failure('unexpected', { name: error instanceof Error ? error.name : typeof error });
  }
}

/** Ends the program with words on an error that nobody caught. */
export function endWithWords(tell: (failure: Failure) => void, end: () => void): void {
  const hear = (error: unknown): void => {
    tell(failureOfUnexpected(error));
    end();
  };
  process.once('uncaughtException', hear);
  process.once('unhandledRejection', hear);
}

/** The owner of work on which the whole program stands: its failure is an error that nobody caught. */
export function endOnFailure(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
