import { Label, ProgressBar } from 'react-aria-components';
import { Button } from './Button.tsx';
import { useMessages } from './messages.tsx';
import styles from './progress.module.css';

export interface ProgressProps {
  /** What is being done. */
  readonly label: string;
  readonly done: number;
  /** 0 while it is not known how much there is. */
  readonly total: number;
  /** Estimated time left in seconds, null while nobody can say. */
  readonly secondsLeft?: number | null;
  readonly onStop?: (() => void) | undefined;
}

/** Seconds from which what is left is told in minutes. */
const IN_MINUTES = 90;

/** Long work: what, how many of how many, how long still, and a way to stop it. */
export function Progress({ label, done, total, secondsLeft = null, onStop }: ProgressProps) {
  const { say } = useMessages();
  return (
    <div className={styles.work}>
      <ProgressBar
        className={styles.bar ?? ''}
        minValue={0}
        maxValue={Math.max(total, 1)}
        value={done}
        isIndeterminate={total === 0}
      >
        {({ percentage }) => (
          <>
            <div className={styles.words}>
              <Label>{label}</Label>
              <span>
                {total > 0 && say('desk.work.progress', { done, total })}
                {secondsLeft !== null &&
                  ` · ${
                    secondsLeft < IN_MINUTES
                      ? say('desk.work.left', { seconds: Math.round(secondsLeft) })
                      : say('desk.work.leftMinutes', { minutes: Math.round(secondsLeft / 60) })
                  }`}
              </span>
            </div>
            <div className={styles.track}>
              <div
                className={percentage === undefined ? styles.wander : styles.fill}
                style={percentage === undefined ? {} : { width: `${percentage}%` }}
              />
            </div>
          </>
        )}
      </ProgressBar>
      {onStop && (
        <Button look="link" onPress={onStop}>
          {say('desk.stop')}
        </Button>
      )}
    </div>
  );
}
