import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from './exchange.module.css';

/** Annotations of other programs become bookmarks; those without a place are listed with their words. */
export function AnnotationsForm({ onClose }: { readonly onClose: () => void }) {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const { phase, name, brought, failure } = useDeskState('carrying', (state) => state);
  const { bringAnnotations, stop, clear } = desk.carrying.getState();
  return (
    <Dialog
      title={say('commands.bringAnnotations')}
      isOpen
      onClose={() => {
        clear();
        onClose();
      }}
    >
      <div className={styles.form}>
        <p className={styles.hint}>{say('export.annotations.why')}</p>
        {failure && (
          <p className={styles.wrong} role="alert">
            {explain(failure)}
          </p>
        )}
        {phase === 'looking' && (
          <Progress label={say('export.annotations.placing')} done={0} total={0} onStop={stop} />
        )}
        {phase === 'brought' && brought && (
          <section className={styles.report} aria-label={name}>
            <h3>{name}</h3>
            <p className={styles.good} role="status">
              {say('export.annotations.placed', { count: brought.deeds.length })}
              {brought.known > 0 && ` ${say('export.annotations.known', { count: brought.known })}`}
            </p>
            {brought.loose.length + brought.wordless.length > 0 && (
              <>
                <p className={styles.wrong}>
                  {say('export.annotations.loose', { count: brought.loose.length + brought.wordless.length })}
                </p>
                <ul className={styles.findings}>
                  {brought.loose.map(({ words, note, why }) => (
                    <li key={`${words} ${note}`}>
                      <q lang="zh-CN">{words}</q>
                      <span>{[note, say(`export.annotations.${why}`)].filter(Boolean).join(' · ')}</span>
                    </li>
                  ))}
                  {brought.wordless.map((note) => (
                    <li key={note}>
                      <span>{[note, say('export.annotations.wordless')].filter(Boolean).join(' · ')}</span>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        )}
        <footer className={styles.foot}>
          <Button
            look="accent"
            icon="import"
            isBusy={phase === 'looking'}
            onPress={() => owned(desk.log, bringAnnotations())}
          >
            {say('export.annotations.choose')}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
}
