import type { HostInfo, JournalLine } from '@shared/contracts/host.ts';
import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { ACT_SCHEMA, type Act, type Deed } from '@shared/journal/act.ts';
import { doneTogether, effectiveActs, isUndoable } from '@shared/journal/undo.ts';
import { Queue } from '@shared/work/queue.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ConnectedHost, isUnreached } from '../host/connection.ts';
import type { Outbox, Outgoing } from '../library/outbox.ts';
import type { BundledSource } from '../workers/bundled-pack.ts';
import { sourcesOfDeed } from './deed-source.ts';
import {
  follows,
  type JournalRead,
  type JournalView,
  NOTHING_READ,
  readLines,
  viewJournal,
} from './journal-view.ts';

/** What the session takes from its surroundings, so that it can be run with known ones. */
export interface SessionTools {
  readonly outbox: Outbox;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Is told why lines that another page wrote could not be taken in. */
  readonly fail: (error: unknown) => void;
}

/** Acts that the host will not take, as they were done, and what it answered. */
export type RefusedActs = Outgoing & { readonly refusal: Failure };

/** Everything the person made, and the one way to add to it. */
export interface Session extends JournalRead, JournalView {
  readonly info: HostInfo;
  /** Sources of the bundled pack. */
  readonly pack: readonly BundledSource[];
  /** Appends that are on their way to the host. */
  readonly saving: number;
  /** Acts that count and are shown, kept in the outbox until the host has written them; oldest first. */
  readonly waiting: readonly Outgoing[];
  /** Why the host that is here writes none of them; null while nothing hinders it. */
  readonly hindrance: Failure | null;
  /** Acts that the host will not take; they do not count. */
  readonly refused: readonly RefusedActs[];
  /** Acts that waited when an earlier page ended, and that the browser has not kept. */
  readonly lost: number;
  /**
   * Appends acts of these deeds; the state changes once the host has them on disk or, where it cannot be reached,
   * the outbox. The original of a bundled source is copied into the vault with the first deed on it.
   */
  perform(...deeds: Deed[]): Promise<Result<readonly Act[]>>;
  undo(): Promise<Result<Act>>;
  redo(): Promise<Result<Act>>;
  /** Undoes one act of any age by its id, if it counts, and what was done at once with it. */
  undoAct(act: string): Promise<Result<Act>>;
  /** Appends acts of another machine as they are; those that the journal has are not written again. */
  takeActs(acts: readonly Act[]): Promise<Result<null>>;
  /** Writes what waits, if the host takes it now. */
  writeWaiting(): Promise<Result<null>>;
  /** Puts refused acts behind those that wait. */
  tryAgain(id: string): Promise<Result<null>>;
  /** Takes refused acts out of the outbox for good. */
  discard(id: string): Promise<void>;
}

/** Lines that another page wrote, or that the whole journal is another. */
type News = readonly JournalLine[] | 'replaced';

export async function openSession(
  host: ConnectedHost,
  pack: readonly BundledSource[],
  tools: SessionTools,
): Promise<Result<StoreApi<Session>>> {
  // Other pages write while this one reads: what is told meanwhile is taken in once there is where to.
  const told: News[] = [];
  const ends = [
    host.on('journal.appended', (lines) => told.push(lines)),
    host.on('journal.replaced', () => told.push('replaced')),
  ];
  const [info, lines, kept] = await Promise.all([
    host.call('host.info'),
    host.call('journal.read', 0),
    tools.outbox.read(),
  ]);
  for (const end of ends) end();
  if (!info.ok) return info;
  if (!lines.ok) return lines;
  if (!kept.ok) tools.fail(kept.reason);
  const session = createSession(host, tools, info.value, pack, lines.value, kept.ok ? kept.value : [], told);
  const lost = await tools.outbox.takeLost();
  const { acts } = session.getState();
  session.setState({ lost: lost.filter((id) => acts.every((act) => act.id !== id)).length });
  await session.getState().writeWaiting();
  return success(session);
}

