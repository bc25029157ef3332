import { resolve } from 'node:path';
import { describeFailure } from '../host/describe-failure.ts';
import { openReaders, SECONDS_A_FILE } from '../readers/file-readers.ts';
import { type Command, WrongUse } from './command.ts';
import { readCount } from './count-option.ts';
import { readPublished } from './published-option.ts';
import { readInputs } from './read-inputs.ts';
import { readOptions } from './read-options.ts';
import { reportFailure } from './report-failure.ts';

export const extractCommand: Command = {
  name: 'extract',
  usage:
    'duidu extract FILE|FOLDER|ARCHIVE… [--published YYYY[-MM[-DD]]] [--format ndjson|json] [--time-limit SECONDS]',
  summary: `Takes pages apart, also those in folders and archives, and prints their articles, facts, names and quotations, one document a line. A file that takes longer than the time limit (${SECONDS_A_FILE} seconds; 0 for none) is named, and the others go on.`,
  async run(args, io) {
    const { values, positionals } = readOptions(args, OPTIONS);
    const format = values.format ?? 'ndjson';
    if (positionals.length === 0) throw new WrongUse('name at least one file');
    if (format !== 'ndjson' && format !== 'json') throw new WrongUse(`no format ${format}`);
    const publishedOn = readPublished(values.published);
    const limit = values['time-limit'];
    const seconds = limit === undefined ? SECONDS_A_FILE : readCount('--time-limit', limit);
    const readers = openReaders(io.startReader, { jobs: 1, seconds });
    let failed = false;
    const documents: string[] = [];
    const answer = (document: string) =>
      format === 'ndjson' ? io.print(document) : documents.push(document);
    try {
      for (const path of positionals)
        for await (const { name, place, content, origin } of readInputs(resolve(io.cwd, path))) {
          const about = { name, ...(origin ? { origin } : {}) };
          const result = content.ok
            ? await readers.read({ ...about, bytes: content.value, ...(publishedOn ? { publishedOn } : {}) })
            : content;
          if (result.ok) {
            await answer(result.value);
          } else {
            failed = true;
            const message = describeFailure(result, io.resources);
            reportFailure(io, 'extract', place, result);
            await answer(JSON.stringify({ source: about, error: { code: result.reason, message } }));
          }
        }
    } finally {
      readers.close();
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
  },
};

const OPTIONS = {
  allowPositionals: true,
  options: {
    published: { type: 'string' },
    format: { type: 'string' },
    'time-limit': { type: 'string' },
  },
} as const;
