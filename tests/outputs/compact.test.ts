import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { encodeRows, type OutputForm } from '@shared/exchange/outputs/encode-rows.ts';
import { columnsOf, OUTPUT_TABLES, type OutputTable } from '@shared/exchange/outputs/output-tables.ts';
import type { Row } from '@shared/exchange/tables.ts';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { type Compacted, compactOutputs } from '../../electron/outputs/data-set/compact.ts';
import { OutputFolder } from '../../electron/outputs/output-folder.ts';
import { readFolder } from './read-folder.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'duidu-data-set-'));

/** A source by a number: its hash, its days and its rows follow from it. */
interface MadeSource {
  readonly id: number;
  readonly isUnread?: boolean;
  /** What the rows say; another is another version of the stages. */
  readonly version?: string;
}

const hashOf = (id: number): string => id.toString(16).padStart(2, '0').repeat(32);
const dayOf = (id: number): string | null => (id % 5 === 0 ? null : `${2000 + (id % 3)}-01-0${1 + (id % 7)}`);

function rowOf(table: OutputTable, cells: Readonly<Record<string, string | number | null>>): Row {
  return columnsOf(table).map(({ name }) => cells[name] ?? null);
}

async function put(root: string, made: MadeSource, form: OutputForm = 'ndjson'): Promise<void> {
  const { id, isUnread = false, version } = made;
  const folder = new OutputFolder(root, form, version);
  const file = { name: `${id}.txt`, sha256: hashOf(id), bytes: 1 };
  if (isUnread) return await folder.putUnread(file, { ok: false, reason: 'not-text' });
  const about = { source_sha256: file.sha256, published: dayOf(id), article: `a${id}` };
  const reading: [OutputTable, Uint8Array][] = [];
  for (const table of OUTPUT_TABLES) {
    const name = table === 'sources' ? { source_name: file.name } : {};
    const rows = table === 'doubts' ? [] : [rowOf(table, { ...about, ...name, words: version ?? 'first' })];
    reading.push([table, await encodeRows(table, rows, form)]);
  }
  await folder.put(file, reading);
  await folder.close();
}

/** Rows of the data set as an engine finds them, in an order of their own. */
async function rowsIn(root: string, table: OutputTable): Promise<string[]> {
  const rows: string[] = [];
  for (const [path, content] of Object.entries(readFolder(root))) {
    if (!path.startsWith(`${table}/`)) continue;
    const file = Uint8Array.from(Buffer.from(content, 'latin1')).buffer;
    const [, year] = /year=(\w+)\//.exec(path) ?? [];
    for (const row of await parquetReadObjects({ file })) rows.push(JSON.stringify({ year, ...row }));
  }
  return rows.sort();
}

const erase = (root: string, id: number): void => {
  for (const table of OUTPUT_TABLES) {
    const folder = join(root, table, hashOf(id).slice(0, 2));
    for (const file of readdirSync(folder)) if (file.startsWith(hashOf(id))) rmSync(join(folder, file));
  }
};

async function compact(outputs: string, root: string, partBytes?: number): Promise<Compacted> {
  const done = await compactOutputs(outputs, root, partBytes);
  if (!done.ok) throw new Error(done.reason);
  return done.value;
}

const step = fc.record({
  put: fc.array(fc.record({ id: fc.nat(40), isUnread: fc.boolean() }), { maxLength: 5 }),
  replace: fc.nat(40),
  erase: fc.nat(40),
});

