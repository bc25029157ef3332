import { basename, resolve } from 'node:path';
import { toExtractDocument } from '@shared/exchange/extract-document.ts';
import { gatherTables } from '@shared/facts/gather-tables.ts';
import { extract } from '@shared/pipeline/extract.ts';
import { describeFailure } from '../host/describe-failure.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { sha256 } from '../knowledge/sha256.ts';
import { type Command, WrongUse } from './command.ts';
import { readPublished } from './published-option.ts';
import { readNamedFile } from './read-named-file.ts';
import { readOptions } from './read-options.ts';

export const extractCommand: Command = {
  name: 'extract',
  usage: 'duidu extract FILE… [--published YYYY[-MM[-DD]]] [--format ndjson|json]',
  summary: 'Takes pages apart and prints their articles, facts, names and quotations, one document a line.',
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
    for (const path of positionals) {
      const name = basename(path);
      const bytes = await readNamedFile(resolve(io.cwd, path));
      const result = bytes.ok
        ? await extract(
            { name, bytes: bytes.value, ...(publishedOn ? { description: { publishedOn } } : {}) },
            knowledge,
            { sha256 },
          )
        : bytes;
      if (result.ok) {
        const { extraction, text } = result.value;
        await answer(toExtractDocument(extraction, text, gatherTables(extraction.facts)));
      } else {
        failed = true;
        const message = describeFailure(result, io.resources);
        io.report(`duidu extract: ${path}: ${result.reason}: ${message}`);
        await answer({ source: { name }, error: { code: result.reason, message } });
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
