import type { Failure } from '@shared/contracts/results.ts';
import type { ArchiveOrigin, SourceHash } from '@shared/model/source.ts';
import { Dexie, type Table } from 'dexie';

export type ImportStep =
  | 'waiting'
  | 'inspecting'
  /** An archive, whose files are being laid in the queue. */
  | 'unpacking'
  | 'keeping'
  /** The host is gone; it goes on when the host is back. */
  | 'held'
  | 'deriving'
  | 'done'
  /** An archive: its files stand in the list. */
  | 'unpacked'
  /** The same bytes are on the shelf already. */
  | 'known'
  /** The same page is, in another encoding or with other line ends; nothing of this file is kept. */
  | 'twin'
  | 'failed'
  /** Its original is kept and on the shelf, but it could not be read. */
  | 'unread'
  | 'stopped';

export interface ImportEntry {
  readonly id: number;
  readonly name: string;
  /** Where it was found, from the folder or archive that the person gave; its name where it was given itself. */
  readonly path: string;
  readonly size: number;
  readonly step: ImportStep;
  readonly failure: Failure | null;
  readonly source: SourceHash | null;
  readonly articles: number;
  readonly facts: number;
  /** Id of the first article, to open it; of a twin, that of the page that is there. */
  readonly firstArticle: string | null;
  /** Name of the page that is there, for a twin. */
  readonly twin: string | null;
  /** The person wants it beside its twin. */
  readonly takesTwin: boolean;
  /** The entry of the archive that it came out of, and that of the outermost one. */
  readonly parent: number | null;
  readonly root: number | null;
  /** Archives around it. */
  readonly depth: number;
  readonly origin: ArchiveOrigin | null;
  /** Files of an archive. */
  readonly files: number;
  /** Its bytes are in the queue, so that it can be tried again. */
  readonly hasBytes: boolean;
}

/** A file to be put in the queue, with its bytes; none where it was refused before. */
export interface QueuedFile {
  readonly entry: Omit<ImportEntry, 'id'>;
  readonly content: Blob | null;
}

/** The files that come in, through every end of page, host and machine: those that wait, and how the others went. */
export interface ImportQueue {
  /** Whether this page may go on with what is in the queue: one of all pages of a library may, until it is closed. */
  claim(): Promise<boolean>;
  /** Oldest first. */
  read(): Promise<readonly ImportEntry[]>;
  /** Files that came out of an archive, of its own level alone. */
  readFilesOf(archive: number): Promise<readonly ImportEntry[]>;
  /** Number and bytes of all files that came out of an archive and those within it. */
  measure(root: number): Promise<{ readonly files: number; readonly bytes: number }>;
  get(id: number): Promise<ImportEntry | undefined>;
  /** @returns their ids, in the same order. */
  add(files: readonly QueuedFile[]): Promise<readonly number[]>;
  put(entry: ImportEntry): Promise<void>;
  content(id: number): Promise<Blob | null>;
  forgetContent(id: number): Promise<void>;
  remove(ids: readonly number[]): Promise<void>;
  isPaused(): Promise<boolean>;
  setPaused(isPaused: boolean): Promise<void>;
  close(): void;
}

/**
 * A database of its own for each library, so that dropping derived rows never touches it. It has one version: rows
 * of another shape would be another database. Contents stand apart, so that reading the list loads none.
 */
export function openImportQueue(library: string): ImportQueue {
  const database = new Dexie(`${library} imports`);
  database.version(1).stores({ entries: '++id, parent, root', contents: 'id', state: 'key' });
  const entries: Table<ImportEntry, number, Omit<ImportEntry, 'id'>> = database.table('entries');
  const contents: Table<{ readonly id: number; readonly content: Blob }, number> = database.table('contents');
  const state: Table<{ readonly key: string; readonly value: boolean }, string> = database.table('state');
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    claim: () =>
      new Promise((resolve, reject) => {
        navigator.locks
          .request(`${library} imports`, { ifAvailable: true }, (lock) => {
            resolve(lock !== null);
            return lock === null ? undefined : released;
          })
          .catch(reject);
      }),
    read: () => entries.orderBy('id').toArray(),
    readFilesOf: (archive) => entries.where('parent').equals(archive).sortBy('id'),
    measure: async (root) => {
      let [files, bytes] = [0, 0];
      await entries
        .where('root')
        .equals(root)
        .each(({ size }) => {
          files++;
          bytes += size;
        });
      return { files, bytes };
    },
    get: (id) => entries.get(id),
    add: (files) =>
      database.transaction('rw', entries, contents, async () => {
        const ids = await entries.bulkAdd(
          files.map(({ entry }) => entry),
          { allKeys: true },
        );
        await contents.bulkPut(
          files.flatMap(({ content }, i) => (content ? [{ id: ids[i] as number, content }] : [])),
        );
        return ids;
      }),
    put: async (entry) => {
      await entries.put(entry);
    },
    content: async (id) => (await contents.get(id))?.content ?? null,
    forgetContent: (id) => contents.delete(id),
    remove: (ids) =>
      database.transaction('rw', entries, contents, async () => {
        await entries.bulkDelete([...ids]);
        await contents.bulkDelete([...ids]);
      }),
    isPaused: async () => (await state.get('paused'))?.value ?? false,
    setPaused: async (value) => {
      await state.put({ key: 'paused', value });
    },
    close: () => {
      release();
      database.close();
    },
  };
}

/** An entry before anything was done with it. */
export const newEntry = (name: string, path: string, size: number): Omit<ImportEntry, 'id'> => ({
  name,
  path,
  size,
  step: 'waiting',
  failure: null,
  source: null,
  articles: 0,
  facts: 0,
  firstArticle: null,
  twin: null,
  takesTwin: false,
  parent: null,
  root: null,
  depth: 0,
  origin: null,
  files: 0,
  hasBytes: false,
});
