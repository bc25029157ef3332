import type { LibraryState } from '@shared/journal/state.ts';
import { actsOfSource } from '@shared/pipeline/source-acts.ts';
import type { DeriveJob } from '../workers/derive-calls.ts';
import type { Session } from './session.ts';

/** Every source that belongs on the shelf, with what the person made of it: imported ones first. */
export function listWantedSources({ state, pack }: Pick<Session, 'state' | 'pack'>): DeriveJob[] {
  const packed = new Set(pack.map(({ sha256 }) => sha256));
  const imported = [...state.sources.values()]
    .filter(({ source, status }) => status === 'present' && !packed.has(source))
    .map(
      ({ source, name, size }): DeriveJob => ({
        sha256: source,
        name,
        origin: 'vault',
        size,
        acts: actsOfSource(state, source),
      }),
    );
  const bundled = pack
    .filter(({ sha256 }) => (state.sources.get(sha256)?.status ?? 'present') === 'present')
    .map(
      ({ sha256, name, size }): DeriveJob => ({
        sha256,
        name,
        origin: 'pack',
        size,
        acts: actsOfSource(state, sha256),
      }),
    );
  return [...imported, ...bundled];
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
