import type { SourceSpan } from '@shared/model/offset.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';

/** What was found in the open article, and how to go through it. */
export interface Hits {
  readonly hits: readonly (readonly SourceSpan[])[];
  /** The one that is looked at; −1 before the first. */
  readonly at: number;
  readonly step: (step: 1 | -1) => void;
}

const NOTHING: Hits['hits'] = [];

/** What is looked for in the article itself goes before what the library was searched for. */
export function useHits(article: string): Hits {
  const desk = useDesk();
  const find = useDeskState('find', (state) => state);
  const found = useDeskState(
    'search',
    (search) => search.found.find((row) => row.article === article)?.hits ?? NOTHING,
  );
  const at = useDeskState('search', ({ hit }) => (hit?.article === article ? hit.index : -1));
  if (find.isOpen) return find;
  return { hits: found, at, step: (step) => desk.search.getState().stepHit(article, step) };
}
