import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { decodeRows } from '@shared/exchange/outputs/decode-rows.ts';
import { columnsOf, OUTPUT_TABLES, type OutputTable } from '@shared/exchange/outputs/output-tables.ts';
import type { Row } from '@shared/exchange/tables.ts';
import { failureOfFile } from '../../vault/disk-failure.ts';
import { takeLock } from '../../vault/lock.ts';
import { nameOutput, readOutputName, shardOf, stagesKey } from '../output-names.ts';
import { BatchWriter, yearOf } from './batch-writer.ts';
import { listNames, listTaken, signatureOf, type TakenSource } from './list-taken.ts';
import {
  type Batch,
  DATA_SET_FORMAT,
  lockPath,
  type Manifest,
  membersFolder,
  OWN_FOLDER,
  putManifest,
  readManifest,
  settleParts,
} from './manifest.ts';
import { LineFiles, type Member, readMembers } from './members.ts';

/** Bytes at which a batch ends, by its largest part: engines read files of 100 to 500 MB best. */
const PART_BYTES = 256 * 1024 * 1024;

/** What a run did to a data set. */
export interface Compacted {
  /** Sources that came, were replaced by another version, and went. */
  readonly added: number;
  readonly replaced: number;
  readonly gone: number;
  /** Sources whose rows were written, those of small and changed batches among them. */
  readonly written: number;
  readonly manifest: Manifest;
}

/**
 * Brings a data set to what a folder of outputs holds: what is new is added, what another version replaced or what was
 * taken away is taken out. Batches that lose a source, and small ones of years that gain one, are written anew from
 * the outputs; the others stay as they are. At most a 256th of the sources, or those of one year, are held at once.
 * One run at a time works at a data set; another is refused as `data-set-locked`.
 * @throws what the disk is to blame for; the data set stays as it was.
 */
export async function compactOutputs(
  outputs: string,
  root: string,
  partBytes = PART_BYTES,
): Promise<Result<Compacted>> {
  try {
    // One that is named wrongly would look like one that everything was taken out of.
    await stat(outputs);
  } catch (error) {
    return failureOfFile(error);
  }
  const own = join(root, OWN_FOLDER);
  await mkdir(own, { recursive: true });
  const lock = await takeLock(lockPath(root), own, 'cli');
  if (!lock.ok) return failure('data-set-locked', { ...lock.detail, path: lockPath(root) });
  try {
    return await bringUp(outputs, root, partBytes);
  } finally {
    await lock.value.release();
  }
}

async function bringUp(outputs: string, root: string, partBytes: number): Promise<Result<Compacted>> {
  const known = await readManifest(root);
  if (!known.ok) return known;
  const before = known.value;
  await settleParts(root, before);
  const stages = stagesKey(undefined);
  const members = membersFolder(root, before.generation);
  const shards = [
    ...new Set([...(await listNames(join(outputs, 'sources'))), ...(await listNames(members))]),
  ].sort();
  const changes = await compare(outputs, members, stages, shards);
  if (changes.added + changes.replaced + changes.gone === 0)
    return success({ ...changes, written: 0, manifest: before });
  const dissolved = new Set(
    before.batches
      .filter(({ id, year, parts }) => {
        const largest = Math.max(0, ...parts.map(({ bytes }) => bytes));
        return changes.touched.has(id) || (changes.years.has(year) && largest < partBytes / 2);
      })
      .map(({ id }) => id),
  );

  const generation = before.generation + 1;
  const kept = await LineFiles.begin(membersFolder(root, generation));
  const todo = await LineFiles.begin(join(root, OWN_FOLDER, 'todo'));
  for (const shard of shards) {
    const old = await readMembers(members, shard);
    for (const source of await listTaken(outputs, shard, stages)) {
      const member = old.get(source.sha256);
      if (member && stands(source, member) && !dissolved.has(member.batch))
        await kept.add(shard, lineOf(source, member.batch));
      else {
        const published = await publishedOf(outputs, source);
        await todo.add(yearOf(published), JSON.stringify({ ...source, published }));
      }
    }
  }
  await todo.end();

  const batches: Batch[] = before.batches.filter(({ id }) => !dissolved.has(id));
  let next = 1 + Math.max(0, ...before.batches.map(({ id }) => Number(id)));
  let written = 0;
  for (const year of todo.names) {
    let batch: BatchWriter | null = null;
    for (const source of await readTodo(join(root, OWN_FOLDER, 'todo', year))) {
      batch ??= new BatchWriter(root, String(next++).padStart(6, '0'), year);
      await addSource(batch, outputs, source);
      await kept.add(shardOf(source.sha256), lineOf(source, batch.id));
      written++;
      if (batch.largest < partBytes) continue;
      batches.push(await batch.end());
      batch = null;
    }
    if (batch) batches.push(await batch.end());
  }
  await kept.end();
  await rm(join(root, OWN_FOLDER, 'todo'), { recursive: true, force: true });
  const manifest: Manifest = { format: DATA_SET_FORMAT, generation, batches };
  await putManifest(root, manifest);
  return success({ ...changes, written, manifest });
}

