import { failure } from '@shared/contracts/results.ts';
import { expect, it } from 'vitest';
import { createNotices } from '../../../renderer/state/notices.ts';
import { openSession } from '../../../renderer/state/session.ts';
import { createVaultCare } from '../../../renderer/state/vault-care.ts';
import { createMemoryHost } from '../memory-host.ts';
import { createMemoryOutbox } from '../memory-outbox.ts';

it('does not call an original sound that could not be read', async () => {
  const host = createMemoryHost();
  await host.call('originals.keep', new Uint8Array([1]));
  const session = await openSession(host, [], {
    now: () => new Date('2026-01-02T03:04:05Z'),
    newId: () => 'act',
    outbox: createMemoryOutbox(),
    fail: () => undefined,
  });
  if (!session.ok) throw new Error(session.reason);
  const { call } = host;
  host.call = ((name, ...args) =>
    name === 'originals.check'
      ? Promise.resolve(failure('file-unreadable', { code: 'EIO' }))
      : call(name, ...args)) as typeof call;
  const care = createVaultCare(host, session.value, createNotices(), () => 0);
  await care.getState().checkAll();
  expect(care.getState().check).toMatchObject({
    step: 'done',
    done: 1,
    faults: [{ failure: { reason: 'file-unreadable' } }],
  });
});
