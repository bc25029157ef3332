import { nameOfPage, rowsById } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { sayAbout, sayValue } from '../../ui/value-words.ts';
import { spansOfWords } from '../../workers/words-passage.ts';
import styles from './fact-panel.module.css';

/** The facts of the parts that the open article goes on in; each leads to its words there. */
export function FollowingFacts() {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const following = useDeskState('stories', (stories) => stories.following);
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  return following.map(({ view }) => {
    const { id } = view.article;
    const row = rowsById(rows).get(id);
    const facts = view.items.flatMap((item) => (item.type === 'fact' ? [item.fact] : []));
    if (!row || facts.length === 0) return null;
    const page = row.description.edition ?? nameOfPage(row);
    return (
      <details key={id} className={styles.following}>
        <summary>{say('facts.onPage', { page, count: facts.length })}</summary>
        <ul>
          {facts.map((fact) => {
            const { bound, number, unit } = sayValue(fact, messages);
            return (
              <li key={fact.id}>
                <button type="button" onClick={() => desk.reader.getState().open(id, spansOfWords(fact))}>
                  <b>{`${bound}${number} ${unit}`.trim()}</b>
                  <small>{sayAbout(fact, messages).join(' · ')}</small>
                </button>
              </li>
            );
          })}
        </ul>
      </details>
    );
  });
}
