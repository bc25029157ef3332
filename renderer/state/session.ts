import type { Host, HostInfo, JournalLine } from '@shared/contracts/host.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { ACT_SCHEMA, type Act, type Deed } from '@shared/journal/act.ts';
import { readAct } from '@shared/journal/act-schema.ts';
import { fold } from '@shared/journal/fold.ts';
import type { LibraryState } from '@shared/journal/state.ts';
import { effectiveActs, nextToRedo, nextToUndo } from '@shared/journal/undo.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { Queue } from '@shared/work/queue.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BundledSource } from '../workers/bundled-pack.ts';
import { sourceOfDeed } from './deed-source.ts';

/** What the session takes from its surroundings, so that it can be run with known ones. */
export interface SessionTools {
  readonly now: () => Date;
  readonly newId: () => string;
  /** Is told why lines that another page wrote could not be taken in. */
  readonly fail: (error: unknown) => void;
}

/** Everything the person made, and the one way to add to it. */
export interface Session {
  readonly info: HostInfo;
  /** Sources of the bundled pack. */
  readonly pack: readonly BundledSource[];
  readonly acts: readonly Act[];
  /** Position of the last journal line seen. */
  readonly position: number;
  /** Lines whose act this version cannot read: kept by the vault, left out of `state`. */
  readonly unreadable: number;
  readonly state: LibraryState;
  readonly undoable: Act | null;
  readonly redoable: Act | null;
  /** Appends that the host has not acknowledged yet. */
  readonly saving: number;
  /**
   * Appends acts of these deeds; the state changes once the host has them on disk. The original of a
   * bundled source is copied into the vault with the first deed on it.
   */
  perform(...deeds: Deed[]): Promise<Result<readonly Act[]>>;
  undo(): Promise<Result<Act>>;
  redo(): Promise<Result<Act>>;
  /** Undoes one act of any age by its id, if it counts. */
  undoAct(act: string): Promise<Result<Act>>;
}

export async function openSession(
  host: Host,
  pack: readonly BundledSource[],
  tools: SessionTools,
): Promise<Result<StoreApi<Session>>> {
  const [info, lines] = await Promise.all([host.call('host.info'), host.call('journal.read', 0)]);
  return lines.ok ? success(createSession(host, tools, info, pack, lines.value)) : lines;
}

function createSession(
  host: Host,
  tools: SessionTools,
  info: HostInfo,
  pack: readonly BundledSource[],
  opening: readonly JournalLine[],
): StoreApi<Session> {
  const packed = new Map(pack.map((source) => [source.sha256, source]));
  const queue = new Queue();

  const store = createStore<Session>()((set, get) => {
    const write = <Made>(task: () => Promise<Result<Made>>): Promise<Result<Made>> => {
      set({ saving: get().saving + 1 });
      return queue.run(task).finally(() => set({ saving: get().saving - 1 }));
    };
    /** The act is named when its turn has come: one that waits before it may have undone it. */
    const undoing = (name: () => string | undefined): Promise<Result<Act>> =>
      write(async () => {
        const act = name();
        if (act === undefined) return failure('nothing-to-undo');
        const made = await append([{ type: 'undo', act }]);
        return made.ok ? success(made.value.at(-1) as Act) : made;
      });
    return {
      info,
      pack,
      saving: 0,
      ...taken(EMPTY, opening, packed),
      perform: (...deeds) => write(() => append(deeds)),
      undo: () => undoing(() => get().undoable?.id),
      redo: () => undoing(() => get().redoable?.id),
      undoAct: (act) => undoing(() => (effectiveActs(get().acts).has(act) ? act : undefined)),
    };
  });

  async function append(deeds: readonly Deed[]): Promise<Result<readonly Act[]>> {
    const adopted = await adopt(deeds);
    if (!adopted.ok) return adopted;
    const acts = [...adopted.value, ...deeds].map(
      (deed): Act => ({
        id: tools.newId(),
        at: tools.now().toISOString(),
        device: info.device,
        schema: ACT_SCHEMA,
        deed,
      }),
    );
    const written = await host.call('journal.append', acts);
    if (!written.ok) return written;
    await take(written.value);
    return success(acts);
  }

  /** Deeds that bring the bundled sources among the targets into the vault. */
  async function adopt(deeds: readonly Deed[]): Promise<Result<readonly Deed[]>> {
    const { sources } = store.getState().state;
    const targets = new Set(deeds.map(sourceOfDeed).filter((source) => source !== null));
    const added: Deed[] = [];
    for (const source of targets) {
      const bundled = packed.get(source);
      if (!bundled || sources.has(source)) continue;
      const bytes = await host.call('originals.read', source);
      if (!bytes.ok) return bytes;
      const kept = await host.call('originals.keep', bytes.value);
      if (!kept.ok) return kept;
      added.push({ type: 'source.add', source, name: bundled.name, size: bytes.value.length });
    }
    return success(added);
  }

  async function take(lines: readonly JournalLine[]): Promise<void> {
    const { position } = store.getState();
    const first = lines[0];
    if (!first) return;
    if (first.position <= position + 1) {
      store.setState(taken(store.getState(), lines, packed));
      return;
    }
    const missed = await host.call('journal.read', position);
    if (missed.ok) store.setState(taken(store.getState(), missed.value, packed));
  }

  host.on('journal.appended', (lines) => {
    queue.post(() => take(lines), tools.fail);
  });
  host.on('journal.replaced', () => {
    queue.post(async () => {
      const all = await host.call('journal.read', 0);
      if (all.ok) store.setState(taken(EMPTY, all.value, packed));
    }, tools.fail);
  });
  return store;
}

type Journal = Pick<Session, 'acts' | 'position' | 'unreadable'>;
type Folded = Journal & Pick<Session, 'state' | 'undoable' | 'redoable'>;

const EMPTY: Journal = { acts: [], position: 0, unreadable: 0 };

function taken(
  journal: Journal,
  lines: readonly JournalLine[],
  packed: ReadonlyMap<SourceHash, BundledSource>,
): Folded {
  const acts = [...journal.acts];
  let { position, unreadable } = journal;
  for (const line of lines) {
    if (line.position <= position) continue;
    position = line.position;
    const act = readAct(line.act);
    if (act.ok) acts.push(act.value);
    else unreadable++;
  }
  // Nobody asked for the copy of a bundled original, so undo passes over it.
  const asked = acts.filter(({ deed }) => deed.type !== 'source.add' || !packed.has(deed.source));
  return {
    acts,
    position,
    unreadable,
    state: fold(acts),
    undoable: nextToUndo(asked),
    redoable: nextToRedo(asked),
  };
}
