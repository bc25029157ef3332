import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFolder } from '../outputs/read-folder.ts';
import { ask, FIVE_QUESTIONS, inOrder, type Rows } from './five-questions.ts';
import { layPages } from './made-pages.ts';
import { DUIDU, digestFolder, hasParallel, PYTHON_WITH_DASK, run } from './tools.ts';

/** Pages that the engines take apart; `DUIDU_PAGES` names another number. */
const PAGES = Number(process.env.DUIDU_PAGES ?? 2000);
/** Of `npm run test:engines` alone: each engine works for minutes. */
const isAsked = process.env.DUIDU_MODE === 'engines';
const LONG_MS = 3_600_000;

const folder = mkdtempSync(join(tmpdir(), 'duidu-engines-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let paths: string[] = [];
let plain: Record<string, string> = {};

const extract = (out: string, ...more: string[]): string[] => [
  ...DUIDU,
  ...['extract', '--files-from', '-', '--out', at(out), ...more],
];

describe.runIf(isAsked)('engines over many pages', () => {
  beforeAll(async () => {
    paths = layPages(at('pages'), PAGES);
    writeFileSync(at('list'), paths.map((path) => `${path}\n`).join(''));
    const { code, stderr } = await run(extract('plain', '--jobs', '2'), { input: paths.join('\0') });
    console.log(stderr.trim().split('\n').at(-1));
    expect(code).toBe(0);
    plain = digestFolder(at('plain'));
    expect(Object.keys(plain)).toHaveLength(PAGES * 6);
  }, LONG_MS);

  it(
    'give the same set by one worker that is killed again and again',
    async () => {
      const some = paths.slice(0, Math.min(300, PAGES));
      for (let turn = 0; turn < 6; turn++)
        await run(extract('killed', '--jobs', String(1 + (turn % 2))), {
          input: some.join('\n'),
          killAfter: 2500 + 1700 * turn,
        });
      expect((await run(extract('killed'), { input: some.join('\n') })).code).toBe(0);
      const set = digestFolder(at('killed'));
      expect(Object.keys(set)).toHaveLength(some.length * 6);
      for (const [path, hash] of Object.entries(set)) expect(plain[path]).toBe(hash);
    },
    LONG_MS,
  );

  it.skipIf(!PYTHON_WITH_DASK)(
    'give the same set under Dask, one of its workers killed and one added (skipped where it is not installed)',
    async () => {
      const script = join(import.meta.dirname, 'dask_extract.py');
      const command = [String(PYTHON_WITH_DASK), script, at('list'), at('dask'), 'ndjson', ...DUIDU];
      const { stdout, stderr, code } = await run(command);
      expect(code, stderr.slice(-2000)).toBe(0);
      const told = JSON.parse(stdout);
      console.log(`Dask: ${stdout.trim()}`);
      expect(told).toMatchObject({ tasks: Math.ceil(PAGES / 50), workers: 2, codes: [0] });
      expect(digestFolder(at('dask'))).toEqual(plain);
    },
    LONG_MS,
  );

  it.skipIf(!hasParallel)(
    'give the same set under GNU parallel, one of its jobs killed (skipped where it is not installed)',
    async () => {
      const command = ['parallel', '--will-cite', '-a', at('list'), '-N', '50', '-j', '2', '--retries', '4'];
      const job = [...DUIDU, 'extract', '--out', at('parallel'), '{}'];
      const { code, stderr } = await run([...command, ...job], { killOneAfter: 8000 });
      expect(code, stderr.slice(-2000)).toBe(0);
      expect(digestFolder(at('parallel'))).toEqual(plain);
    },
    LONG_MS,
  );

  it.each(FIVE_QUESTIONS)(
    'answer with DuckDB as loops over the rows do: $name',
    async (question) => {
      await run([...DUIDU, 'export', '--outputs', at('plain'), '--form', 'parquet', '--out', at('set')]);
      const connection = await (await DuckDBInstance.create()).connect();
      for (const table of ['facts', 'names', 'quotes', 'articles'])
        await connection.run(
          `CREATE VIEW ${table} AS SELECT * FROM read_parquet('${at('set')}/${table}/*/*.parquet', hive_partitioning = true)`,
        );
      const answer = await ask(connection, question);
      const counted = inOrder(question.count(rowsOf(at('plain'))));
      expect(answer.length).toBeGreaterThan(2);
      expect(answer).toEqual(counted);
      connection.closeSync();
    },
    LONG_MS,
  );
});

/** Every row of NDJSON outputs, by table. */
function rowsOf(root: string): Rows {
  const rows: Record<string, Record<string, string | number | null>[]> = {
    facts: [],
    names: [],
    quotes: [],
    articles: [],
  };
  for (const [path, bytes] of Object.entries(readFolder(root))) {
    const lines = Buffer.from(bytes, 'latin1').toString('utf8').split('\n');
    for (const line of lines) if (line !== '') rows[path.split('/')[0] ?? '']?.push(JSON.parse(line));
  }
  return rows as unknown as Rows;
}
