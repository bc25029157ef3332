import type { Both } from '@shared/analysis/comparison/compare-two.ts';
import { type Failure, failure } from '@shared/contracts/results.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Library } from '../library/library.ts';
import type { ComparedPair, CopyingArticle } from '../workers/compare-calls.ts';
import type { Comparer } from '../workers/compare-client.ts';
import { followSaid, saidOfFigures } from './pairing.ts';
import type { Session } from './session.ts';
import type { Shelf } from './shelf.ts';
import type { Watch } from './watch-library.ts';

/**
 * Where two articles are first shown: where both print the same (at a unit of the first's body, or next behind it), at a
 * figure of each by its fact, or from their heads.
 */
export type ComparisonStart = { readonly passage: number } | Both<string> | null;

/** Two articles that lie side by side. */
export interface Comparing {
  /** Their ids, in the order in which they lie; null while none do. */
  readonly pair: Both<string> | null;
  readonly startsAt: ComparisonStart;
  /** Null until it is worked out. */
  readonly found: ComparedPair | null;
  /** One of the two is not in the library any more. */
  readonly isGone: boolean;
  readonly failure: Failure | null;
  /** Articles that share passages with the one that was last asked about. */
  readonly copies: Copies;
  compare(pair: Both<string>, startsAt?: ComparisonStart): void;
  /** Lays them the other way round. */
  swap(): void;
  close(): void;
  /** Looks through the library for articles that share passages with one. */
  findCopies(article: string): void;
  /** Ends the search for copies. */
  stopCopies(): void;
}

/** How far a search for copies is. */
export interface Copies {
  /** The article that was asked about; null: none was. */
  readonly of: string | null;
  readonly progress: { readonly done: number; readonly total: number };
  /** Those that share most first; null until they are known. */
  readonly found: readonly CopyingArticle[] | null;
  readonly failure: Failure | null;
}

interface CompareTools {
  readonly worker: Comparer;
  readonly library: Library;
  readonly session: StoreApi<Session>;
  readonly shelf: StoreApi<Pick<Shelf, 'sources'>>;
  readonly watch: Watch;
}

const NO_COPIES: Copies = { of: null, progress: { done: 0, total: 0 }, found: null, failure: null };
const NOTHING = { pair: null, startsAt: null, found: null, isGone: false, failure: null } as const;

/** Milliseconds without a new source after which copies are sought again: pages come by hundreds. */
const QUIET = 1000;

/** What is shown follows the library: a figure that is corrected is compared anew, copies that come and go are told. */
export function createComparing(tools: CompareTools): StoreApi<Comparing> {
  const { worker, library, session, shelf, watch } = tools;
  let stop = (): void => {};
  let turn = 0;
  let search = 0;
  let lookAgain: ReturnType<typeof setTimeout> | undefined;

  const store = createStore<Comparing>()((set, get) => ({
    ...NOTHING,
    copies: NO_COPIES,
    compare: (pair, startsAt = null) => {
      stop();
      turn++;
      set({ ...NOTHING, pair, startsAt });
      stop = watch(
        () => Promise.all(pair.map(stampOf)),
        (stamps) => {
          const mine = ++turn;
          if (stamps.every((stamp) => stamp !== null)) work(pair, mine);
          else set({ found: null, isGone: true, failure: null });
        },
      );
    },
    swap: () => {
      const { pair } = get();
      if (pair) get().compare([pair[1], pair[0]]);
    },
    close: () => {
      stop();
      turn++;
      if (get().pair) set(NOTHING);
    },
    findCopies: (article) => {
      set({ copies: { ...NO_COPIES, of: article } });
      seek(article);
    },
    stopCopies: () => {
      search++;
      clearTimeout(lookAgain);
      worker.stop();
      set({ copies: { ...NO_COPIES, of: get().copies.of, failure: failure('cancelled') } });
    },
  }));

  /** What is known stays until it is known better. */
  function seek(article: string): void {
    const mine = ++search;
    clearTimeout(lookAgain);
    const take = (copies: Partial<Copies>): void => {
      if (mine === search) store.setState({ copies: { ...NO_COPIES, of: article, ...copies } });
    };
    worker.call('compare.copies', article).then(
      (found) => (found.ok ? take({ found: found.value ?? [] }) : take({ failure: found })),
      (error: unknown) => take({ failure: failure('compare-failed', { error: String(error) }) }),
    );
  }

  /** The state of an article's source, read by its keys; null where it is not in the library. */
  async function stampOf(article: string): Promise<string | null> {
    const hash = await library.sourceOfArticle(article);
    const [source] = hash === null ? [] : await library.readSources([hash]);
    return source?.stamp ?? null;
  }

  /** @param mine the turn that it is worked out for: what a later one asks is not answered by it. */
  function work(pair: Both<string>, mine: number): void {
    const take = (state: Partial<Comparing>): void => {
      if (mine === turn) store.setState(state);
    };
    worker.call('compare.two', pair, saidOfFigures(session)).then(
      (found) => {
        if (!found.ok) take({ found: null, failure: found });
        else take({ found: found.value, isGone: found.value === null, failure: null });
      },
      (error: unknown) => take({ found: null, failure: failure('compare-failed', { error: String(error) }) }),
    );
  }

  followSaid(session, () => {
    const { pair, isGone } = store.getState();
    if (pair && !isGone) work(pair, ++turn);
  });
  shelf.subscribe((now, before) => {
    const { of, failure } = store.getState().copies;
    if (now.sources === before.sources || of === null || failure) return;
    clearTimeout(lookAgain);
    lookAgain = setTimeout(() => seek(of), QUIET);
  });
  worker.on('compare.progress', (progress) => {
    const { copies } = store.getState();
    if (copies.found === null && copies.failure === null) store.setState({ copies: { ...copies, progress } });
  });

  return store;
}
