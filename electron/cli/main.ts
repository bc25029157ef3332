import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { PIPELINE_STAMP } from '@shared/pipeline/stamps.ts';
import { failureOfUnexpected } from '../host/unexpected.ts';
import { forkReader } from '../readers/reader.ts';
import { errorCode } from '../vault/disk-failure.ts';
import { type Command, type CommandIo, type ExitCode, OutputClosed, WrongUse } from './command.ts';
import { compareCommand } from './compare-command.ts';
import { exportCommand } from './export-command.ts';
import { extractCommand } from './extract-command.ts';
import { indexCommand } from './index-command.ts';
import { mergeCommand } from './merge-command.ts';
import { recogniseCommand } from './recognise-command.ts';
import { reportFailure } from './report-failure.ts';
import { searchCommand } from './search-command.ts';
import { vaultCommand } from './vault-command.ts';
import { verifyCommand } from './verify-command.ts';

const COMMANDS: readonly Command[] = [
  extractCommand,
  recogniseCommand,
  compareCommand,
  indexCommand,
  searchCommand,
  exportCommand,
  verifyCommand,
  mergeCommand,
  vaultCommand,
];

/** Runs one call of the command line; `args` without node and script. */
export async function run(args: readonly string[], io: CommandIo = standardIo): Promise<ExitCode> {
  try {
    return await answer(args, io);
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
    throw error;
  }
}

async function answer([name, ...rest]: readonly string[], io: CommandIo): Promise<ExitCode> {
  if (name === '--help' || name === '-h' || name === 'help') {
    await io.print(help());
    return 0;
  }
  if (name === '--version') {
    await io.print(`${versionOf(io.resources)}\n${PIPELINE_STAMP}`);
    return 0;
  }
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined) {
    io.report(name === undefined ? help() : `duidu: no command ${name}\n\n${help()}`);
    return 2;
  }
  if (rest.includes('--help')) {
    await io.print(`${command.usage}\n  ${command.summary}`);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof WrongUse) {
      io.report(`duidu ${command.name}: ${error.message}\n${command.usage}`);
      return 2;
    }
    if (error instanceof OutputClosed) throw error;
    const failure = failureOfUnexpected(error);
    reportFailure(io, command.name, null, failure);
    return 1;
  }
}

const versionOf = (resources: string): string =>
  JSON.parse(readFileSync(resolve(resources, '../package.json'), 'utf8')).version;

const help = (): string =>
  [
    'Duidu reads Chinese press pages, with no network.',
    '',
    ...COMMANDS.map((c) => `${c.usage}\n  ${c.summary}`),
    'duidu --version\n  Prints the version, and the reader and stages that results are made by.',
  ].join('\n');

const RESOURCES = resolve(import.meta.dirname, '../../resources');

/** How a stream says that nobody reads it any more, the first time and later. */
const CLOSED: readonly string[] = ['EPIPE', 'ERR_STREAM_DESTROYED'];

const writeOut = (content: string | Uint8Array): Promise<void> =>
  new Promise((done, fail) => {
    process.stdout.write(content, (error) => {
      if (error) fail(CLOSED.includes(errorCode(error)) ? new OutputClosed() : error);
      else done();
    });
  });

const standardIo: CommandIo = {
  cwd: process.cwd(),
  resources: RESOURCES,
  startReader: () =>
    forkReader({ path: resolve(import.meta.dirname, 'reader-process.js'), resources: RESOURCES }),
  input: () => process.stdin,
  print: (line) => writeOut(`${line}\n`),
  write: writeOut,
  report: (line) => {
    process.stderr.write(`${line}\n`);
  },
};
