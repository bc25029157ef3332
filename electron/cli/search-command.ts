import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { BodyIndex } from '@shared/search/body-index.ts';
import { readSearchKnowledge } from '@shared/search/knowledge.ts';
import { parseQuery } from '@shared/search/query/parse-query.ts';
import type { ParsedQuery } from '@shared/search/query/parsed-query.ts';
import type { SearchAnswer, SearchHit } from '@shared/search/search-index.ts';
import { openKnowledgeFiles } from '../knowledge/load-knowledge.ts';
import { folderSegmentStore } from '../search/folder-segment-store.ts';
import { FolderTexts } from '../search/folder-texts.ts';
import { failureOfFile } from '../vault/disk-failure.ts';
import { type Command, type CommandIo, type ExitCode, WrongUse } from './command.ts';
import { readCount } from './count-option.ts';
import { INDEX_FOLDER, TEXTS_FOLDER } from './index-command.ts';
import { readOptions } from './read-options.ts';
import { reportFailure } from './report-failure.ts';

/** Hits that are printed for a person who sets no limit. */
const PRINTED = 20;
const SNIPPETS = 10;

interface SearchRequest {
  readonly query: string | null;
  readonly queries: string | null;
  readonly index: string;
  readonly limit: number | null;
  readonly snippets: number;
  readonly json: boolean;
}

interface TimedAnswer extends SearchAnswer {
  readonly query: string;
  /** From the query as typed to the documents in their order, before any passage of them is read. */
  readonly ms: number;
}

export const searchCommand: Command = {
  name: 'search',
  usage: [
    'duidu search QUERY --index DIR [--limit N] [--snippets N] [--json]',
    'duidu search --queries FILE --index DIR --json [--limit N] [--snippets N]',
  ].join('\n'),
  summary: 'Finds documents of an index; with --queries, one query a line in and one JSON line out.',
  async run(args, io) {
    const request = parse(args);
    const index = await openIndex(resolve(io.cwd, request.index), io);
    if (!index.ok) return fail(index, request.index, io);
    for (const damage of index.value.damage) reportFailure(io, 'search', request.index, damage);
    const queries = await readQueries(request, io);
    if (!queries.ok) return fail(queries, request.queries ?? '', io);
    for (const query of queries.value) {
      const answer = await answerQuery(index.value, query, request);
      if (request.json) await io.print(JSON.stringify(toJson(answer)));
      else await printForPerson(answer, io);
    }
    return index.value.damage.length > 0 ? 1 : 0;
  },
};

async function openIndex(folder: string, io: CommandIo): Promise<Result<BodyIndex>> {
  const knowledge = readSearchKnowledge(openKnowledgeFiles(io.resources));
  try {
    const texts = FolderTexts.open(join(folder, TEXTS_FOLDER));
    const store = folderSegmentStore(join(folder, INDEX_FOLDER));
    return success(await BodyIndex.open(store, texts, knowledge));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return failure('index-missing', { folder });
    throw error;
  }
}

async function readQueries({ query, queries }: SearchRequest, io: CommandIo): Promise<Result<string[]>> {
  if (queries === null) return success([query as string]);
  try {
    const text = await readFile(resolve(io.cwd, queries), 'utf8');
    // Every line is answered, an empty one too, so that answers stand in the order of the questions.
    return success(
      text
        .replace(/^\ufeff/, '')
        .replace(/\r?\n$/, '')
        .split(/\r?\n/),
    );
  } catch (error) {
    return failureOfFile(error);
  }
}

async function answerQuery(
  index: BodyIndex,
  query: string,
  { limit, snippets, json }: SearchRequest,
): Promise<TimedAnswer> {
  const most = limit ?? (json ? null : PRINTED);
  const start = performance.now();
  const parsed = withoutLibrary(parseQuery(query));
  const found = await index.find(parsed, most === null ? {} : { limit: most });
  const ms = performance.now() - start;
  if (!found) throw new Error('a search that nobody stops was stopped');
  const hits = await index.describe(found, { marks: found.documents.length, snippets });
  return { query, ms, hits, exactCount: found.exactCount, problems: parsed.problems };
}

/** An index of texts knows no facts and no names: what asks for them is looked for as words, and reported. */
function withoutLibrary({ words, fields, values, problems }: ParsedQuery): ParsedQuery {
  const asWords = [
    ...fields.map(({ value, isExcluded, start, end }) => ({ text: value, isExcluded, start, end })),
    ...values.map(({ text, start, end }) => ({ text, isExcluded: false, start, end })),
  ];
  return {
    words: [...words, ...asWords.map((word) => ({ ...word, isPhrase: false, inTitle: false }))],
    fields: [],
    values: [],
    problems: [
      ...problems,
      ...asWords.map(({ start, end }) => ({ reason: 'not-in-this-index', start, end }) as const),
    ],
  };
}

const toJson = ({ query, ms, hits, exactCount, problems }: TimedAnswer) => ({
  query,
  ms: Number(ms.toFixed(3)),
  exactCount,
  ...(problems.length > 0 ? { problems } : {}),
  hits: hits.map(({ id, score, exact, marks, titleMarks, snippets }) => ({
    id,
    score: Number(score.toFixed(4)),
    exact,
    ...(snippets.length > 0 ? { snippet: joinPassages(snippets) } : {}),
    marks,
    ...(titleMarks.length > 0 ? { titleMarks } : {}),
  })),
});

const joinPassages = (snippets: SearchHit['snippets']): string =>
  snippets.map(({ text }) => text).join(' … ');

async function printForPerson({ hits, exactCount, problems, ms }: TimedAnswer, io: CommandIo): Promise<void> {
  for (const { reason, start, end } of problems) io.report(`query ${start}–${end}: ${reason}`);
  io.report(`${exactCount} exact, ${hits.length} shown, ${ms.toFixed(1)} ms`);
  for (const { id, exact, snippets } of hits)
    await io.print(`${exact ? '=' : '~'} ${id}\t${joinPassages(snippets).replaceAll(/\s+/g, ' ')}`);
}

function fail(reason: Failure, place: string, io: CommandIo): ExitCode {
  reportFailure(io, 'search', place, reason);
  return 1;
}

function parse(args: readonly string[]): SearchRequest {
  const parsed = readOptions(args, OPTIONS);
  const { positionals, values } = parsed;
  const query = positionals.length > 0 ? positionals.join(' ') : null;
  const queries = values.queries ?? null;
  if ((query === null) === (queries === null)) throw new WrongUse('give a query, or --queries FILE');
  if (!values.index) throw new WrongUse('say where the index is: --index DIR');
  if (queries !== null && !values.json) throw new WrongUse('--queries prints JSON: add --json');
  return {
    query,
    queries,
    index: values.index,
    limit: values.limit === undefined ? null : readCount('--limit', values.limit),
    snippets: values.snippets === undefined ? SNIPPETS : readCount('--snippets', values.snippets),
    json: values.json ?? false,
  };
}

const OPTIONS = {
  allowPositionals: true,
  options: {
    queries: { type: 'string' },
    index: { type: 'string' },
    limit: { type: 'string' },
    snippets: { type: 'string' },
    json: { type: 'boolean' },
  },
} as const;
