import type { Cell, TableName } from '@shared/exchange/tables.ts';
import { useMessages } from '../../ui/messages.tsx';
import type { Messages } from '../../ui/read-messages.ts';
import type { ExportPreview as Preview } from '../../workers/exchange-calls.ts';
import styles from './exchange.module.css';
import { sayCell } from './finding-words.ts';

/** The columns that tell a person what a row is; the file has all of them. */
const SHOWN: Readonly<Record<TableName, readonly string[]>> = {
  facts: ['words', 'value', 'date', 'unit', 'measure', 'subject', 'headline'],
  names: ['words', 'type', 'canonical', 'role', 'headline'],
  quotes: ['words', 'speaker', 'headline'],
  bookmarks: ['words', 'note', 'tags', 'headline'],
  articles: ['headline', 'byline', 'newspaper', 'edition', 'published'],
  texts: ['words', 'part', 'headline'],
  doubts: ['exact', 'reason', 'headline'],
};

/** The first rows of what would go out, and how many there are. */
export function ExportPreview(props: {
  readonly preview: Preview | null;
  readonly what: readonly TableName[];
  readonly isCounting: boolean;
}) {
  const messages = useMessages();
  const { say } = messages;
  const { preview, what, isCounting } = props;
  const counts = what.map((table) =>
    say('export.count', { what: say(`export.table.${table}`), count: preview?.counts[table] ?? 0 }),
  );
  const isEmpty = preview !== null && preview.rows.length === 0;
  return (
    <section className={styles.preview} aria-label={say('export.preview')}>
      <p className={styles.counts} role="status">
        {counts.join(say('export.comma'))}
        {isCounting && ` ${say('export.counting')}`}
      </p>
      {isEmpty && !isCounting && <p className={styles.hint}>{say('export.nothing')}</p>}
      {preview && preview.rows.length > 0 && (
        <div className={styles.scroll}>
          <table>
            <thead>
              <tr>
                {SHOWN[preview.table].map((column) => (
                  <th key={column} scope="col">
                    {sayColumn(column, messages)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {preview.rows.map((row, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one preview never change places
                <tr key={i}>
                  {SHOWN[preview.table].map((column) => (
                    <td key={column} lang="zh-CN">
                      {sayPreviewed(column, row[preview.columns.indexOf(column)] ?? null, messages)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function sayColumn(column: string, { say, isKey }: Messages): string {
  const key = `export.column.${column}`;
  return isKey(key) ? say(key) : column;
}

const sayPreviewed = (column: string, cell: Cell, messages: Messages): string =>
  cell === null || cell === '' ? '' : sayCell(column, String(cell), messages);
