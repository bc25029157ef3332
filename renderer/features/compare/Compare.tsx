import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from './compare.module.css';
import { SideBySide } from './SideBySide.tsx';

/** Two articles side by side, or why they are not. */
export function Compare() {
  const { say, explain } = useMessages();
  const { comparing } = useDesk();
  const { pair, startsAt, found, isGone, failure } = useDeskState('comparing', (state) => state);
  const close = () => comparing.getState().close();
  if (found) return <SideBySide pair={found} startsAt={startsAt} />;
  return (
    <section className={styles.compare} aria-label={say('compare.title')}>
      <div className={styles.bar}>
        <span />
        <IconButton icon="close" label={say('compare.close')} shortcut="Esc" onPress={close} />
      </div>
      {isGone ? (
        <EmptyState icon="warning" title={say('compare.gone')}>
          {say('compare.goneWhy')}
        </EmptyState>
      ) : failure ? (
        <EmptyState
          icon="warning"
          title={say('compare.failed')}
          action={
            <Button onPress={() => pair && comparing.getState().compare(pair)}>
              {say('compare.tryAgain')}
            </Button>
          }
        >
          {explain(failure)}
        </EmptyState>
      ) : (
        <Progress label={say('compare.working')} done={0} total={0} onStop={close} />
      )}
    </section>
  );
}
