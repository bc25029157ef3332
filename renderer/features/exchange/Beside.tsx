import type { SideBySide } from '@shared/exchange/carry/side-by-side.ts';
import type { FactVerdict } from '@shared/journal/state.ts';
import { joinLines } from '@shared/text/unseen.ts';
import { useMessages } from '../../ui/messages.tsx';
import type { Messages } from '../../ui/read-messages.ts';
import type { SourceNames } from './carry-words.ts';
import styles from './exchange.module.css';
import { sayCell } from './finding-words.ts';

/** Two people's corrections of the same pages, figure by figure, with how many agree. */
export function Beside({ beside, names }: { readonly beside: SideBySide; readonly names: SourceNames }) {
  const messages = useMessages();
  const { say } = messages;
  if (beside.rows.length === 0) return null;
  return (
    <details className={styles.beside}>
      <summary>{say('export.beside.sum', { agreeing: beside.agreeing, both: beside.both })}</summary>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('export.beside.page')}</th>
              <th scope="col">{say('export.column.words')}</th>
              <th scope="col">{say('export.beside.mine')}</th>
              <th scope="col">{say('export.beside.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {beside.rows.map((row) => (
              <tr key={`${row.source} ${row.spans}`} data-agree={row.agree}>
                <td lang="zh-CN">{names.get(row.source) ?? row.source.slice(0, 12)}</td>
                <td lang="zh-CN">{joinLines(row.words)}</td>
                <td>{sayVerdict(row.mine, messages)}</td>
                <td>{sayVerdict(row.theirs, messages)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

const CORRECTED = ['value', 'valueMax', 'unit', 'bound', 'measure', 'when'] as const;
const COLUMNS: Readonly<Record<(typeof CORRECTED)[number], string>> = {
  value: 'value',
  valueMax: 'value_max',
  unit: 'unit',
  bound: 'bound',
  measure: 'measure',
  when: 'date',
};

/** What a person said of a figure, with what they set. */
function sayVerdict(verdict: FactVerdict | null, messages: Messages): string {
  const { say } = messages;
  if (verdict === null) return '';
  const set = CORRECTED.flatMap((field) => {
    const value = verdict.correction[field];
    if (value === undefined || value === null) return [];
    const isTime = typeof value === 'string' && field === 'value';
    return [sayCell(isTime ? 'date' : COLUMNS[field], String(value), messages)];
  });
  return [say(`facts.${verdict.verdict}`), ...set].join(' · ');
}
