import { success } from '@shared/contracts/results.ts';
import { sourceHash } from '@shared/model/source.ts';
import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { type ImportEntry, newEntry } from '../../../renderer/library/import-queue.ts';
import type { Library } from '../../../renderer/library/library.ts';
import { createBringIn } from '../../../renderer/state/bring-in.ts';
import type { Derivation } from '../../../renderer/state/derivation.ts';
import { openSession } from '../../../renderer/state/session.ts';
import type { PageReaders } from '../../../renderer/workers/page-readers.ts';
import { createMemoryHost } from '../memory-host.ts';
import { createMemoryOutbox } from '../memory-outbox.ts';

it('takes no page for a twin of one that is off the shelf, though its rows are still there', async () => {
  const host = createMemoryHost();
  const session = await openSession(host, [], {
    outbox: createMemoryOutbox(),
    now: () => new Date(0),
    newId: () => crypto.randomUUID(),
    fail: (error) => {
      throw error;
    },
  });
  if (!session.ok) throw new Error(session.reason);
  const { perform } = session.value.getState();
  const twin = sourceHash('a'.repeat(64));
  const bringIn = createBringIn({
    host,
    session: session.value,
    derivation: createStore<Derivation>()(() => ({ whenEnded: async () => null }) as unknown as Derivation),
    // It finds the twin in the library, as it was read.
    readers: {
      call: async () => success({ what: 'page', printHash: 'same', twin }),
    } as unknown as PageReaders,
    library: {
      sources: { get: async () => ({ record: { name: '先.txt' }, articles: [] }) },
    } as unknown as Library,
    change: () => undefined,
  });
  const entry: ImportEntry = { id: 1, ...newEntry('后.txt', '后.txt', 3) };
  const bring = async () => {
    const brought = await bringIn(entry, new Blob(['水渠']));
    return brought.ok && brought.value.to;
  };
  await perform({ type: 'source.add', source: twin, name: '先.txt', size: 3 });
  expect(await bring()).toBe('twin');
  await perform({ type: 'source.remove', source: twin });
  expect(await bring()).toBe('shelf');
});
