import type { LibraryState } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { actsOfSource } from '@shared/pipeline/source-acts.ts';
import type { Origin } from '../library/rows.ts';
import type { DeriveJob } from '../workers/derive-calls.ts';
import type { Session } from './session.ts';

/** What says of a source that it is wanted: what is kept of it, or what the pack names. */
interface Named {
  readonly name: string;
  readonly size: number;
}

/** The job of each source, and what it was made of: one whose acts did not change is the same object. */
const jobs = new WeakMap<Named, { readonly of: readonly unknown[]; readonly job: DeriveJob }>();
/** The list of each state of the journal. */
const lists = new WeakMap<LibraryState, Pick<Session, 'pack'> & { readonly wanted: readonly DeriveJob[] }>();

/** Every source that belongs on the shelf, with what the person made of it: imported ones first. */
export function listWantedSources({ state, pack }: Pick<Session, 'state' | 'pack'>): readonly DeriveJob[] {
  const known = lists.get(state);
  if (known?.pack === pack) return known.wanted;
  const packed = new Set(pack.map(({ sha256 }) => sha256));
  const wanted: DeriveJob[] = [];
  for (const kept of state.sources.values())
    if (kept.status === 'present' && !packed.has(kept.source))
      wanted.push(jobOf(state, kept.source, 'vault', kept));
  for (const named of pack)
    if ((state.sources.get(named.sha256)?.status ?? 'present') === 'present')
      wanted.push(jobOf(state, named.sha256, 'pack', named));
  lists.set(state, { pack, wanted });
  return wanted;
}

/** Whether a source belongs on the shelf, be its rows there or not. */
export const isWanted = (session: Pick<Session, 'state' | 'pack'>, source: string): boolean =>
  listWantedSources(session).some(({ sha256 }) => sha256 === source);

function jobOf(state: LibraryState, sha256: SourceHash, origin: Origin, named: Named): DeriveJob {
  const acts = actsOfSource(state, sha256);
  const of = Object.values(acts);
  const before = jobs.get(named);
  if (before?.of.length === of.length && before.of.every((part, at) => part === of[at])) return before.job;
  const job: DeriveJob = { sha256, name: named.name, origin, size: named.size, acts };
  jobs.set(named, { of, job });
  return job;
}

/** What a person makes that no source is read by. */
const OF_NO_SOURCE: readonly (keyof LibraryState)[] = [
  'sourceTags',
  'labels',
  'bookmarks',
  'removedBookmarks',
  'searches',
  'joinedNames',
  'splitNames',
  'unplaced',
];

/** Whether the same sources are wanted in both states, each with the same acts. */
export const wantSame = (state: LibraryState, other: LibraryState): boolean =>
  (Object.keys(state) as (keyof LibraryState)[]).every(
    (part) => state[part] === other[part] || OF_NO_SOURCE.includes(part),
  );
