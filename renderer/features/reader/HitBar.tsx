import { IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './reader.module.css';

export interface HitBarProps {
  /** The hit that is looked at, from 0; −1 before the first. */
  readonly at: number;
  readonly total: number;
  readonly onStep: (step: 1 | -1) => void;
}

/** Steps through what was found in the open article. */
export function HitBar({ at, total, onStep }: HitBarProps) {
  const { say } = useMessages();
  return (
    <div className={styles.hits} data-hits={total}>
      <span role="status">
        {at < 0 ? say('reader.hits', { total }) : say('reader.hit', { index: at + 1, total })}
      </span>
      <IconButton
        icon="up"
        label={say('reader.previousHit')}
        isDisabled={total === 0}
        onPress={() => onStep(-1)}
      />
      <IconButton
        icon="down"
        label={say('reader.nextHit')}
        isDisabled={total === 0}
        onPress={() => onStep(1)}
      />
    </div>
  );
}
