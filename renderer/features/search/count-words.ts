import type { Search } from '../../state/search.ts';
import type { Messages } from '../../ui/read-messages.ts';

type Counted = Pick<Search, 'phase' | 'articles' | 'exact' | 'hits' | 'sought'>;

/** How much was found, in a line; a place in a text is counted only where words or figures were asked for. */
export function sayCount({ phase, articles, exact, hits, sought }: Counted, say: Messages['say']): string {
  if ((phase === 'searching' || phase === 'counting') && articles === 0) return say('search.searching');
  if (phase === 'counting') return say('search.counting', { articles });
  if (sought === 'nothing') return say('search.nothingSought');
  if (exact === 0) return say('search.onlyInexact', { articles });
  // A field narrows articles and marks no place in them.
  return hits === null || hits === 0
    ? say('search.resultsMany', { articles: exact })
    : say('search.results', { hits, articles: exact });
}