describe('a data set', () => {
  it('by increments holds what one made at once holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(1, 3000, 1e9),
        async (steps, partBytes) => {
          const [outputs, grown, once] = [newFolder(), newFolder(), newFolder()];
          const there = new Set<number>();
          for (const [i, { put: made, replace, erase: gone }] of steps.entries()) {
            for (const { id, isUnread } of made) {
              if (there.has(id)) continue;
              await put(outputs, { id, isUnread });
              there.add(id);
            }
            if (there.has(replace)) {
              erase(outputs, replace);
              await put(outputs, { id: replace, version: `version ${i}` });
            }
            if (there.delete(gone)) erase(outputs, gone);
            await compact(outputs, grown, partBytes);
          }
          await compact(outputs, once, partBytes);
          for (const table of OUTPUT_TABLES)
            expect(await rowsIn(grown, table)).toEqual(await rowsIn(once, table));
          expect(await rowsIn(grown, 'sources')).toHaveLength(there.size);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('keeps files as they are where nothing changed, and writes small ones together', async () => {
    const [outputs, root] = [newFolder(), newFolder()];
    for (const id of [1, 4, 7]) await put(outputs, { id });
    expect(await compact(outputs, root)).toMatchObject({ added: 3, written: 3 });
    const first = readFolder(root);
    expect(await compact(outputs, root)).toMatchObject({ added: 0, written: 0 });
    expect(readFolder(root)).toEqual(first);
    await put(outputs, { id: 13 }, 'parquet');
    expect(await compact(outputs, root)).toMatchObject({ added: 1, written: 4 });
    const facts = Object.keys(readFolder(root)).filter((path) => path.startsWith('facts/'));
    expect(facts).toEqual(['facts/year=2001/000002.parquet']);
  });

  it('is put right after a run that ended before it was through', async () => {
    const [outputs, root] = [newFolder(), newFolder()];
    await put(outputs, { id: 1 });
    await compact(outputs, root);
    await put(outputs, { id: 2 });
    writeFileSync(join(root, 'facts/year=2001/000099.parquet'), 'of a run that was ended');
    await compact(outputs, root);
    expect(Object.keys(readFolder(root))).not.toContain('facts/year=2001/000099.parquet');
    expect(await rowsIn(root, 'facts')).toHaveLength(2);
  });

  it('is worked at by one run at a time, whatever one that was killed has left', async () => {
    const [outputs, root] = [newFolder(), newFolder()];
    for (const id of [1, 2, 4]) await put(outputs, { id });
    const runs = await Promise.all([1, 2, 3].map(() => compactOutputs(outputs, root)));
    const refused = runs.filter((run) => !run.ok);
    expect(refused.map(({ reason }) => reason)).toEqual(['data-set-locked', 'data-set-locked']);
    expect(await rowsIn(root, 'sources')).toHaveLength(3);
    const gone = { host: 'cli', pid: 2 ** 22 + 1, machine: hostname(), processStart: null, token: 'x' };
    writeFileSync(join(root, '_duidu/lock'), JSON.stringify(gone));
    await put(outputs, { id: 3 });
    expect(await compact(outputs, root)).toMatchObject({ added: 1 });
    expect(Object.keys(readFolder(root))).not.toContain('_duidu/lock');
  });

  it('leaves what lies beside it', async () => {
    const [outputs, root] = [newFolder(), newFolder()];
    const others = ['data/train/000001.parquet', 'facts/mine/000001.parquet', 'facts/year=2001/mine.parquet'];
    for (const path of others) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), 'of somebody else');
    }
    await put(outputs, { id: 1 });
    await compact(outputs, root);
    expect(Object.keys(readFolder(root))).toEqual(expect.arrayContaining(others));
  });

  it('touches nothing in a folder that it does not know, and takes no outputs that are not there', async () => {
    const [outputs, root] = [newFolder(), newFolder()];
    await put(outputs, { id: 1 });
    await compact(outputs, root);
    const before = readFolder(root);
    expect(await compactOutputs(join(outputs, 'gone'), root)).toMatchObject({ reason: 'file-not-found' });
    writeFileSync(join(root, '_duidu/manifest.json'), JSON.stringify({ format: 'duidu/data-set@9' }));
    expect(await compactOutputs(newFolder(), root)).toMatchObject({ reason: 'data-set-unknown' });
    for (const [path, bytes] of Object.entries(readFolder(root)))
      if (!path.endsWith('manifest.json')) expect(bytes).toBe(before[path]);
  });

  it('has statistics by day in every group', async () => {
    const [outputs, root] = [newFolder(), newFolder()];
    for (const id of [1, 4, 7, 13]) await put(outputs, { id });
    await compact(outputs, root);
    const [content = ''] = Object.entries(readFolder(root)).flatMap(([path, bytes]) =>
      path.startsWith('facts/') ? [bytes] : [],
    );
    const metadata = parquetMetadata(Uint8Array.from(Buffer.from(content, 'latin1')).buffer);
    const column = metadata.row_groups[0]?.columns.find(
      ({ meta_data }) => meta_data?.path_in_schema[0] === 'published',
    );
    const days = [1, 4, 7, 13].map(dayOf).sort();
    expect(column?.meta_data?.statistics).toMatchObject({ min_value: days[0], max_value: days.at(-1) });
  });
});
