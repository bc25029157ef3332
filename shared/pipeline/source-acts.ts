import type { LibraryState } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { SourceActs } from './extract.ts';

/** What the person made of one source, as a run of the pipeline takes it. */
export function actsOfSource(state: LibraryState, source: SourceHash): SourceActs {
  const origin = state.sources.get(source)?.origin;
  return {
    ...(origin ? { origin } : {}),
    description: state.descriptions.get(source) ?? {},
    cuts: state.cuts.get(source) ?? [],
    settledDoubts: state.settledDoubts.get(source) ?? [],
    verdicts: state.verdicts.get(source) ?? [],
    names: state.markedNames.get(source) ?? [],
    words: state.ownWords,
  };
}
