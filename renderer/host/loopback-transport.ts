import type { HostCall, HostCalls, HostEvent, HostEvents } from '@shared/contracts/host.ts';
import {
  type Greeting,
  LOOPBACK_TYPE,
  type LoopbackEvent,
  PAGE_HEADER,
  type PageKey,
  writePageKey,
} from '@shared/contracts/loopback.ts';
import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { decodeWire, encodeWire, type Utf8, WireStream } from '@shared/contracts/wire.ts';
import { isProof, makeKey, randomText, readStoredKey, storeKey } from './page-key.ts';
import type { Transport, Unreached } from './transport.ts';

/** A host says every 15 seconds that it lives. */
const SILENCE_MS = 40_000;
const GREETING_MS = 10_000;

const utf8: Utf8 = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
};

/** Speaks to the loopback host as `electron/loopback/PROTOCOL.md` says. */
export function connectLoopback(): Transport {
  const page = crypto.randomUUID();
  const listeners = new Map<HostEvent, Set<(payload: never) => void>>();
  const lost = new Set<() => void>();
  let token = takeToken();
  let vault: string | null = null;
  let key: PageKey | null = null;
  /** Ends every request of this line: a host that has gone silent answers none of them. */
  let line = new AbortController();

  const headers = (): Record<string, string> => ({
    [PAGE_HEADER]: page,
    ...(key ? { authorization: writePageKey(key) } : {}),
  });

  async function reach(): Promise<Result<null, Unreached>> {
    line.abort();
    line = new AbortController();
    const greeted = await greet();
    if (!greeted.ok) return greeted;
    if (vault !== null && greeted.value.vault !== vault) return failure('vault-other');
    vault = greeted.value.vault;
    key = readStoredKey(vault);
    if (token !== null) {
      key ??= makeKey(vault);
      await introduce(token, key);
      token = null;
    }
    if (!key) return failure('page-unknown');
    const proved = await askProof(key);
    if (!proved.ok) return proved;
    return await openEvents(line);
  }

  /** Hands the page's key over for a link's token. Whether it was taken shows when the host is asked for a proof. */
  async function introduce(given: string, own: PageKey): Promise<void> {
    await fetch('page-key', {
      method: 'POST',
      headers: { authorization: `Bearer ${given}`, 'content-type': LOOPBACK_TYPE },
      body: new Uint8Array(encodeWire(writePageKey(own), utf8)),
    }).catch(() => null);
  }

  /** The secret goes to nobody who cannot show that it is known already. */
  async function askProof(own: PageKey): Promise<Result<null, Unreached>> {
    const nonce = randomText(16);
    const greeted = await greet(`?nonce=${nonce}&page=${own.id}`);
    if (!greeted.ok) return greeted;
    const { pageProof } = greeted.value;
    if (pageProof === null) return failure('page-unknown');
    return (await isProof(pageProof, own, nonce)) ? success(null) : GONE;
  }

  async function openEvents(mine: AbortController): Promise<Result<null, Unreached>> {
    try {
      const response = await fetch('events', { headers: headers(), signal: mine.signal });
      if (response.status === 401) return failure('page-unknown');
      if (!response.ok || !response.body) return GONE;
      readEvents(response.body, mine).then(
        () => end(mine),
        () => end(mine),
      );
      return success(null);
    } catch {
      return GONE;
    }
  }

  function end(mine: AbortController): void {
    if (mine.signal.aborted && mine !== line) return;
    mine.abort();
    for (const listener of lost) listener();
  }

  async function readEvents(body: ReadableStream<Uint8Array>, mine: AbortController): Promise<void> {
    const stream = new WireStream();
    for await (const chunk of chunksOf(body, () => mine.abort()))
      for (const message of stream.push(chunk)) {
        const event = decodeWire(message, utf8);
        if (event.ok) tell(event.value as LoopbackEvent);
      }
  }

  const tell = ({ event, payload }: LoopbackEvent): void => {
    for (const listener of listeners.get(event) ?? []) listener(payload as never);
  };

  async function ask(name: string, args: readonly unknown[]): Promise<Result<unknown>> {
    try {
      const response = await fetch(`call/${name}`, {
        method: 'POST',
        headers: { ...headers(), 'content-type': LOOPBACK_TYPE },
        body: new Uint8Array(encodeWire(args, utf8)),
        signal: line.signal,
      });
      if (!response.ok) return failureOf(response.status, name);
      const answer = decodeWire(new Uint8Array(await response.arrayBuffer()), utf8);
      // The key went with the rest, and without it the page that is loaded next is a stranger.
      if (name === 'storage.clear' && vault !== null && key) storeKey(vault, key);
      return answer.ok ? (answer.value as Result<unknown>) : failure('host-failed', { call: name });
    } catch {
      // `fetch` tells no more than that no answer came.
      return GONE;
    }
  }

  return {
    reach,
    call: <Call extends HostCall>(name: Call, ...args: Parameters<HostCalls[Call]>) =>
      ask(name, args) as Promise<ReturnType<HostCalls[Call]>>,
    on: (event: HostEvent, listener: (payload: HostEvents[never]) => void) => {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
    onLost: (listener) => {
      lost.add(listener);
      return () => lost.delete(listener);
    },
  };
}

const GONE: Failure<'host-gone'> = { ok: false, reason: 'host-gone' };

/** What answers `/greeting`, if it is a host of ours at all. */
async function greet(asked = ''): Promise<Result<Greeting, 'host-gone'>> {
  try {
    const response = await fetch(`greeting${asked}`, { signal: AbortSignal.timeout(GREETING_MS) });
    const greeting: unknown = response.ok ? await response.json() : null;
    return typeof greeting === 'object' && greeting !== null && 'vault' in greeting && 'pageProof' in greeting
      ? success(greeting as Greeting)
      : GONE;
  } catch {
    return GONE;
  }
}

function failureOf(status: number, call: string): Failure {
  if (status === 401) return failure('page-unknown');
  return failure(status < 500 ? 'refused' : 'host-failed', { call });
}

/** The token of the link that opened this page, taken out of the address: it works once. */
function takeToken(): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given !== null) history.replaceState(null, '', location.pathname + location.search);
  return given;
}

/** @param silent called when nothing came for long; the stream then fails. */
async function* chunksOf(body: ReadableStream<Uint8Array>, silent: () => void): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  while (true) {
    const timer = setTimeout(silent, SILENCE_MS);
    const read = await reader.read().finally(() => clearTimeout(timer));
    if (read.done) return;
    yield read.value;
  }
}
