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
