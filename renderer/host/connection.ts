import type { Host, HostCall, HostCalls } from '@shared/contracts/host.ts';
import type { Failure } from '@shared/contracts/results.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Transport, UNREACHED, type Unreached } from './transport.ts';

/** Between two looks for a host that is gone: soon at first, then seldom. */
const LOOK_AGAIN_MS = [500, 1000, 2000, 4000];

export type ConnectionPhase =
  /** Calls are answered. */
  | 'here'
  /** Nothing answers; it is looked for. */
  | 'gone'
  /** It answers again, and what waited for it is being written. */
  | 'back'
  /** Something answers that is not this page's host, or does not know the page; its own is looked for. */
  | 'refused';

/** How the page stands with its host. */
export interface Connection {
  readonly phase: ConnectionPhase;
  /** Why it is gone or refused. */
  readonly failure: Failure<Unreached> | null;
}

/** The host as everything else in the renderer sees it. Its calls never reject. */
export interface ConnectedHost extends Host {
  readonly connection: StoreApi<Connection>;
  /** Looks for a host that is not here now; settles with whether it is. */
  look(): Promise<boolean>;
  /** What waited for the host is written: it is here as before. */
  settle(): void;
}

/** Whether a call failed because no host took it; nothing was written then that an answer would have told. */
export const isUnreached = (failure: Failure): failure is Failure<Unreached> =>
  UNREACHED.some((reason) => reason === failure.reason);

/** The one owner of the connection. It counts as here until a call, the line or `look` says otherwise. */
export function createConnection(transport: Transport): ConnectedHost {
  const connection = createStore<Connection>()(() => HERE);
  let looking: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function lose(failure: Failure<Unreached>): void {
    const { phase } = connection.getState();
    connection.setState({ phase: failure.reason === 'host-gone' ? 'gone' : 'refused', failure });
    if (phase === 'here' || phase === 'back') lookAfter(0);
  }

  function lookAfter(turn: number): void {
    timer = setTimeout(
      () => {
        timer = null;
        look().then((isHere) => {
          if (!isHere && timer === null) lookAfter(turn + 1);
        }, lookFailed);
      },
      LOOK_AGAIN_MS[Math.min(turn, LOOK_AGAIN_MS.length - 1)],
    );
  }

  const lookFailed = (): void => lookAfter(LOOK_AGAIN_MS.length);

  function look(): Promise<boolean> {
    looking ??= reach().finally(() => {
      looking = null;
    });
    return looking;
  }

  async function reach(): Promise<boolean> {
    const reached = await transport.reach();
    const { phase } = connection.getState();
    if (!reached.ok) {
      lose(reached);
      return false;
    }
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (phase === 'gone' || phase === 'refused') connection.setState({ phase: 'back', failure: null });
    return true;
  }

  transport.onLost(() => {
    const { phase } = connection.getState();
    if (phase === 'here' || phase === 'back') lose(GONE);
  });

  return {
    connection,
    look,
    settle: () => {
      if (connection.getState().phase === 'back') connection.setState(HERE);
    },
    call: async <Call extends HostCall>(name: Call, ...args: Parameters<HostCalls[Call]>) => {
      const { phase, failure } = connection.getState();
      // Asking a host that is not there takes time, and a stranger in its place is told nothing.
      if (phase === 'gone' || phase === 'refused') return (failure ?? GONE) as ReturnType<HostCalls[Call]>;
      const answer = await transport.call(name, ...args);
      if (!answer.ok && isUnreached(answer)) lose(answer);
      return answer;
    },
    on: (event, listener) => transport.on(event, listener),
  };
}

const HERE: Connection = { phase: 'here', failure: null };
const GONE: Failure<Unreached> = { ok: false, reason: 'host-gone' };
