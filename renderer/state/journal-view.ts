import type { JournalLine } from '@shared/contracts/host.ts';
import type { Act } from '@shared/journal/act.ts';
import { readAct } from '@shared/journal/act-schema.ts';
import { fold, foldOnto } from '@shared/journal/fold.ts';
import type { LibraryState } from '@shared/journal/state.ts';
import { nextToRedo, nextToUndo } from '@shared/journal/undo.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { Outgoing } from '../library/outbox.ts';
import type { BundledSource } from '../workers/bundled-pack.ts';
import { sourcesOfDeed } from './deed-source.ts';
import { listUnwritten, type Unwritten } from './unwritten.ts';

/** The part of the journal that a page has read. */
export interface JournalRead {
  /** Acts that the host has on disk. */
  readonly written: readonly Act[];
  /** Position of the last journal line seen. */
  readonly position: number;
  /** Lines whose act this version cannot read: kept by the vault, left out of everything shown. */
  readonly unreadable: number;
}

/** What the journal, and what waits to be written to it, come to. */
export interface JournalView {
  /** Written and waiting acts, in the order in which they were done. */
  readonly acts: readonly Act[];
  readonly state: LibraryState;
  readonly undoable: Act | null;
  readonly redoable: Act | null;
  readonly unwritten: Unwritten;
}

export const NOTHING_READ: JournalRead = { written: [], position: 0, unreadable: 0 };

/** Adds lines that follow; those seen before are passed over. */
export function readLines(journal: JournalRead, lines: readonly JournalLine[]): JournalRead {
  const written = [...journal.written];
  let { position, unreadable } = journal;
  for (const line of lines) {
    if (line.position <= position) continue;
    position = line.position;
    const act = readAct(line.act);
    if (act.ok) written.push(act.value);
    else unreadable++;
  }
  return { written, position, unreadable };
}

/** Whether lines can be added with none missing between. */
export const follows = ({ position }: JournalRead, lines: readonly JournalLine[]): boolean => {
  const added = lines.filter((line) => line.position > position);
  return added.every((line, index) => line.position === position + index + 1);
};

/** @param before what was seen last; acts done behind all that it holds are added to it, and nothing is folded anew. */
export function viewJournal(
  { written }: JournalRead,
  waiting: readonly Outgoing[],
  packed: ReadonlyMap<SourceHash, BundledSource>,
  before: JournalView | null,
): JournalView {
  const further = before && waiting.length === 0 ? seeFurther(before, written, packed) : null;
  if (further) return further;
  const known = new Set(written.map(({ id }) => id));
  const unwritten = waiting.flatMap((outgoing) => outgoing.acts).filter(({ id }) => !known.has(id));
  const acts = [...written, ...unwritten];
  const asked = acts.filter((act) => isAsked(act, packed));
  return {
    acts,
    state: fold(
      unwritten.length > 0 ? [...written, ...adoptions(written, unwritten, packed), ...unwritten] : acts,
    ),
    undoable: nextToUndo(asked),
    redoable: nextToRedo(asked),
    unwritten: listUnwritten(unwritten, acts),
  };
}

/** Nobody asked for the copy of a bundled original, so undo passes over it. */
const isAsked = ({ deed }: Act, packed: ReadonlyMap<SourceHash, BundledSource>): boolean =>
  deed.type !== 'source.add' || !packed.has(deed.source);

/** The same view with the acts that were written since; null where more has changed than that. */
function seeFurther(
  before: JournalView,
  written: readonly Act[],
  packed: ReadonlyMap<SourceHash, BundledSource>,
): JournalView | null {
  const { acts, unwritten } = before;
  const isBehind = unwritten.acts.size === 0 && acts.every((act, at) => act === written[at]);
  if (!isBehind) return null;
  const added = written.slice(acts.length);
  if (added.length === 0) return before;
  const state = foldOnto(before.state, acts, added);
  if (!state) return null;
  const asked = added.findLast((act) => isAsked(act, packed));
  return {
    acts: written,
    state,
    undoable: asked ?? before.undoable,
    redoable: asked ? null : before.redoable,
    unwritten,
  };
}

/** Bundled sources come into the vault with the first deed on them that is written; until then they count as there. */
function adoptions(
  written: readonly Act[],
  unwritten: readonly Act[],
  packed: ReadonlyMap<SourceHash, BundledSource>,
): Act[] {
  const added = new Set(written.flatMap(({ deed }) => (deed.type === 'source.add' ? [deed.source] : [])));
  return unwritten.flatMap((act) =>
    sourcesOfDeed(act.deed).flatMap((source): Act[] => {
      const bundled = packed.get(source);
      if (!bundled || added.has(source)) return [];
      added.add(source);
      const { name, size } = bundled;
      return [
        { ...act, id: `${act.id} adoption ${source}`, deed: { type: 'source.add', source, name, size } },
      ];
    }),
  );
}
