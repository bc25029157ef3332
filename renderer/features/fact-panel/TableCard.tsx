import type { Fact } from '@shared/model/fact.ts';
import type { SourceOffset } from '@shared/model/offset.ts';
import type { Table } from '@shared/model/table.ts';
import { memo } from 'react';
import type { Focus } from '../../state/focus.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Spoken } from '../../ui/Spoken.tsx';
import { sayColumn, sayTableAsText } from '../../ui/table-words.ts';
import { sayValue } from '../../ui/value-words.ts';
import styles from './table-card.module.css';

export interface TableCardProps extends Pick<Focus, 'hover' | 'pin' | 'pinned'> {
  readonly table: Table<SourceOffset, Fact>;
  readonly onCopy: (words: string) => unknown;
}

/** A table that the page prints as prose, in rows; each cell pins its fact. Memoised, as `CardView` is. */
export const TableCard = memo(function TableCard({ table, hover, pin, pinned, onCopy }: TableCardProps) {
  const messages = useMessages();
  const { say } = messages;
  return (
    <div className={styles.card}>
      <div className={styles.frame}>
        <table className={styles.table} aria-label={say('facts.table')}>
          <thead>
            <tr>
              <th scope="col">
                <Spoken>{say('facts.tableRow')}</Spoken>
              </th>
              {table.columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={at} scope="col" lang="zh-CN">
                  {sayColumn(column, messages)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(({ label, cells }) => (
              <tr key={label.start}>
                <th scope="row" lang="zh-CN">
                  {label.text}
                </th>
                {cells.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  <td key={at}>
                    {cell && (
                      <button
                        type="button"
                        data-pinned={pinned === cell.id}
                        title={cell.text}
                        onPointerEnter={() => hover(cell.id)}
                        onPointerLeave={() => hover(null)}
                        onClick={() => pin(cell.id, 'panel')}
                      >
                        {[sayValue(cell, messages).bound, sayValue(cell, messages).number].join('')}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className={styles.foot}>
        <span>{say('facts.tableWhy')}</span>
        <Button look="link" icon="copy" onPress={() => onCopy(sayTableAsText(table, messages))}>
          {say('facts.tableCopy')}
        </Button>
      </footer>
    </div>
  );
});
