import { useMemo } from 'react';
import { nameOfPage, type ShelfRow } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { sayPublication } from '../../ui/value-words.ts';
import type { CopyingArticle } from '../../workers/compare-calls.ts';
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
  const { comparing } = useDesk();
  const { found, progress, failure } = useDeskState('comparing', ({ copies }) => copies);
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  const listed = useMemo(() => inTime(found ?? [], rows), [found, rows]);
  const date = rows.find(({ id }) => id === open)?.published.value ?? null;
  if (failure) return <p className={styles.none}>{explain(failure)}</p>;
  if (!found)
    return (
      <div className={styles.seeking}>
        <Progress
          label={say('compare.seeking')}
          done={progress.done}
          total={progress.total}
          onStop={() => comparing.getState().stopCopies()}
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
    </>
  );
}

interface Listed {
  readonly row: ShelfRow;
  readonly copy: CopyingArticle;
}

/** By date, undated ones last; of one date those that share most first. */
function inTime(found: readonly CopyingArticle[], rows: readonly ShelfRow[]): Listed[] {
  const known = new Map(rows.map((row) => [row.id, row] as const));
  const dateOf = ({ row }: Listed): string => row.published.value ?? '9999';
  return found
    .flatMap((copy): Listed[] => {
      const row = known.get(copy.article);
      return row ? [{ row, copy }] : [];
    })
    .sort((a, b) => dateOf(a).localeCompare(dateOf(b)) || b.copy.same - a.copy.same);
}

/** Whether it was printed before the open one; null where a date is missing, or one lies within the other. */
function orderOf(date: string | null, open: string | null): 'earlier' | 'later' | 'sameDay' | null {
  if (date === null || open === null) return null;
  if (date === open) return date.length === 10 ? 'sameDay' : null;
  if (date.startsWith(open) || open.startsWith(date)) return null;
  return date < open ? 'earlier' : 'later';
}
