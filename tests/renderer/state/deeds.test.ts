import { failure } from '@shared/contracts/results.ts';
import { sourceHash } from '@shared/model/source.ts';
import { expect, it } from 'vitest';
import { createDeeds } from '../../../renderer/state/deeds.ts';
import { createNotices } from '../../../renderer/state/notices.ts';
import { openSession } from '../../../renderer/state/session.ts';
import { createMemoryHost } from '../memory-host.ts';
import { createMemoryOutbox } from '../memory-outbox.ts';

async function start() {
  const host = createMemoryHost();
  let id = 0;
  const session = await openSession(host, [], {
    outbox: createMemoryOutbox(),
    now: () => new Date('2026-01-02T03:04:05Z'),
    newId: () => String(++id),
    fail: (error) => {
      throw error;
    },
  });
  if (!session.ok) throw new Error(session.reason);
  const notices = createNotices();
  const kept = await host.call('originals.keep', new Uint8Array([1, 2, 3]));
  if (!kept.ok) throw new Error(kept.reason);
  const source = sourceHash(kept.value.sha256);
  const deeds = createDeeds(host, session.value, notices);
  await deeds.perform({ type: 'source.add', source, name: '旧报.txt', size: 3 });
  await deeds.perform({ type: 'source.remove', source });
  const status = () => session.value.getState().state.sources.get(source)?.status;
  const said = () =>
    notices
      .getState()
      .shown.map((notice) =>
        notice.type === 'done' ? notice.meaning : notice.type === 'note' ? notice.note : notice.failure,
      );
  return { host, deeds, source, status, said, session: session.value };
}

it('says of a redo that it did the deed again', async () => {
  const { deeds, said } = await start();
  await deeds.undo();
  await deeds.redo();
  expect(said().slice(-2)).toMatchObject([
    { manner: 'undone', deed: { type: 'source.remove' } },
    { manner: 'redone', deed: { type: 'source.remove' } },
  ]);
});

it('writes that a source is erased only once its bytes are gone, and says when they are not', async () => {
  const { host, deeds, source, status, said } = await start();
  const { call } = host;
  host.call = ((name, ...args) =>
    name === 'originals.erase'
      ? Promise.resolve(failure('vault-unwritable', { code: 'EPERM' }))
      : call(name, ...args)) as typeof call;
  expect(await deeds.erase(source)).toBe(false);
  expect([status(), said().at(-1)]).toMatchObject(['removed', { reason: 'vault-unwritable' }]);
  host.call = call;
  host.memory.isFull = true;
  expect(await deeds.erase(source)).toBe(false);
  expect([status(), said().at(-1)]).toMatchObject(['removed', { reason: 'disk-full' }]);
  expect(await deeds.restore(source)).toBe(false);
  expect([status(), said().at(-1)]).toMatchObject(['removed', { reason: 'original-missing' }]);
  host.memory.isFull = false;
  expect(await deeds.erase(source)).toBe(true);
  expect(status()).toBe('erased');
});

it('does not undo an erasure, by key or by its id', async () => {
  const { deeds, source, status, session } = await start();
  await deeds.erase(source);
  expect(await deeds.undo()).toBe(false);
  await deeds.undoAct(session.getState().acts.at(-1)?.id ?? '');
  expect(status()).toBe('erased');
  expect(await deeds.restore(source)).toBe(false);
});

it('tells of a name with another type and another form as it told when it was done, undone and redone', async () => {
  const { deeds, said } = await start();
  await deeds.perform(
    { type: 'word.keep', word: '青石', nameType: 'place' },
    { type: 'name.join', nameType: 'place', forms: ['青石'], as: '青石镇' },
  );
  await deeds.undo();
  await deeds.redo();
  expect(said().slice(-3)).toMatchObject(
    ['done', 'undone', 'redone'].map((manner) => ({ manner, deed: { type: 'name.join' } })),
  );
});
