import { type Failure, failure } from '@shared/contracts/results.ts';
import type { ConcordanceOrder } from '@shared/search/concordance/keyword-line.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectedHost } from '../host/connection.ts';
import { saveFile } from '../host/save-file.ts';
import type {
  ConcordanceFound,
  ConcordanceLine,
  ListForm,
  ListName,
  TermHits,
} from '../workers/lists-calls.ts';
import type { SearchRequest } from '../workers/search-calls.ts';
import type { SearchClient } from '../workers/search-client.ts';
import type { Notices } from './notices.ts';
import type { Session } from './session.ts';

/** Lines of the concordance that are read at once. */
const BLOCK = 100;

/** How far a list is. */
export interface Listing {
  readonly done: number;
  readonly total: number;
}

/** Tables of hits: of a list of terms, and of every place of a search with the words around it. */
export interface HitLists {
  /** The list as it was typed, pasted or read from a file, a term a line. */
  readonly typed: string;
  /** Null before they were searched for. */
  readonly terms: readonly TermHits[] | null;
  readonly concordance: ConcordanceFound | null;
  readonly order: ConcordanceOrder;
  /** Lines that were read, by their place in the order. */
  readonly lines: ReadonlyMap<number, ConcordanceLine>;
  /** Null while none is made. */
  readonly working: Listing | null;
  readonly failure: Failure | null;
  type(terms: string): void;
  /** Takes the terms of a text file. */
  load(file: Blob): Promise<void>;
  countTerms(): Promise<void>;
  /** Gathers every place that answers the search as it stands. */
  gatherLines(): Promise<void>;
  orderBy(order: ConcordanceOrder): void;
  /** Reads the lines at these places, as far as they were not read. */
  need(from: number, to: number): Promise<void>;
  stop(): void;
  write(list: ListName, form: ListForm): Promise<void>;
}

export interface HitListsTools {
  readonly worker: SearchClient;
  readonly host: ConnectedHost;
  readonly session: StoreApi<Session>;
  readonly notices: StoreApi<Notices>;
  /** The search as it stands. */
  readonly request: () => SearchRequest;
  readonly fail: (error: unknown) => void;
}

export function createHitLists({
  worker,
  host,
  session,
  notices,
  request,
  fail,
}: HitListsTools): StoreApi<HitLists> {
  let turn = 0;
  const asked = new Set<number>();

  const store = createStore<HitLists>()((set, get) => {
    /** Makes a list; what a later one or a stop overtook is not shown. */
    async function make<Made>(work: () => Promise<Made | null>, take: (made: Made) => void): Promise<void> {
      const mine = ++turn;
      set({ working: { done: 0, total: 0 }, failure: null });
      try {
        const made = await work();
        if (mine !== turn) return;
        if (made !== null) take(made);
      } catch (error) {
        if (mine === turn) set({ failure: failure('search-failed', { error: String(error) }) });
      }
      if (mine === turn) set({ working: null });
    }
    return {
      typed: '',
      terms: null,
      concordance: null,
      order: 'found',
      lines: new Map(),
      working: null,
      failure: null,
      type: (typed) => set({ typed }),
      load: async (file) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        const typed = await worker.call('lists.readText', bytes);
        if (typed === null) set({ failure: failure('not-text') });
        else set({ typed, failure: null });
      },
      countTerms: () =>
        make(
          () => worker.call('lists.countTerms', termsOf(get().typed), request().tags),
          (terms) => set({ terms }),
        ),
      gatherLines: () => {
        set({ concordance: null });
        return make(
          () => worker.call('lists.gatherLines', request()),
          (concordance) => {
            asked.clear();
            set({ concordance, lines: new Map() });
          },
        );
      },
      orderBy: (order) => {
        asked.clear();
        set({ order, lines: new Map() });
      },
      need: async (from, to) => {
        const { order, concordance } = get();
        for (let block = Math.floor(from / BLOCK); block * BLOCK < to; block++) {
          if (asked.has(block)) continue;
          asked.add(block);
          const read = await worker.call('lists.lines', order, block * BLOCK, (block + 1) * BLOCK);
          // Other lines stand at these places now.
          if (get().order !== order || get().concordance !== concordance) return;
          set({
            lines: new Map([...get().lines, ...read.map((line, i) => [block * BLOCK + i, line] as const)]),
          });
        }
      },
      stop: () => {
        turn++;
        set({ working: null, failure: null });
        worker.call('lists.stop').catch(fail);
      },
      write: async (list, form) => {
        const content = await worker.call('lists.write', list, form, get().order);
        const { nativeDialogs } = session.getState().info.capabilities;
        const saved = await saveFile(host, nativeDialogs, `${list}.${form}`, content);
        if (saved.ok) notices.getState().note('exported');
        else if (saved.reason !== 'cancelled') notices.getState().fail(saved);
      },
    };
  });

  worker.on('lists.progress', (working) => {
    if (store.getState().working) store.setState({ working });
  });
  return store;
}

/** The terms of a text, one a line, each once. */
const termsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\r\n]/)
      .map((term) => term.trim())
      .filter((term) => term !== ''),
  ),
];
