import { openImportQueue } from '../../../renderer/library/import-queue.ts';
import type { Outbox } from '../../../renderer/library/outbox.ts';
import type { Desk } from '../../../renderer/state/desk.ts';
import { openDesk } from '../../../renderer/state/open-desk.ts';
import { openComparing } from '../../../renderer/workers/compare-client.ts';
import { openExchange } from '../../../renderer/workers/exchange-client.ts';
import {
  type PageReaders,
  type ReadingLimits,
  startReaders,
} from '../../../renderer/workers/page-readers.ts';
import { openPlacing } from '../../../renderer/workers/place-client.ts';
import { startSearching } from '../../../renderer/workers/search-client.ts';
import { createMemoryHost, type HostMemory, type MemoryHost } from '../memory-host.ts';
import { createMemoryOutbox } from '../memory-outbox.ts';

export interface TestDesk {
  readonly desk: Desk;
  readonly host: MemoryHost;
  /** Ends the workers, as closing the page does; rows and memory stay. */
  close(): void;
}

/** What a desk is opened on where it differs from the usual. */
export interface TestGround {
  readonly limits?: ReadingLimits;
  /** How many read pages; one, where it is not about that, since each loads the knowledge for itself. */
  readonly readers?: number;
  /** Where the knowledge is looked for. */
  readonly knowledge?: string;
  readonly outbox?: Outbox;
  /** Puts something between the desk and what reads its pages. */
  readonly wrap?: (readers: PageReaders) => PageReaders;
  /** Puts something between the desk and its host. */
  readonly join?: (host: MemoryHost) => MemoryHost;
}

/**
 * A desk with real workers and IndexedDB over a host in memory; no pack is beside it.
 */
export async function openTestDesk(
  library: string,
  memory?: HostMemory,
  {
    limits,
    readers = 1,
    outbox = createMemoryOutbox(),
    knowledge = '/resources/',
    wrap = (pages) => pages,
    join = (host) => host,
  }: TestGround = {},
): Promise<TestDesk> {
  const host = join(createMemoryHost(memory));
  const surroundings = {
    library,
    knowledge: new URL(knowledge, location.href).href,
    pack: new URL('/tests/renderer/desk/no-pack.json', location.href).href,
  };
  const searching = startSearching();
  const opened = await openDesk({
    host,
    outbox,
    queue: openImportQueue(library),
    readers: wrap(startReaders(surroundings, limits, readers)),
    searching,
    exchange: openExchange(surroundings),
    comparer: openComparing(surroundings),
    placing: openPlacing(library),
    surroundings,
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
  if (!opened.ok) throw new Error(opened.reason);
  return {
    desk: opened.value,
    host,
    close: () => opened.value.close(),
  };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Imports files of one article each, by name, and settles when the shelf shows all of them.
 * @param pages the text of each file, or its lines
 */
export async function importPages(desk: Desk, pages: Readonly<Record<string, string | readonly string[]>>) {
  const files = Object.entries(pages).map(([name, text]) => ({
    name,
    bytes: bytesOf(typeof text === 'string' ? text : text.join('\n')),
  }));
  await desk.imports.getState().take({ files, refused: [] });
  await whenState(desk.shelf, ({ rows }) => rows.length === files.length);
}

/** Milliseconds in which a store comes to what is waited for, on a machine that has much else to do. */
const PATIENCE = 90_000;

/**
 * Settles when `is` is true of the store.
 * @throws Error that says what was waited for and what the store held in its place.
 */
export function whenState<State extends object>(
  store: {
    getState(): State;
    subscribe(listener: (state: State) => void): () => void;
  },
  is: (state: State) => boolean,
): Promise<State> {
  return new Promise((resolve, reject) => {
    const look = (state: State): void => {
      if (!is(state)) return;
      end();
      resolve(state);
    };
    const giveUp = (): void => {
      end();
      reject(new Error(`never was: ${is}\nbut: ${describeState(store.getState())}`));
    };
    const stop = store.subscribe(look);
    const timer = setTimeout(giveUp, PATIENCE);
    const end = (): void => {
      stop();
      clearTimeout(timer);
    };
    look(store.getState());
  });
}

/** A state in a line: of lists and maps how much they hold, of texts their beginning. */
function describeState(state: object): string {
  const shown = Object.entries(state).flatMap(([name, value]) => {
    if (typeof value === 'function') return [];
    if (Array.isArray(value)) return [`${name}: ${value.length} in a list`];
    if (value instanceof Map || value instanceof Set) return [`${name}: ${value.size} in a map`];
    return [`${name}: ${JSON.stringify(value)?.slice(0, 200)}`];
  });
  return shown.join(', ');
}
