import type { Doubt } from '@shared/model/page.ts';
import { isSameDoubt } from '../../state/doubts.ts';
import { owned } from '../../state/owned.ts';
import { quoteWords } from '../../state/page-words.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './mend.module.css';

const QUOTE_LENGTH = 60;

/** What the program is unsure of in the open article, and what of it the person settled, each with its words. */
export function DoubtNotes() {
  const { say } = useMessages();
  const desk = useDesk();
  const view = useDeskState('reader', (reader) => reader.view);
  const source = useDeskState('reader', (reader) => reader.source);
  const order = useDeskState('reader', ({ page, view: open }) =>
    page.findIndex(({ id }) => id === open?.article.id),
  );
  const lookedAt = useDeskState('doubts', (doubts) => doubts.lookedAt);
  if (!view || !source) return null;
  const closed = source.closedDoubts.filter(({ article }) => article === order);
  if (view.doubts.length + closed.length === 0) return null;
  const words = ({ reason, span }: Doubt) => (
    <>
      <span>{say(`mend.doubt.${reason}`)}</span>
      <q lang="zh-CN">{quoteWords(view.sourceText, [span]).slice(0, QUOTE_LENGTH)}</q>
    </>
  );
  return (
    <div className={styles.doubts}>
      <ul aria-label={say('mend.open', { count: view.doubts.length })}>
        {view.doubts.map((doubt) => (
          <li
            key={`${doubt.reason}:${doubt.span.start}`}
            aria-current={lookedAt !== null && isSameDoubt(doubt, lookedAt.doubt)}
          >
            <button type="button" onClick={() => desk.doubts.getState().look(doubt)}>
              {words(doubt)}
            </button>
            <Button
              look="link"
              icon="check"
              onPress={() => owned(desk.log, desk.doubts.getState().settle(doubt))}
            >
              {say('mend.settle')}
            </Button>
          </li>
        ))}
      </ul>
      {closed.length > 0 && (
        <details>
          <summary>{say('mend.closed', { count: closed.length })}</summary>
          <ul>
            {closed.map((doubt) => (
              <li key={doubt.act}>
                <p>{words(doubt)}</p>
                <Button
                  look="link"
                  icon="undo"
                  onPress={() => owned(desk.log, desk.deeds.undoAct(doubt.act))}
                >
                  {say('mend.reopen')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