interface Changes {
  readonly added: number;
  readonly replaced: number;
  readonly gone: number;
  /** Batches that hold what was replaced or went. */
  readonly touched: ReadonlySet<string>;
  /** Years of what came. */
  readonly years: ReadonlySet<string>;
}

async function compare(
  outputs: string,
  members: string,
  stages: string,
  shards: readonly string[],
): Promise<Changes> {
  const counts = { added: 0, replaced: 0, gone: 0 };
  const touched = new Set<string>();
  const years = new Set<string>();
  for (const shard of shards) {
    const old = await readMembers(members, shard);
    for (const source of await listTaken(outputs, shard, stages)) {
      const member = old.get(source.sha256);
      old.delete(source.sha256);
      if (member && stands(source, member)) continue;
      years.add(yearOf(await publishedOf(outputs, source)));
      if (!member) counts.added++;
      else {
        counts.replaced++;
        touched.add(member.batch);
      }
    }
    counts.gone += old.size;
    for (const { batch } of old.values()) touched.add(batch);
  }
  return { ...counts, touched, years };
}

interface DatedSource extends TakenSource {
  readonly published: string | null;
}

const stands = (source: TakenSource, { signature }: Member): boolean => signature === signatureOf(source);

const lineOf = (source: TakenSource, batch: string): string =>
  `${source.sha256} ${batch} ${signatureOf(source)}`;

/** Sources of a year in the order of their days, so that statistics let engines skip by day. */
async function readTodo(path: string): Promise<TakenSource[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  return lines
    .map((line): DatedSource => JSON.parse(line))
    .sort(({ published: a }, { published: b }) => (a === b ? 0 : String(a) < String(b) ? -1 : 1));
}

async function addSource(batch: BatchWriter, outputs: string, source: TakenSource): Promise<void> {
  const rows = await sourceRows(outputs, source);
  const [first = null] = rows.map((row) => row[NAME] ?? null);
  const output = readOutputName(source.rows[0] ?? '');
  for (const table of OUTPUT_TABLES) {
    if (table === 'sources' || output === null || output.isUnread) continue;
    const name = columnsOf(table).findIndex((column) => column.name === 'source_name');
    const path = join(outputs, table, shardOf(source.sha256), nameOutput({ ...output, called: null }));
    for (const row of await decodeRows(table, await readFile(path), output.form))
      await batch.add(
        table,
        row.map((cell, i) => (i === name ? first : cell)),
      );
  }
  for (const row of rows) await batch.add('sources', row);
  batch.countSource();
}

const placeIn = (table: OutputTable, column: string): number =>
  columnsOf(table).findIndex(({ name }) => name === column);
const NAME = placeIn('sources', 'source_name');
const PUBLISHED = placeIn('sources', 'published');

async function publishedOf(outputs: string, source: TakenSource): Promise<string | null> {
  const [row] = await sourceRows(outputs, { ...source, rows: source.rows.slice(0, 1) });
  const published = row?.[PUBLISHED] ?? null;
  return published === null ? null : String(published);
}

/** A row for each name, in the order of the names. */
async function sourceRows(outputs: string, { sha256, rows }: TakenSource): Promise<Row[]> {
  const all: Row[] = [];
  for (const file of rows) {
    const bytes = await readFile(join(outputs, 'sources', shardOf(sha256), file));
    all.push(...(await decodeRows('sources', bytes, readOutputName(file)?.form ?? 'ndjson')));
  }
  return all.sort((a, b) => (String(a[NAME]) < String(b[NAME]) ? -1 : 1));
}
