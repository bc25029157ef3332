import { decode } from '@shared/decode/decode.ts';
import { recogniseText } from '@shared/pipeline/recognise-text.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import type { Command } from './command.ts';
import { readPublished } from './published-option.ts';
import { readOptions } from './read-options.ts';
import { reportFailure } from './report-failure.ts';

export const recogniseCommand: Command = {
  name: 'recognise',
  usage: 'duidu recognise [--published YYYY[-MM[-DD]]] < LINES',
  summary:
    'Reads each line of standard input as one text and prints its facts, names and quotations as a line.',
  async run(args, io) {
    const published = readPublished(readOptions(args, OPTIONS).values.published) ?? null;
    const chunks: Uint8Array[] = [];
    for await (const chunk of io.input()) chunks.push(chunk);
    const bytes = new Uint8Array(Buffer.concat(chunks));
    if (bytes.length === 0) return 0;
    const decoded = decode(bytes, 'utf-8');
    if (!decoded.ok) {
      reportFailure(io, 'recognise', null, decoded);
      return 1;
    }
    const knowledge = loadKnowledge(io.resources);
    const lines = decoded.value.text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    for (const line of lines) {
      const { facts, names, quotes } = recogniseText(line, published, knowledge);
      await io.print(JSON.stringify({ facts, names, quotes }));
    }
    return 0;
  },
};

const OPTIONS = { options: { published: { type: 'string' } } } as const;
