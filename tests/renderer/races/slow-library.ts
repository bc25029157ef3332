import { Dexie } from 'dexie';
import { Library } from '../../../renderer/library/library.ts';
import { Delays } from './delays.ts';

/**
 * Has what a worker reads and writes in the library, and the locks that it is granted, take their time: imported
 * before the worker's own file. The seed is the worker's name.
 */
const delays = new Delays(Number(self.name) || 1);

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** A transaction that waits for a timer ends, so what is done within one is done at once. */
function slow(prototype: object, names: readonly string[]): void {
  const methods = prototype as Record<string, Method>;
  for (const name of names) {
    const whole = methods[name] as Method;
    methods[name] = function (...args) {
      if (Dexie.currentTransaction) return whole.apply(this, args);
      return delays.pass().then(() => whole.apply(this, args));
    };
  }
}

const { Table, Collection } = new Library('') as unknown as Record<
  'Table' | 'Collection',
  { prototype: object }
>;
slow(Table.prototype, ['get', 'put', 'bulkGet', 'bulkPut', 'delete', 'bulkDelete']);
slow(Collection.prototype, ['toArray', 'primaryKeys', 'uniqueKeys', 'delete']);
slow(Dexie.prototype, ['transaction']);

const { request } = LockManager.prototype as unknown as Record<'request', Method>;
(LockManager.prototype as unknown as Record<'request', Method>).request = async function (...args) {
  const work = args.pop() as (lock: unknown) => unknown;
  await delays.pass();
  return await request.call(this, ...args, async (lock: unknown) => {
    await delays.pass();
    return await work(lock);
  });
};
