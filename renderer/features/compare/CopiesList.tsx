import { useMemo } from 'react';
import { runCommand } from '../../commands/commands.ts';
import { inTime } from '../../state/in-time.ts';
import { nameOfPage, rowsById } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { sayPublication } from '../../ui/value-words.ts';
import styles from './compare.module.css';

interface CopiesListProps {
  /** The article that is asked about. */
  readonly open: string | null;
  readonly onChoose: (article: string) => void;
}

/** Articles of the library that print passages of the open one, in the order of time. */
export function CopiesList({ open, onChoose }: CopiesListProps) {
  const messages = useMessages();
  const { say, explain } = messages;
  const desk = useDesk();
  const isBeside = useDeskState('settings', (settings) => settings.showsCopies);
  const { found, progress, failure } = useDeskState('comparing', ({ copies }) => copies);
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  const listed = useMemo(() => inTime(found ?? [], rows), [found, rows]);
  const date = rowsById(rows).get(open ?? '')?.published.value ?? null;
  if (failure) return <p className={styles.none}>{explain(failure)}</p>;
  if (!found)
    return (
      <div className={styles.seeking}>
        <Progress
          label={say('compare.seeking')}
          done={progress.done}
          total={progress.total}
          onStop={() => desk.comparing.getState().stopCopies()}
        />
      </div>
    );
  return (
    <>
      <h3 className={styles.part}>{say('compare.sharing', { count: listed.length })}</h3>
      <ul className={styles.others}>
        {listed.map(({ row, copy }) => {
          const when = sayPublication(row.published, messages);
          const order = orderOf(row.published.value, date);
          return (
            <li key={row.id}>
              <button type="button" onClick={() => onChoose(row.id)}>
                <span lang="zh-CN">{row.title}</span>
                <small>
                  {[nameOfPage(row), when, order && say(`compare.order.${order}`)]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
                <small>{say('compare.shares', { count: copy.passages, units: copy.same })}</small>
              </button>
            </li>
          );
        })}
      </ul>
      {listed.length > 0 && !isBeside && (
        <Button look="link" onPress={() => runCommand(desk, 'toggleCopies')}>
          {say('commands.toggleCopies')}
        </Button>
      )}
    </>
  );
}

/** Whether it was printed before the open one; null where a date is missing, or one lies within the other. */
function orderOf(date: string | null, open: string | null): 'earlier' | 'later' | 'sameDay' | null {
  if (date === null || open === null) return null;
  if (date === open) return date.length === 10 ? 'sameDay' : null;
  if (date.startsWith(open) || open.startsWith(date)) return null;
  return date < open ? 'earlier' : 'later';
}
