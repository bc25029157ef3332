import { resolve } from 'node:path';
import { toExtractDocument } from '@shared/exchange/extract-document.ts';
import { gatherTables } from '@shared/facts/gather-tables.ts';
import { extract } from '@shared/pipeline/extract.ts';
import { describeFailure } from '../host/describe-failure.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { sha256 } from '../knowledge/sha256.ts';
import { type Command, WrongUse } from './command.ts';
import { readPublished } from './published-option.ts';
import { readInputs } from './read-inputs.ts';
import { readOptions } from './read-options.ts';
import { reportFailure } from './report-failure.ts';

export const extractCommand: Command = {
  name: 'extract',
  usage: 'duidu extract FILE|FOLDER|ARCHIVE… [--published YYYY[-MM[-DD]]] [--format ndjson|json]',
  summary:
    'Takes pages apart, also those in folders and archives, and prints their articles, facts, names and quotations, one document a line.',
  async run(args, io) {
    const { values, positionals } = readOptions(args, OPTIONS);
    const format = values.format ?? 'ndjson';
    if (positionals.length === 0) throw new WrongUse('name at least one file');
    if (format !== 'ndjson' && format !== 'json') throw new WrongUse(`no format ${format}`);
    const publishedOn = readPublished(values.published);
    const knowledge = loadKnowledge(io.resources);
    let failed = false;
    const documents: unknown[] = [];
    const answer = (document: unknown) =>
      format === 'ndjson' ? io.print(JSON.stringify(document)) : documents.push(document);
    for (const path of positionals)
      for await (const { name, place, content, origin } of readInputs(resolve(io.cwd, path))) {
        const result = content.ok
          ? await extract(
              {
                name,
                bytes: content.value,
                ...(publishedOn ? { description: { publishedOn } } : {}),
                ...(origin ? { origin } : {}),
              },
              knowledge,
              { sha256 },
            )
          : content;
        if (result.ok) {
          const { extraction, text } = result.value;
          await answer(toExtractDocument(extraction, text, gatherTables(extraction.facts)));
        } else {
          failed = true;
          const message = describeFailure(result, io.resources);
          reportFailure(io, 'extract', place, result);
          await answer({
            source: { name, ...(origin ? { origin } : {}) },
            error: { code: result.reason, message },
          });
        }
      }
    if (format === 'json') await io.print(JSON.stringify(documents, null, 2));
    return failed ? 1 : 0;
  },
};

const OPTIONS = {
  allowPositionals: true,
  options: { published: { type: 'string' }, format: { type: 'string' } },
} as const;
