import { type Failure, failure } from '@shared/contracts/results.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Library } from '../library/library.ts';
import type {
  AgreementProgress,
  AgreementSection,
  AgreementsFound,
  GroupRow,
} from '../workers/compare-calls.ts';
import type { Comparer } from '../workers/compare-client.ts';
import type { Comparing } from './comparing.ts';
import { followSaid, saidOfFigures } from './pairing.ts';
import type { Session } from './session.ts';
import type { Watch } from './watch-library.ts';

/** Things that are listed at first, and further each time that more are asked for. */
const LISTED = 50;

/** What the figures of the whole library say of each other. */
export interface Agreements {
  /** What is listed. */
  readonly section: AgreementSection;
  readonly phase: 'empty' | 'looking' | 'found' | 'stopped';
  readonly progress: AgreementProgress;
  /** What was found last; it stays while the library is looked through anew. */
  readonly found: AgreementsFound | null;
  /** The first of the section, those of most weight first. */
  readonly rows: readonly GroupRow[];
  /** The place of the row that was opened last; null: none of this section. */
  readonly at: number | null;
  readonly failure: Failure | null;
  /** Looks through the library, and again whenever it or what was said of figures changes, until what it gives is called. */
  begin(): () => void;
  /** Ends the looking, until it is asked for again. */
  stop(): void;
  lookAgain(): void;
  show(section: AgreementSection): void;
  /** Lists more of the section. */
  more(): void;
  /** Lays the two articles of a row side by side, at its figures. */
  open(place: number): void;
}

interface AgreementTools {
  readonly worker: Comparer;
  readonly library: Library;
  readonly session: StoreApi<Session>;
  readonly watch: Watch;
  readonly comparing: StoreApi<Comparing>;
  readonly fail: (error: unknown) => void;
}

const NO_PROGRESS: AgreementProgress = { step: 'reading', done: 0, total: 0 };

export function createAgreements({
  worker,
  library,
  session,
  watch,
  comparing,
  fail,
}: AgreementTools): StoreApi<Agreements> {
  /** Another number whenever what was asked before is of no use any more. */
  let turn = 0;
  let isRunning = false;
  let isAskedAgain = false;

  const store = createStore<Agreements>()((set, get) => ({
    section: 'differ',
    phase: 'empty',
    progress: NO_PROGRESS,
    found: null,
    rows: [],
    at: null,
    failure: null,
    begin: () => {
      set({ phase: 'empty' });
      const lookUnlessStopped = (): void => {
        if (get().phase !== 'stopped') look();
      };
      const ends = [
        watch(() => library.readStamps(), lookUnlessStopped),
        followSaid(session, lookUnlessStopped),
      ];
      return () => {
        for (const end of ends) end();
      };
    },
    stop: () => {
      turn++;
      isAskedAgain = false;
      worker.stop();
      set({ phase: 'stopped', progress: NO_PROGRESS });
    },
    lookAgain: () => {
      set({ phase: 'empty' });
      look();
    },
    show: (section) => {
      set({ section, rows: [], at: null });
      list(LISTED);
    },
    more: () => list(get().rows.length + LISTED),
    open: (place) => {
      const row = get().rows[place];
      const two = row?.shown.map((i) => row.figures[i]!);
      const [one, other] = two ?? [];
      if (!one || !other) return;
      set({ at: place });
      comparing.getState().compare([one.article, other.article], [one.fact.id, other.fact.id]);
    },
  }));

  function look(): void {
    lookOn().catch(fail);
  }

  /** One look after another: what changed meanwhile is looked at once more. */
  async function lookOn(): Promise<void> {
    isAskedAgain = true;
    if (isRunning) return;
    isRunning = true;
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        await lookOnce();
      }
    } finally {
      isRunning = false;
    }
  }

  async function lookOnce(): Promise<void> {
    const mine = ++turn;
    store.setState({ phase: 'looking', progress: NO_PROGRESS, failure: null });
    const found = await asked(() => worker.call('compare.library', saidOfFigures(session)));
    if (mine !== turn) return;
    if (!found.ok) store.setState({ phase: 'found', failure: found });
    else {
      store.setState({ phase: 'found', found: found.value });
      list(Math.max(LISTED, store.getState().rows.length));
    }
  }

  /** Lists the first of the section. */
  function list(count: number): void {
    const { section, found } = store.getState();
    const mine = turn;
    if (!found) return;
    asked(() => worker.call('compare.groups', section, 0, count))
      .then((rows) => {
        if (mine !== turn || section !== store.getState().section) return;
        if (!rows.ok) store.setState({ failure: rows });
        // The worker was stopped for another's sake, and knows nothing of what it found.
        else if (rows.value === null) look();
        else store.setState({ rows: rows.value });
      })
      .catch(fail);
  }

  worker.on('compare.libraryProgress', (progress) => {
    if (store.getState().phase === 'looking') store.setState({ progress });
  });
  return store;
}

/** What a worker answers; one that broke fails what was asked. */
async function asked<Answer extends { readonly ok: boolean }>(
  ask: () => Promise<Answer>,
): Promise<Answer | Failure<'compare-failed'>> {
  try {
    return await ask();
  } catch (error) {
    return failure('compare-failed', { error: String(error) });
  }
}
