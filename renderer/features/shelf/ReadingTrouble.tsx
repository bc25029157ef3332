import type { Failure } from '@shared/contracts/results.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './shelf.module.css';

/** Why no page can be read at present, and how many wait for it. */
export function ReadingTrouble({
  trouble,
  missing,
  onRetry,
}: {
  readonly trouble: Failure;
  readonly missing: number;
  readonly onRetry: () => void;
}) {
  const { say, explain } = useMessages();
  return (
    <div className={styles.trouble} role="alert">
      <Icon name="warning" size={16} />
      <p>
        {missing > 0 && <strong>{say('shelf.missing', { count: missing })} </strong>}
        {explain(trouble)}
      </p>
      <Button onPress={onRetry}>{say('shelf.tryAgain')}</Button>
    </div>
  );
}
