import type { ConnectedHost } from './connection.ts';

/** Waiting for the host to come back, which the person can end. */
export interface HostWait {
  isHere(): boolean;
  /** Settles when the host is here, or every wait was ended. */
  untilHere(): Promise<void>;
  endAll(): void;
}

export function createHostWait({ connection }: ConnectedHost): HostWait {
  const waits = new Set<() => void>();
  const isHere = (): boolean => connection.getState().phase === 'here';
  return {
    isHere,
    untilHere: async () => {
      if (isHere()) return;
      await new Promise<void>((resolve) => {
        const end = (): void => {
          waits.delete(end);
          unsubscribe();
          resolve();
        };
        const unsubscribe = connection.subscribe(() => isHere() && end());
        waits.add(end);
      });
    },
    endAll: () => {
      for (const end of waits) end();
    },
  };
}
