import type { LibraryState } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { SourceActs } from './extract.ts';

const NOTHING: readonly never[] = [];
const NOT_DESCRIBED = {};

/**
 * What the person made of one source, as a run of the pipeline takes it. Of two states in which that is the same the
 * parts are the same objects.
 */
export function actsOfSource(state: LibraryState, source: SourceHash): SourceActs {
  const origin = state.sources.get(source)?.origin;
  return {
    ...(origin ? { origin } : {}),
    description: state.descriptions.get(source) ?? NOT_DESCRIBED,
    cuts: state.cuts.get(source) ?? NOTHING,
    settledDoubts: state.settledDoubts.get(source) ?? NOTHING,
    verdicts: state.verdicts.get(source) ?? NOTHING,
    names: state.markedNames.get(source) ?? NOTHING,
    words: state.ownWords,
  };
}
