import { runCommand } from '../../commands/commands.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './mend.module.css';

/** What the program is unsure of in the open article, each with the words it is about. */
export function DoubtNotes() {
  const { say } = useMessages();
  const desk = useDesk();
  const view = useDeskState('reader', (reader) => reader.view);
  const canMerge = useDeskState('reader', ({ page, view: open }) => page[0]?.id !== open?.article.id);
  if (!view) return null;
  return (
    <div className={styles.doubts}>
      <p>{say('mend.why')}</p>
      <ul>
        {view.doubts.map((doubt) => (
          <li key={`${doubt.reason}:${doubt.span.start}`}>
            <button type="button" onClick={() => desk.reader.getState().select([doubt.span])}>
              {say(`mend.doubt.${doubt.reason}`)}
              <q lang="zh-CN">
                {view.sourceText.slice(doubt.span.start, doubt.span.end).replace(/\s+/g, ' ').slice(0, 28)}
              </q>
            </button>
          </li>
        ))}
      </ul>
      {canMerge && (
        <Button
          look="link"
          icon="mend"
          onPress={() => {
            desk.surfaces.getState().mend(true);
            runCommand(desk, 'mergeArticle');
          }}
        >
          {say('mend.merge')}
        </Button>
      )}
    </div>
  );
}
