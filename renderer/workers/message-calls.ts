/** Calls by name; their arguments and results must survive structured cloning, but for ports, which go over. */
export type CallMap = Record<string, (...args: never[]) => unknown>;

/** What a side tells the other without being asked, by name. */
export type EventMap = Record<string, unknown>;

interface Request {
  readonly id: number;
  readonly call: string;
  readonly args: readonly unknown[];
}

type Message =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly event: string; readonly payload: unknown };

/** An error of a worker's own that nobody there waited for: its name alone, no word of anyone's text. */
const UNHANDLED = 'unhandled';

/** The part of a worker, and of a worker's own scope, that carries messages. */
export interface MessagePortLike {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

export interface CallClient<Calls extends CallMap, Events extends EventMap> {
  call<Name extends keyof Calls & string>(
    name: Name,
    ...args: Parameters<Calls[Name]>
  ): Promise<Awaited<ReturnType<Calls[Name]>>>;
  on<Name extends keyof Events & string>(name: Name, listener: (payload: Events[Name]) => void): () => void;
  /** Every call under way fails, and so does every later one. */
  close(reason: string): void;
}

/** Asks a worker; a call that threw there rejects here with its message. */
export function connectCalls<Calls extends CallMap, Events extends EventMap>(
  port: MessagePortLike,
): CallClient<Calls, Events> {
  let next = 1;
  let closed: string | null = null;
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, Set<(payload: never) => void>>();
  port.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if ('event' in data && data.event === UNHANDLED) {
      reportError(Object.assign(new Error('in a worker'), { name: String(data.payload) }));
      return;
    }
    if ('event' in data) {
      for (const listener of listeners.get(data.event) ?? []) listener(data.payload as never);
      return;
    }
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data.value);
  });
  return {
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        if (closed !== null) {
          reject(new Error(closed));
          return;
        }
        const id = next++;
        // First, because it throws where an argument cannot be cloned.
        const ports = (args as readonly unknown[]).filter((arg) => arg instanceof MessagePort);
        port.postMessage({ id, call: name, args } satisfies Request, ports);
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      }),
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (payload: never) => void));
      return () => set.delete(listener as (payload: never) => void);
    },
    close: (reason) => {
      closed = reason;
      for (const { reject } of waiting.values()) reject(new Error(reason));
      waiting.clear();
    },
  };
}

/**
 * Answers the calls of the other side; each may take its time, none waits for another. Where the port is a worker's
 * own scope, what is rejected in it and heard by nobody reaches the page, which has the log.
 * @returns a function that tells the other side of an event.
 */
export function answerCalls<Calls extends CallMap, Events extends EventMap>(
  port: MessagePortLike,
  answers: { [Name in keyof Calls]: Calls[Name] },
): <Name extends keyof Events & string>(name: Name, payload: Events[Name]) => void {
  port.addEventListener('message', async ({ data }: MessageEvent<Request>) => {
    const { id, call, args } = data;
    try {
      const answer = answers[call] as ((...args: unknown[]) => unknown) | undefined;
      if (!answer) throw new Error(`no call named ${call}`);
      port.postMessage({ id, value: await answer(...args) } satisfies Message);
    } catch (error) {
      port.postMessage({
        id,
        error: error instanceof Error ? error.message : String(error),
      } satisfies Message);
    }
  });
  if ('onunhandledrejection' in port)
    (port as unknown as EventTarget).addEventListener('unhandledrejection', (event) => {
      const { reason } = event as PromiseRejectionEvent;
      port.postMessage({ event: UNHANDLED, payload: reason instanceof Error ? reason.name : typeof reason });
    });
  return (event, payload) => port.postMessage({ event, payload } satisfies Message);
}
