import { useState } from 'react';
import { nameOfSource } from '../../state/source-name.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { FACETS, type Facet } from '../../workers/search-calls.ts';
import styles from './facets.module.css';

/** Values of a facet that may stand in one line: with more, the rest is asked for. */
const IN_A_LINE = 3;

/** What the answers can be narrowed by, with how many of them would be left. */
export function Facets() {
  const { say, isKey } = useMessages();
  const desk = useDesk();
  const { facets, chosen, articles } = useDeskState('search', (search) => search);
  const [open, setOpen] = useState<Facet | null>(null);
  const label = (facet: Facet, value: string): string => {
    if (facet === 'year') return say('shelf.year', { year: value });
    if (facet === 'bookmarked') return say('search.facet.bookmarked');
    const key = `search.kind.${value}`;
    if (facet === 'kind' && isKey(key)) return say(key);
    return facet === 'source' ? nameOfSource(value) : value;
  };
  // A value that all answers have narrows nothing.
  const shown = FACETS.filter(
    (facet) =>
      chosen[facet].length > 0 ||
      facets[facet].length > 1 ||
      facets[facet].some(({ count }) => count < articles),
  );
  if (shown.length === 0) return null;
  const isNarrowed = FACETS.some((facet) => chosen[facet].length > 0);
  return (
    <div className={styles.facets}>
      {shown.map((facet) => (
        <section key={facet} className={styles.facet} data-facet={facet} data-open={open === facet}>
          <h3>{say(`search.facet.${facet}`)}</h3>
          <div className={styles.values}>
            {facets[facet].map(({ value, count }) => (
              <button
                key={value}
                type="button"
                aria-pressed={chosen[facet].includes(value)}
                onClick={() => desk.search.getState().toggle(facet, value)}
              >
                <span lang={facet === 'kind' || facet === 'bookmarked' ? undefined : 'zh-CN'}>
                  {label(facet, value)}
                </span>{' '}
                <b>{count}</b>
              </button>
            ))}
          </div>
          {facets[facet].length > IN_A_LINE && (
            <IconButton
              icon={open === facet ? 'up' : 'down'}
              label={say(open === facet ? 'search.facet.fewer' : 'search.facet.all')}
              onPress={() => setOpen(open === facet ? null : facet)}
            />
          )}
        </section>
      ))}
      {isNarrowed && (
        <p className={styles.clear}>
          <Button look="link" onPress={() => desk.search.getState().clearFacets()}>
            {say('search.clearFacets')}
          </Button>
        </p>
      )}
    </div>
  );
}
