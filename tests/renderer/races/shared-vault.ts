import type { HostCall, HostCalls } from '@shared/contracts/host.ts';
import type { Outbox } from '../../../renderer/library/outbox.ts';
import type { HostMemory, MemoryHost } from '../memory-host.ts';
import { createMemoryOutbox } from '../memory-outbox.ts';
import { type Delays, SlowLine } from './delays.ts';

/** One vault and one browser's storage that several pages work on: what one writes the others are told. */
export interface SharedVault {
  /** Null before the first page is open. */
  readonly memory: () => HostMemory | null;
  readonly outbox: Outbox;
  /** A page's host on this vault, whose calls and answers take their time. */
  readonly join: (host: MemoryHost) => MemoryHost;
  /** Nothing answers any page from now on, or everything again. */
  readonly setGone: (isGone: boolean) => Promise<void>;
  readonly leave: (memory: MemoryHost) => void;
}

export function openSharedVault(delays: Delays): SharedVault {
  const pages = new Map<MemoryHost, SlowLine>();
  let memory: HostMemory | null = null;
  const outbox = createMemoryOutbox();
  return {
    memory: () => memory,
    outbox: {
      ...outbox,
      read: () => delays.pass().then(outbox.read),
      put: async (outgoing) => {
        await delays.pass();
        const put = await outbox.put(structuredClone(outgoing));
        await delays.pass();
        return put;
      },
      remove: (id) => delays.pass().then(() => outbox.remove(id)),
    },
    join: (host) => {
      memory = host.memory;
      const call = async <Call extends HostCall>(name: Call, ...args: Parameters<HostCalls[Call]>) => {
        await delays.pass();
        // A page that is gone asks for nothing and hears nothing.
        if (!pages.has(slow)) return await new Promise<never>(() => undefined);
        const answer = (await host.call(name, ...args)) as { ok: boolean; value?: unknown };
        if (name === 'journal.append' && answer.ok)
          for (const [other, line] of pages)
            if (other !== slow && !host.memory.isGone)
              line.send(() => other.emit('journal.appended', answer.value));
        await delays.pass();
        return answer as never;
      };
      const slow: MemoryHost = { ...host, call: call as MemoryHost['call'] };
      pages.set(slow, new SlowLine(delays));
      return slow;
    },
    setGone: async (isGone) => {
      if (memory) memory.isGone = isGone;
      await Promise.all([...pages.keys()].map((host) => host.look()));
    },
    leave: (host) => {
      pages.delete(host);
    },
  };
}
