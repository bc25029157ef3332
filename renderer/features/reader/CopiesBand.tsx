import { useEffect, useMemo } from 'react';
import type { ArticleView } from '../../state/article-view.ts';
import { joinCopies } from '../../state/copied-stretches.ts';
import { inTime } from '../../state/in-time.ts';
import { nameOfPage } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { MenuMark } from '../../ui/Overlay.tsx';
import { sayPublication } from '../../ui/value-words.ts';
import styles from './copies-band.module.css';

/** Share of the band between two marks, below which they would be too near to be told apart by a finger. */
const APART = 0.04;

/** Beside the text, where other articles print passages of it; each mark lists them in time and leads to one beside this. */
export function CopiesBand({ view }: { readonly view: ArticleView }) {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const { of, found } = useDeskState('comparing', ({ copies }) => copies);
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  const { id, body } = view.article;
  const length = Math.max(1, body.text.length);
  useEffect(() => {
    const { copies, findCopies } = desk.comparing.getState();
    if (copies.of !== id) findCopies(id);
  }, [desk, id]);
  const stretches = useMemo(
    () => (of === id && found ? joinCopies(found, APART * length) : []),
    [of, id, found, length],
  );
  return (
    <div className={styles.band} data-copies={of === id && found ? stretches.length : 'seeking'}>
      {stretches.map(({ start, end, copies }) => {
        const listed = inTime(copies, rows);
        return (
          <MenuMark
            key={start}
            className={styles.mark ?? ''}
            style={{ top: `${(start / length) * 100}%`, height: `${((end - start) / length) * 100}%` }}
            label={say('reader.copies', { count: listed.length })}
            choices={listed.map(({ row }) => ({
              id: row.id,
              label: [sayPublication(row.published, messages), nameOfPage(row), row.title]
                .filter(Boolean)
                .join(' · '),
            }))}
            onChoose={(article) => {
              const at = copies.find((copy) => copy.article === article)?.at ?? start;
              desk.comparing.getState().compare([id, article], { passage: at });
            }}
          />
        );
      })}
    </div>
  );
}
