import type { ReactNode } from 'react';
import { Input, SearchField } from 'react-aria-components';
import styles from './list-filter.module.css';
import { PLAIN_INPUT } from './plain-input.ts';

export interface ListFilterProps {
  /** Its accessible name, shown while nothing is typed. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
  /** Stands beside it, as the menu of orders. */
  readonly children?: ReactNode;
}

/** The head of a list: words that what is listed must hold. Escape empties it. */
export function ListFilter({ label, value, onChange, children }: ListFilterProps) {
  return (
    <div className={styles.bar}>
      <SearchField className={styles.field ?? ''} aria-label={label} value={value} onChange={onChange}>
        <Input {...PLAIN_INPUT} placeholder={label} />
      </SearchField>
      {children}
    </div>
  );
}
