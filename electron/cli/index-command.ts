import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type Failure, failure } from '@shared/contracts/results.ts';
import { extract } from '@shared/pipeline/extract.ts';
import type { Knowledge } from '@shared/pipeline/knowledge.ts';
import { BodyIndex } from '@shared/search/body-index.ts';
import { readSearchKnowledge } from '@shared/search/knowledge.ts';
import type { IndexedDocument } from '@shared/search/search-index.ts';
import { describeFailure } from '../host/describe-failure.ts';
import { loadKnowledge, openKnowledgeFiles } from '../knowledge/load-knowledge.ts';
import { sha256 } from '../knowledge/sha256.ts';
import { type InputFile, listFiles, readInputs } from '../readers/read-inputs.ts';
import { folderSegmentStore } from '../search/folder-segment-store.ts';
import { FolderTextWriter } from '../search/folder-texts.ts';
import { type Command, type CommandIo, WrongUse } from './command.ts';
import { readOptions } from './read-options.ts';
import { reportFailure } from './report-failure.ts';

/** The index proper and the words it was made of lie apart in the folder that is asked for. */
export const INDEX_FOLDER = 'index';
export const TEXTS_FOLDER = 'texts';

/** UTF-16 units of text that are indexed at once: one segment each. */
const BATCH_UNITS = 32_000_000;

/** A document of an input, or why a part of it could not be read; `place` names the part. */
type Input = { readonly document: IndexedDocument } | { readonly failure: Failure; readonly place: string };

export const indexCommand: Command = {
  name: 'index',
  usage: 'duidu index INPUT… --out DIR',
  summary:
    'Makes a search index of pages, folders and archives of pages, and .ndjson files of {"id","title","text"}; DIR is written anew.',
  async run(args, io) {
    const { inputs, out } = parse(args);
    const folder = resolve(io.cwd, out);
    await Promise.all([INDEX_FOLDER, TEXTS_FOLDER].map((part) => rm(join(folder, part), RECURSIVELY)));
    const texts = await FolderTextWriter.create(join(folder, TEXTS_FOLDER));
    const knowledge = readSearchKnowledge(openKnowledgeFiles(io.resources));
    const segments = folderSegmentStore(join(folder, INDEX_FOLDER));
    const index = await BodyIndex.open(segments, { read: async () => [] }, knowledge);
    let batch: IndexedDocument[] = [];
    let units = 0;
    let documents = 0;
    let failed = false;
    const addBatch = async () => {
      await index.add(batch);
      documents += batch.length;
      io.report(`${documents} documents`);
      batch = [];
      units = 0;
    };
    for await (const input of readDocuments(inputs, io)) {
      if ('failure' in input) {
        failed = true;
        const message = describeFailure(input.failure, io.resources);
        reportFailure(io, 'index', input.place, input.failure);
        const error = { code: input.failure.reason, message };
        await io.print(JSON.stringify({ source: { name: input.place }, error }));
        continue;
      }
      texts.add(input.document);
      batch.push(input.document);
      units += input.document.text.length;
      if (units > BATCH_UNITS) await addBatch();
    }
    await addBatch();
    await index.compact();
    texts.finish();
    return failed ? 1 : 0;
  },
};

const RECURSIVELY = { recursive: true, force: true } as const;

function parse(args: readonly string[]): { readonly inputs: readonly string[]; readonly out: string } {
  const parsed = readOptions(args, OPTIONS);
  const { positionals: inputs, values } = parsed;
  if (inputs.length === 0) throw new WrongUse('name at least one file or folder');
  if (!values.out) throw new WrongUse('say where the index goes: --out DIR');
  return { inputs, out: values.out };
}

const OPTIONS = { allowPositionals: true, options: { out: { type: 'string' } } } as const;

async function* readDocuments(paths: readonly string[], io: CommandIo): AsyncGenerator<Input> {
  let knowledge: Knowledge | null = null;
  for (const path of paths) {
    const absolute = resolve(io.cwd, path);
    const files = await listFiles(absolute);
    if (!files.ok) yield { failure: files, place: path };
    else
      for (const file of files.value) {
        if (file.endsWith('.ndjson')) yield* readLines(file);
        else {
          knowledge ??= loadKnowledge(io.resources);
          for await (const input of readInputs(file)) yield* readPage(input, knowledge);
        }
      }
  }
}

async function* readLines(file: string): AsyncGenerator<Input> {
  let line = 0;
  for await (const json of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    line++;
    if (json.trim() === '') continue;
    const document = readDocument(json);
    if (document) yield { document };
    else yield { failure: failure('document-malformed'), place: `${basename(file)}:${line}` };
  }
}

/** A missing title is an empty one; an id may be a number. */
function readDocument(json: string): IndexedDocument | null {
  try {
    const { id, title, text } = JSON.parse(json.replace(/^\ufeff/, '')) as Record<string, unknown>;
    if (typeof text !== 'string' || (typeof id !== 'string' && typeof id !== 'number')) return null;
    return { id: String(id), title: typeof title === 'string' ? title : '', text };
  } catch {
    return null;
  }
}

async function* readPage({ name: place, content }: InputFile, knowledge: Knowledge): AsyncGenerator<Input> {
  const result = content.ok
    ? await extract({ name: place, bytes: content.value }, knowledge, { sha256 })
    : content;
  if (!result.ok) {
    yield { failure: result, place };
    return;
  }
  for (const { id, title, subtitle, body, captions } of result.value.extraction.articles) {
    const text = [body.text, ...captions.map((caption) => caption.text)].join('\n');
    const headline = [title?.text, subtitle?.text].filter((part) => part !== undefined).join('\n');
    yield { document: { id, title: headline, text } };
  }
}
