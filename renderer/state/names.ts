import { type Failure, failure } from '@shared/contracts/results.ts';
import { joinedForm, type NamesThatAreOne } from '@shared/journal/joined-names.ts';
import type { NameMention, NameType } from '@shared/model/name.ts';
import { formOfMention } from '@shared/names/name-form.ts';
import type { NameFilter } from '@shared/search/names/name-view.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ListedName, NameLine, NamePage, NamesFound, PlacedMention } from '../workers/names-calls.ts';
import type { SearchClient } from '../workers/search-client.ts';
import type { Deeds } from './deeds.ts';
import { RowsInSight } from './rows-in-sight.ts';
import type { Session } from './session.ts';

const EVERYONE: NameFilter = { type: null, words: '' };

/** Who and what the library names: the rows in sight of a list, and of the page of one name. */
export interface Names {
  /** The words as they were typed. */
  readonly filter: NameFilter;
  /** Null until they were looked for. */
  readonly found: NamesFound | null;
  /** Names that were read, by their place in the list. */
  readonly rows: ReadonlyMap<number, ListedName>;
  /** The name that is open, where the library says it. */
  readonly page: NamePage | null;
  /** Lines of its page that were read, by their place. */
  readonly lines: ReadonlyMap<number, NameLine | null>;
  /** Why there are none. */
  readonly unavailable: Failure | null;
  /**
   * Looks for the names, and follows the library from now on.
   * @returns a function that ends this, and lists all names again when they are next looked for.
   */
  watch(): () => void;
  narrow(part: Partial<NameFilter>): void;
  /** Opens the page of a name by its id, or shows none. */
  open(id: string | null): void;
  /** Reads the rows at these places, as far as they were not read. */
  need(from: number, to: number): void;
  needLines(from: number, to: number): void;
  /** Other names of a name's type that hold words, the most said first. */
  offer(page: NamePage, words: string, most: number): Promise<readonly ListedName[]>;
  /** See `names.mentions` and `names.telling`. */
  mentions(id: string, articles: readonly string[]): Promise<readonly PlacedMention[]>;
  telling(id: string, articles: readonly string[]): Promise<string | null>;
  /** Another name is this one; the page's gives the form they go by. */
  joinWith(page: NamePage, other: ListedName): Promise<boolean>;
  split(type: NameType, form: string, from: string): Promise<boolean>;
}

export interface NamesTools {
  readonly worker: SearchClient;
  readonly unavailable: Failure | null;
  readonly session: StoreApi<Session>;
  readonly deeds: Deeds;
  readonly fail: (error: unknown) => void;
}

export function createNames(tools: NamesTools): StoreApi<Names> {
  const { worker, session, deeds, unavailable, fail } = tools;
  let isWatching = false;
  /** What the worker was told last. */
  let told: NamesThatAreOne | null = null;
  /** The name that is to be open, whether or not the library says it. */
  let wanted: string | null = null;
  let finding = 0;
  let opening = 0;
  const rows = new RowsInSight<ListedName>(
    (from, to) => worker.call('names.rows', asked(), from, to),
    (read) => store.setState({ rows: read }),
    lose,
  );
  const lines = new RowsInSight<NameLine | null>(
    (from, to) => worker.call('names.lines', wanted ?? '', from, to),
    (read) => store.setState({ lines: read }),
    lose,
  );
  const store = createStore<Names>()((set, get) => ({
    filter: EVERYONE,
    found: null,
    rows: new Map(),
    page: null,
    lines: new Map(),
    unavailable,
    watch: () => {
      if (unavailable) return () => undefined;
      isWatching = true;
      lookAgain().catch(lose);
      return () => {
        isWatching = false;
        set({ filter: EVERYONE });
      };
    },
    narrow: (part) => {
      set({ filter: { ...get().filter, ...part } });
      if (isWatching) find().catch(lose);
    },
    open: (id) => {
      wanted = id;
      if (id === null) set({ page: null, lines: new Map() });
      if (isWatching) open().catch(lose);
    },
    need: (from, to) => rows.need(from, to),
    needLines: (from, to) => lines.need(from, to),
    offer: async ({ id, type }, words, most) => {
      const filter = { type, words: words.trim() };
      // One more, since the name itself may be among them.
      const some = await worker.call('names.rows', filter, 0, most + 1);
      return some.filter((other) => other.id !== id).slice(0, most);
    },
    mentions: (id, articles) => worker.call('names.mentions', id, articles),
    telling: (id, articles) => worker.call('names.telling', id, articles),
    joinWith: async ({ type, form, forms }, other) => {
      const more = (await worker.call('names.page', other.id))?.forms ?? [];
      const all = new Set([...forms, ...more, other.form]);
      return await deeds.perform({ type: 'name.join', nameType: type, forms: [...all], as: form });
    },
    split: (nameType, form, from) => deeds.perform({ type: 'name.split', nameType, form, from }),
  }));

  function asked(): NameFilter {
    const { type, words } = store.getState().filter;
    return { type, words: words.trim() };
  }

  async function find(): Promise<void> {
    const mine = ++finding;
    const filter = asked();
    const { type } = filter;
    const found = await worker.call('names.find', filter);
    // What no chip offers any more narrows nothing: nobody could take it off.
    if (mine === finding && type !== null && !found.types[type]) {
      store.getState().narrow({ type: null });
      return;
    }
    // The rows that are shown stay until those that take their places are read.
    const take = mine === finding ? await rows.readAnew(0) : null;
    if (take && mine === finding) store.setState({ found, rows: take(), unavailable: null });
  }

  async function open(): Promise<void> {
    const mine = ++opening;
    if (wanted === null) return;
    const page = await worker.call('names.page', wanted);
    const take = page && mine === opening ? await lines.readAnew(0) : null;
    if (mine === opening) store.setState({ page, lines: take?.() ?? new Map() });
  }

  /** Names that are not shown are looked for when they are again, not with every page that is imported meanwhile. */
  async function lookAgain(): Promise<void> {
    const { joinedNames, splitNames } = session.getState().state;
    if (told?.joinedNames !== joinedNames || told.splitNames !== splitNames) {
      await worker.call('names.join', { joinedNames, splitNames });
      told = { joinedNames, splitNames };
    }
    await Promise.all([find(), open()]);
  }

  function lose(error: unknown): void {
    fail(error);
    // Looked for again when names are shown again.
    store.setState({ unavailable: failure('search-failed', { error: String(error) }) });
  }

  session.subscribe((now, before) => {
    const { joinedNames, splitNames } = before.state;
    const isOther = now.state.joinedNames !== joinedNames || now.state.splitNames !== splitNames;
    if (isWatching && isOther) lookAgain().catch(lose);
  });
  worker.on('names.changed', () => {
    if (isWatching) lookAgain().catch(lose);
  });
  return store;
}

/** The form that a mention is gathered under: what the person joined, else its fullest form on the page. */
export const formOf = (name: NameMention, state: NamesThatAreOne): string =>
  joinedForm(state, name.type, formOfMention(name), name.text);
