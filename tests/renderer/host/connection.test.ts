import type { HostCall } from '@shared/contracts/host.ts';
import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnection } from '../../../renderer/host/connection.ts';
import type { Transport, Unreached } from '../../../renderer/host/transport.ts';

/** A host that answers as it is told to. */
function newTransport() {
  const asked: HostCall[] = [];
  const lost = new Set<() => void>();
  let state: Failure<Unreached> | null = null;
  const transport = {
    reach: async (): Promise<Result<null, Unreached>> => state ?? success(null),
    onLost: (listener: () => void) => {
      lost.add(listener);
      return () => lost.delete(listener);
    },
    call: async (name: HostCall) => {
      asked.push(name);
      return state ?? success(null);
    },
    on: () => () => undefined,
  } as unknown as Transport;
  return {
    transport,
    asked,
    become: (reason: Unreached | null) => {
      state = reason && failure(reason);
    },
    breakLine: () => {
      for (const listener of lost) listener();
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the connection', () => {
  it('is gone with the first call that nobody takes, and asks nobody until the host is found again', async () => {
    const { transport, asked, become } = newTransport();
    const host = createConnection(transport);
    become('host-gone');
    expect(await host.call('log.read')).toEqual(failure('host-gone'));
    expect(host.connection.getState()).toEqual({ phase: 'gone', failure: failure('host-gone') });
    expect(await host.call('log.read')).toEqual(failure('host-gone'));
    expect(asked).toHaveLength(1);

    become(null);
    await vi.advanceTimersByTimeAsync(500);
    expect(host.connection.getState()).toEqual({ phase: 'back', failure: null });
    expect((await host.call('log.read')).ok).toBe(true);
    host.settle();
    expect(host.connection.getState().phase).toBe('here');
  });

  it('is gone as soon as the line breaks, and is looked for as long as it takes', async () => {
    const { transport, become, breakLine } = newTransport();
    const host = createConnection(transport);
    become('host-gone');
    breakLine();
    expect(host.connection.getState().phase).toBe('gone');
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(host.connection.getState().phase).toBe('gone');
    become(null);
    await vi.advanceTimersByTimeAsync(4000);
    expect(host.connection.getState().phase).toBe('back');
  });

  it.each(['page-unknown', 'vault-other'] as const)(
    'is refused by a host that is not its own (%s), and tells it nothing',
    async (reason) => {
      const { transport, asked, become } = newTransport();
      const host = createConnection(transport);
      become(reason);
      expect(await host.look()).toBe(false);
      expect(host.connection.getState()).toEqual({ phase: 'refused', failure: failure(reason) });
      expect(await host.call('journal.append', [])).toEqual(failure(reason));
      expect(asked).toEqual([]);
      become(null);
      await vi.advanceTimersByTimeAsync(500);
      expect(host.connection.getState().phase).toBe('back');
    },
  );

  it('ends where its host is, whatever came between', async () => {
    const step = fc.constantFrom(
      'host-gone',
      'page-unknown',
      'vault-other',
      'here',
      'call',
      'break',
      'look',
      'settle',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step), fc.boolean(), async (steps, isHere) => {
        const { transport, become, breakLine } = newTransport();
        const host = createConnection(transport);
        for (const one of steps) {
          if (one === 'call') await host.call('log.read');
          else if (one === 'break') breakLine();
          else if (one === 'look') await host.look();
          else if (one === 'settle') host.settle();
          else become(one === 'here' ? null : one);
        }
        become(isHere ? null : 'host-gone');
        await host.call('log.read');
        await vi.advanceTimersByTimeAsync(10_000);
        host.settle();
        expect(host.connection.getState().phase).toBe(isHere ? 'here' : 'gone');
      }),
    );
  });
});
