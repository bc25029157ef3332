import type { Failure } from '@shared/contracts/results.ts';
import { describeFailure } from '../host/describe-failure.ts';
import type { InputFile } from '../readers/read-inputs.ts';
import type { CommandIo } from './command.ts';

/** A failure as a line of standard error: the command, what it befell if anything by name, its code, its words. */
export function lineOfFailure(
  command: string,
  place: string | null,
  failure: Failure,
  resources: string,
  language: 'zh' | 'en' = 'en',
): string {
  const parts = [`duidu ${command}`, place, failure.reason, describeFailure(failure, resources, language)];
  return parts.filter((part) => part !== null).join(': ');
}

export function reportFailure(
  io: CommandIo,
  command: string,
  place: string | null,
  failure: Failure,
  language: 'zh' | 'en' = 'en',
): void {
  io.report(lineOfFailure(command, place, failure, io.resources, language));
}

/** Reports a file that could not be read, and gives the object that stands for it among the answers, as JSON. */
export function failedFile(command: string, input: InputFile, failure: Failure, io: CommandIo): string {
  const { name, place, origin } = input;
  reportFailure(io, command, place, failure);
  const source = { name, ...(origin ? { origin } : {}) };
  const message = describeFailure(failure, io.resources);
  return JSON.stringify({ source, error: { code: failure.reason, message } });
}
