import type { Host, HostCall, HostCalls, HostEvent, HostEvents } from '@shared/contracts/host.ts';
import { LOOPBACK_TYPE, type LoopbackEvent, PAGE_HEADER } from '@shared/contracts/loopback.ts';
import { decodeWire, encodeWire, type Utf8, WireStream } from '@shared/contracts/wire.ts';

const TOKEN_KEY = 'duidu-token';
const RETRY_MS = 1500;

const utf8: Utf8 = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
};

/** The loopback host did not answer, or no longer knows this page's token. */
class HostGone extends Error {
  /** 0 when nothing answered at all; 401: the host was started anew. */
  readonly status: number;

  constructor(status: number) {
    super(`the host answered ${status}`);
    this.status = status;
  }
}

/** Speaks to the loopback host as `shared/contracts/loopback.ts` says. */
export function connectLoopback(): Host {
  const headers = {
    authorization: `Bearer ${takeToken()}`,
    [PAGE_HEADER]: crypto.randomUUID(),
  };
  const listeners = new Map<HostEvent, Set<(payload: never) => void>>();
  let streaming = false;

  const tell = ({ event, payload }: LoopbackEvent): void => {
    for (const listener of listeners.get(event) ?? []) listener(payload as never);
  };

  async function readEvents(): Promise<void> {
    const response = await fetch('events', { headers });
    if (!response.ok || !response.body) throw new HostGone(response.status);
    const stream = new WireStream();
    for await (const chunk of chunksOf(response.body))
      for (const message of stream.push(chunk)) {
        const event = decodeWire(message, utf8);
        if (event.ok) tell(event.value as LoopbackEvent);
      }
  }

  async function followEvents(): Promise<void> {
    streaming = true;
    while (listeners.size > 0) {
      try {
        await readEvents();
      } catch (error) {
        if (error instanceof HostGone && error.status === 401) break;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    streaming = false;
  }

  return {
    call: async <Call extends HostCall>(name: Call, ...args: Parameters<HostCalls[Call]>) => {
      const response = await fetch(`call/${name}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': LOOPBACK_TYPE },
        body: new Uint8Array(encodeWire(args, utf8)),
      }).catch(() => null);
      if (!response?.ok) throw new HostGone(response?.status ?? 0);
      const answer = decodeWire(new Uint8Array(await response.arrayBuffer()), utf8);
      if (!answer.ok) throw new HostGone(response.status);
      return answer.value as ReturnType<HostCalls[Call]>;
    },
    on: (event: HostEvent, listener: (payload: HostEvents[never]) => void) => {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      if (!streaming) void followEvents();
      return () => set.delete(listener);
    },
  };
}

/** The token of this start, kept for reloads of this page and taken out of the address. */
function takeToken(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given !== null) {
    sessionStorage.setItem(TOKEN_KEY, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return given ?? sessionStorage.getItem(TOKEN_KEY) ?? '';
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}
