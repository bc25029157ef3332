import type { Host, HostCall, HostCalls } from '@shared/contracts/host.ts';
import { failure, success } from '@shared/contracts/results.ts';
import type { Transport } from './transport.ts';

/** The desktop's own process: it and its window end together, so it is never gone while the page is there. */
export function connectDesktop(host: Host): Transport {
  return {
    call: async <Call extends HostCall>(name: Call, ...args: Parameters<HostCalls[Call]>) => {
      try {
        return await host.call(name, ...args);
      } catch {
        // Electron says no more of it than its text; the host has noted it in the log.
        return failure('host-failed', { call: name }) as ReturnType<HostCalls[Call]>;
      }
    },
    on: (event, listener) => host.on(event, listener),
    reach: async () => success(null),
    onLost: () => () => undefined,
  };
}
