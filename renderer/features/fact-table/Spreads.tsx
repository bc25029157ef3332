import type { ClaimSpread } from '@shared/search/claims/claim-groups.ts';
import type { ClaimFacet } from '@shared/search/claims/claim-view.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { sayNumber } from '../../ui/value-words.ts';
import styles from './fact-table.module.css';
import { langOfFacetValue, sayFacetValue, sayUnit } from './table-columns.tsx';

const COUNTED = ['facts', 'least', 'median', 'greatest', 'total'] as const;

export interface SpreadsProps {
  readonly by: ClaimFacet;
  readonly spreads: readonly ClaimSpread[];
}

/** Facts gathered by a column: how many there are of each unit, from where to where they go, and their sum. */
export function Spreads({ by, spreads }: SpreadsProps) {
  const messages = useMessages();
  const { say, number } = messages;
  const desk = useDesk();
  const label = say(`table.column.${by}`);
  const open = (value: string): void => {
    const claims = desk.claims.getState();
    if (!claims.chosen[by]?.includes(value)) claims.toggle(by, value);
    claims.gather(null);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled with keys
    <section className={styles.spreads} tabIndex={0} aria-label={say('table.groups', { by: label })}>
      <table>
        <caption>{say('table.groups', { by: label })}</caption>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {by !== 'unit' && <th scope="col">{say('table.column.unit')}</th>}
            {COUNTED.map((column) => (
              <th key={column} scope="col" className={styles.counted}>
                {say(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spreads.map((spread) => (
            <tr key={`${spread.value} ${spread.unit}`}>
              <th scope="row" lang={langOfFacetValue(by, spread.value)}>
                <button type="button" onClick={() => open(spread.value)}>
                  {sayFacetValue(by, spread.value, messages)}
                </button>
              </th>
              {by !== 'unit' && <td>{sayUnit(spread.unit, messages)}</td>}
              <td className={styles.counted}>{number(spread.facts)}</td>
              <td className={styles.counted}>{sayNumber(spread.least, messages)}</td>
              <td className={styles.counted}>{sayNumber(spread.median, messages)}</td>
              <td className={styles.counted}>{sayNumber(spread.greatest, messages)}</td>
              <td className={styles.counted}>
                {spread.total !== null && `${spread.isExact ? '' : '≈ '}${sayNumber(spread.total, messages)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{say('table.totalWhy')}</p>
    </section>
  );
}