function createSession(
  host: ConnectedHost,
  tools: SessionTools,
  info: HostInfo,
  pack: readonly BundledSource[],
  opening: readonly JournalLine[],
  kept: readonly Outgoing[],
  told: readonly News[],
): StoreApi<Session> {
  const { outbox } = tools;
  const packed = new Map(pack.map((source) => [source.sha256, source]));
  const queue = new Queue();
  let latest: JournalView | null = null;
  const seen = (journal: JournalRead, waiting: readonly Outgoing[]) => {
    latest = viewJournal(journal, waiting, packed, latest);
    return { ...journal, ...latest, waiting };
  };

  const store = createStore<Session>()((set, get) => {
    const inTurn = <Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> => {
      set({ saving: get().saving + 1 });
      return queue.run(work).finally(() => set({ saving: get().saving - 1 }));
    };
    /** What is undone is chosen when its turn has come: two in a row undo two acts. What was done at once goes at once. */
    const undo = (choose: () => Act | null | undefined): Promise<Result<Act>> =>
      inTurn(async () => {
        const act = choose();
        if (!act) return failure('nothing-to-undo');
        const { acts } = get();
        const counting = effectiveActs(acts);
        const together = doneTogether(act, acts).filter(({ id }) => counting.has(id));
        const made = await write(together.toReversed().map(({ id }) => ({ type: 'undo', act: id })));
        return made.ok ? success(made.value.at(-1) as Act) : made;
      });
    return {
      info,
      pack,
      saving: 0,
      hindrance: null,
      lost: 0,
      refused: kept.filter((outgoing): outgoing is RefusedActs => outgoing.refusal !== null),
      ...seen(
        readLines(NOTHING_READ, opening),
        kept.filter(({ refusal }) => refusal === null),
      ),
      perform: (...deeds) => inTurn(() => write(deeds)),
      undo: () => undo(() => get().undoable),
      redo: () => undo(() => get().redoable),
      undoAct: (id) => undo(() => get().acts.find((act) => act.id === id && isUndoable(id, get().acts))),
      takeActs: (acts) =>
        inTurn(async () => {
          const appended = await host.call('journal.append', acts);
          if (!appended.ok) return appended;
          await take(appended.value);
          return success(null);
        }),
      writeWaiting: () => queue.run(drain),
      tryAgain: (id) => queue.run(() => requeue(id)),
      discard: (id) => queue.run(() => forgetRefused(id)),
    };
  });

  async function write(deeds: readonly Deed[]): Promise<Result<readonly Act[]>> {
    const at = tools.now().toISOString();
    const acts = deeds.map(
      (deed): Act => ({
        id: tools.newId(),
        at,
        device: info.device,
        schema: ACT_SCHEMA,
        deed,
      }),
    );
    const mine: Outgoing = { id: tools.newId(), acts, refusal: null };
    // In the outbox first: a page that ends before the answer has lost nothing.
    const safe = await outbox.put(mine);
    const before = await drain();
    const sent = before.ok ? await send(mine) : before;
    if (sent.ok) {
      await take(sent.value);
      await forget(mine.id);
      return success(acts);
    }
    if (before.ok && !isUnreached(sent)) {
      await forget(mine.id);
      return sent;
    }
    if (!safe.ok) return safe;
    const { waiting } = store.getState();
    store.setState(seen(store.getState(), [...waiting, mine]));
    return success(acts);
  }

  /** Writes what waits, in order, until all of it is written or something hinders all of it. */
  async function drain(): Promise<Result<null>> {
    for (let [next] = store.getState().waiting; next; [next] = store.getState().waiting) {
      const sent = await send(next);
      const others = store.getState().waiting.slice(1);
      if (sent.ok) await take(sent.value, others);
      else if (hindersAll(sent)) {
        store.setState({ hindrance: isUnreached(sent) ? null : sent });
        return sent;
      } else await refuse(next, sent, others);
      if (sent.ok) await forget(next.id);
    }
    if (store.getState().hindrance !== null) store.setState({ hindrance: null });
    return success(null);
  }

  async function send({ acts }: Outgoing): Promise<Result<readonly JournalLine[]>> {
    const adopted = await adopt(acts.map(({ deed }) => deed));
    if (!adopted.ok) return adopted;
    const copies = adopted.value.map(
      (deed): Act => ({
        id: tools.newId(),
        at: acts[0]?.at ?? tools.now().toISOString(),
        device: info.device,
        schema: ACT_SCHEMA,
        deed,
      }),
    );
    return await host.call('journal.append', [...copies, ...acts]);
  }

  async function refuse(outgoing: Outgoing, refusal: Failure, others: readonly Outgoing[]): Promise<void> {
    const { refused } = store.getState();
    await note(outbox.put({ ...outgoing, refusal }));
    store.setState({ ...seen(store.getState(), others), refused: [...refused, { ...outgoing, refusal }] });
  }

  async function requeue(id: string): Promise<Result<null>> {
    const { refused, waiting } = store.getState();
    const found = refused.find((one) => one.id === id);
    if (!found) return success(null);
    const again: Outgoing = { ...found, refusal: null };
    await note(outbox.put(again));
    store.setState({
      ...seen(store.getState(), [...waiting, again]),
      refused: refused.filter((one) => one !== found),
    });
    return await drain();
  }

  async function forgetRefused(id: string): Promise<void> {
    await forget(id);
    store.setState(({ refused }) => ({ refused: refused.filter((one) => one.id !== id) }));
  }

  /** What stays in the outbox by mistake is sent once more at the next start, and a host takes an act once. */
  const forget = (id: string): Promise<void> => note(outbox.remove(id));

  async function note(change: Promise<Result<null>>): Promise<void> {
    const changed = await change;
    if (!changed.ok) tools.fail(changed.reason);
  }

  /** Deeds that bring the bundled sources among the targets into the vault. */
  async function adopt(deeds: readonly Deed[]): Promise<Result<readonly Deed[]>> {
    const added = new Set(
      store.getState().written.flatMap(({ deed }) => (deed.type === 'source.add' ? [deed.source] : [])),
    );
    const targets = new Set(deeds.flatMap(sourcesOfDeed));
    const copies: Deed[] = [];
    for (const source of targets) {
      const bundled = packed.get(source);
      if (!bundled || added.has(source)) continue;
      const bytes = await host.call('originals.read', source);
      if (!bytes.ok) return bytes;
      const kept = await host.call('originals.keep', bytes.value);
      if (!kept.ok) return kept;
      copies.push({ type: 'source.add', source, name: bundled.name, size: bytes.value.length });
    }
    return success(copies);
  }

  /** The journal could not be read when it had to be: what is shown is not all that is on disk. */
  let isBehind = false;

  async function take(lines: readonly JournalLine[], waiting = store.getState().waiting): Promise<void> {
    const { info: known } = store.getState();
    // What was written shows that it can be.
    if (known.vault.readOnly !== null && lines.length > 0)
      store.setState({ info: { ...known, vault: { ...known.vault, readOnly: null } } });
    if (isBehind || !follows(store.getState(), lines)) await readAnew();
    store.setState(seen(readLines(store.getState(), lines), waiting));
  }

  /** The journal may have been replaced while nobody could tell of it. */
  async function readAnew(): Promise<void> {
    const all = await host.call('journal.read', 0);
    isBehind = !all.ok;
    if (all.ok) store.setState(seen(readLines(NOTHING_READ, all.value), store.getState().waiting));
    else tools.fail(new Error(all.reason));
  }

  /** What another page did while the host is gone waits here too, so that it shows in both. */
  async function takeFromOutbox(): Promise<void> {
    const { waiting, refused, hindrance } = store.getState();
    if (host.connection.getState().phase === 'here' && hindrance === null) return;
    const read = await outbox.read();
    if (!read.ok) return;
    const known = new Set([...waiting, ...refused].map(({ id }) => id));
    if (!read.value.some(({ id, refusal }) => refusal === null && !known.has(id))) return;
    const inOrder = read.value.filter(
      ({ id, refusal }) => refusal === null && !refused.some((one) => one.id === id),
    );
    const kept = new Set(inOrder.map(({ id }) => id));
    store.setState(seen(store.getState(), [...waiting.filter(({ id }) => !kept.has(id)), ...inOrder]));
  }

  outbox.onChange(() => queue.post(takeFromOutbox, tools.fail));
  const hear = (news: News): void =>
    queue.post(() => (news === 'replaced' ? readAnew() : take(news)), tools.fail);
  for (const news of told) hear(news);
  host.on('journal.appended', hear);
  host.on('journal.replaced', () => hear('replaced'));
  host.connection.subscribe(({ phase }, before) => {
    if (phase === 'gone' && before.phase !== 'gone') queue.post(takeFromOutbox, tools.fail);
    if (phase !== 'back' || before.phase === 'back') return;
    queue.post(async () => {
      await readAnew();
      const written = await drain();
      if (written.ok || !isUnreached(written)) host.settle();
    }, tools.fail);
  });
  return store;
}

/** Faults of the acts themselves. Whatever else a host answers keeps it from writing any: all wait until it is over. */
const FAULTS_OF_ACTS: readonly Failure['reason'][] = [
  'act-malformed',
  'act-target-unknown',
  'host-failed',
  'original-damaged',
  'original-missing',
  'refused',
];

const hindersAll = ({ reason }: Failure): boolean => !FAULTS_OF_ACTS.includes(reason);
