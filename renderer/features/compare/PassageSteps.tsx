import { IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './compare.module.css';

interface PassageStepsProps {
  readonly count: number;
  /** The passage that is looked at, by index; null for none. */
  readonly now: number | null;
  readonly onShow: (passage: number) => void;
}

/** How many passages both articles print, and steps through them. */
export function PassageSteps({ count, now, onShow }: PassageStepsProps) {
  const { say } = useMessages();
  const step = (by: 1 | -1): void =>
    onShow(now === null ? (by === 1 ? 0 : count - 1) : (now + by + count) % count);
  return (
    <div className={styles.steps}>
      <span role="status">
        {now === null ? say('compare.passages', { count }) : say('compare.passage', { at: now + 1, count })}
      </span>
      {count > 0 && (
        <>
          <IconButton icon="up" label={say('compare.previous')} onPress={() => step(-1)} />
          <IconButton icon="down" label={say('compare.next')} onPress={() => step(1)} />
        </>
      )}
    </div>
  );
}
