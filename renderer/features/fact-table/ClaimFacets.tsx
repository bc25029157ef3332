import { CLAIM_FACETS, type ClaimFacet } from '@shared/search/claims/claim-view.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './claim-facets.module.css';
import { langOfFacetValue, sayFacetValue } from './table-columns.tsx';

/** What the table of facts can be narrowed by, with how many facts would be left. */
export function ClaimFacets() {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const found = useDeskState('claims', (claims) => claims.found);
  const chosen = useDeskState('claims', (claims) => claims.chosen);
  const valuesOf = (facet: ClaimFacet) => found?.facets[facet] ?? [];
  const chosenOf = (facet: ClaimFacet) => chosen[facet] ?? [];
  // A value that all facts have narrows nothing.
  const shown = CLAIM_FACETS.filter((facet) => chosenOf(facet).length > 0 || valuesOf(facet).length > 1);
  const isNarrowed = CLAIM_FACETS.some((facet) => chosenOf(facet).length > 0);
  return (
    <div className={styles.facets}>
      <header className={styles.head}>
        <h2>{say('table.narrowBy')}</h2>
        {isNarrowed && (
          <Button look="link" onPress={() => desk.claims.getState().clearFacets()}>
            {say('table.clear')}
          </Button>
        )}
      </header>
      {shown.map((facet) => (
        <section key={facet} data-facet={facet}>
          <h3>{say(`table.column.${facet}`)}</h3>
          {valuesOf(facet).map(({ value, count }) => (
            <button
              key={value}
              type="button"
              className={styles.value}
              aria-pressed={chosenOf(facet).includes(value)}
              onClick={() => desk.claims.getState().toggle(facet, value)}
            >
              <span lang={langOfFacetValue(facet, value)}>{sayFacetValue(facet, value, messages)}</span>{' '}
              <b>{messages.number(count)}</b>
            </button>
          ))}
        </section>
      ))}
      {found && shown.length === 0 && <p className={styles.note}>{say('table.nothingNarrows')}</p>}
      <p className={styles.note}>{say('table.beside')}</p>
    </div>
  );
}
