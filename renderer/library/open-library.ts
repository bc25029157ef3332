import { type Result, success } from '@shared/contracts/results.ts';
import { Library, NATIVE_VERSION } from './library.ts';
import { failureOfStorage, StorageBlocked } from './storage-failure.ts';

/** How long a page of another version may take to let go of the database. */
const LET_GO_MS = 5000;

/**
 * Opens the library. One of another schema, of another maker, or that cannot be read is dropped: everything in
 * it is derived again.
 */
export async function openLibrary(name: string): Promise<Result<Library>> {
  try {
    if (!(await isOurs(name))) await drop(name);
    return success(await openWhole(name));
  } catch (error) {
    if (error instanceof StorageBlocked) return failureOfStorage(error);
  }
  try {
    await drop(name);
    return success(await openWhole(name));
  } catch (error) {
    return failureOfStorage(error);
  }
}

/** @throws where a table cannot be read. */
async function openWhole(name: string): Promise<Library> {
  const library = new Library(name);
  try {
    await library.open();
    for (const table of library.tables) await table.limit(1).toArray();
    return library;
  } catch (error) {
    library.close();
    throw error;
  }
}

/** Whether there is none yet, or one with the tables, keys and indexes of the present schema. */
async function isOurs(name: string): Promise<boolean> {
  const existing = (await indexedDB.databases()).find((database) => database.name === name);
  if (!existing) return true;
  if (existing.version !== NATIVE_VERSION) return false;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new StorageBlocked());
  });
  try {
    const wanted = new Library(name).tables.map(
      ({ name: table, schema: { primKey, indexes } }) =>
        `${table} ${primKey.keyPath} ${indexes.map(({ keyPath }) => keyPath).sort()}`,
    );
    return wanted.sort().join('\n') === describeStores(database).sort().join('\n');
  } finally {
    database.close();
  }
}

function describeStores(database: IDBDatabase): string[] {
  const names = [...database.objectStoreNames];
  if (names.length === 0) return [];
  const transaction = database.transaction(names);
  return names.map((name) => {
    const store = transaction.objectStore(name);
    const indexes = [...store.indexNames].map((index) => store.index(index).keyPath);
    return `${name} ${store.keyPath} ${indexes.sort()}`;
  });
}

function drop(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => setTimeout(() => reject(new StorageBlocked()), LET_GO_MS);
  });
}
