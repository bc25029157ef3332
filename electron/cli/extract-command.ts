import { SECONDS_A_FILE } from '../readers/file-readers.ts';
import { type Command, type CommandIo, type ExitCode, WrongUse } from './command.ts';
import { readCount } from './count-option.ts';
import { extractInto } from './extract-into.ts';
import { readPublished } from './published-option.ts';
import { readOptions } from './read-options.ts';
import { failedFile } from './report-failure.ts';
import { takeApartEach } from './take-apart-each.ts';

export const extractCommand: Command = {
  name: 'extract',
  usage: [
    'duidu extract FILE|FOLDER|ARCHIVE… [--published YYYY[-MM[-DD]]] [--format ndjson|json] [--time-limit SECONDS]',
    'duidu extract --files-from FILE|- --out DIR [--form ndjson|parquet] [--jobs N] [--published …] [--time-limit SECONDS]',
  ].join('\n'),
  summary: `Takes pages apart, also those in folders and archives, and prints their articles, facts, names and quotations, one document a line; with --out, lays them in a folder, a file a source and table, and prints what became of each file. A file that takes longer than the time limit (${SECONDS_A_FILE} seconds; 0 for none) is named, and the others go on.`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, OPTIONS);
    const limit = values['time-limit'];
    const order = {
      paths: positionals,
      publishedOn: readPublished(values.published),
      seconds: limit === undefined ? SECONDS_A_FILE : readCount('--time-limit', limit),
    };
    const filesFrom = values['files-from'];
    if (positionals.length === 0 && filesFrom === undefined) throw new WrongUse('name at least one file');
    if (values.out !== undefined) {
      if (values.format !== undefined) throw new WrongUse('--out takes --form, not --format');
      const { out, form, jobs } = values;
      return await extractInto({ ...order, filesFrom, out, form, jobs }, io);
    }
    if (filesFrom !== undefined || values.form !== undefined || values.jobs !== undefined)
      throw new WrongUse('--files-from, --form and --jobs go with --out DIR');
    const format = values.format ?? 'ndjson';
    if (format !== 'ndjson' && format !== 'json') throw new WrongUse(`no format ${format}`);
    return await print({ ...order, format }, io);
  },
};

interface PrintOrder {
  readonly paths: readonly string[];
  readonly publishedOn: string | undefined;
  readonly seconds: number;
  readonly format: 'ndjson' | 'json';
}

/** Prints the document of each file, in their order. */
async function print({ format, ...order }: PrintOrder, io: CommandIo): Promise<ExitCode> {
  let failed = false;
  const documents: string[] = [];
  const answer = async (document: string): Promise<void> => {
    if (format === 'ndjson') await io.print(document);
    else documents.push(document);
  };
  for await (const { input, read } of takeApartEach({ ...order, form: 'document' }, io)) {
    if (!read.ok) failed = true;
    await answer(read.ok ? new TextDecoder().decode(read.value) : failedFile('extract', input, read, io));
  }
  if (format === 'json')
    await io.print(
      JSON.stringify(
        documents.map((document) => JSON.parse(document)),
        null,
        2,
      ),
    );
  return failed ? 1 : 0;
}

const OPTIONS = {
  allowPositionals: true,
  options: {
    published: { type: 'string' },
    format: { type: 'string' },
    'time-limit': { type: 'string' },
    'files-from': { type: 'string' },
    out: { type: 'string' },
    form: { type: 'string' },
    jobs: { type: 'string' },
  },
} as const;
