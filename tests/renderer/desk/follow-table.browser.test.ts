import { Dexie, type Table } from 'dexie';
import { afterEach, expect, it } from 'vitest';
import { followTable } from '../../../renderer/library/follow-table.ts';

interface Row {
  readonly id: string;
  readonly value: number;
}

interface Followed {
  readonly table: Table<Row, string>;
  /** Rows handed to `read` so far. */
  readonly read: () => number;
  /** What was given last, by key. */
  readonly now: () => Record<string, number>;
  readonly stop: () => void;
}

const databases: Dexie[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.delete();
});

async function follow(rows: readonly Row[]): Promise<Followed> {
  const database = new Dexie(`followed ${crypto.randomUUID()}`);
  databases.push(database);
  database.version(1).stores({ rows: 'id' });
  const table = database.table<Row, string>('rows');
  await table.bulkPut([...rows]);
  let count = 0;
  let last: ReadonlyMap<string, Row> = new Map();
  const stop = followTable<Row>(
    table,
    async (keys) => {
      const found = keys ? await table.bulkGet([...keys]) : await table.toArray();
      count += found.length;
      return found.filter((row) => row !== undefined);
    },
    ({ id }) => id,
    (given) => {
      last = given;
    },
    (error) => {
      throw error;
    },
  );
  const now = () => Object.fromEntries([...last.values()].map(({ id, value }) => [id, value]));
  await expect.poll(() => Object.keys(now()).length).toBe(rows.length);
  return { table, read: () => count, now, stop };
}

const manyRows = (count: number): Row[] =>
  Array.from({ length: count }, (_, i) => ({ id: `k${String(i).padStart(6, '0')}`, value: i }));

it('reads only what changed, however long the table is', async () => {
  for (const size of [100, 1000]) {
    const followed = await follow(manyRows(size));
    expect(followed.read()).toBe(size);
    for (let more = 0; more < 50; more++) {
      await followed.table.put({ id: `new${more}`, value: more });
      await expect.poll(() => followed.now()[`new${more}`]).toBe(more);
    }
    expect(followed.read()).toBe(size + 50);
    followed.stop();
  }
});

it('has in the end what the table has, whatever was written and taken away', async () => {
  const followed = await follow(manyRows(20));
  const { table } = followed;
  await table.update('k000003', { value: 33 });
  await table.delete('k000004');
  await table.where('id').between('k000010', 'k000015').delete();
  await table.bulkPut([
    { id: 'k000001', value: 11 },
    { id: 'z', value: 1 },
  ]);
  const held = async () =>
    Object.fromEntries((await table.toArray()).map(({ id, value }) => [id, value] as const));
  await expect.poll(async () => followed.now()).toEqual(await held());
  await table.clear();
  await expect.poll(() => followed.now()).toEqual({});
  followed.stop();
  await table.put({ id: 'late', value: 1 });
  await new Promise((settle) => setTimeout(settle, 50));
  expect(followed.now()).toEqual({});
});
