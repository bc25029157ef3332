import { IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';

export interface HitBarProps {
  /** The hit that is looked at, from 0; −1 before the first. */
  readonly at: number;
  readonly total: number;
  readonly onStep: (step: 1 | -1) => void;
}

/** Steps through what a search found in the open article. */
export function HitBar({ at, total, onStep }: HitBarProps) {
  const { say } = useMessages();
  return (
    <div data-hits={total}>
      <span>{at < 0 ? say('reader.hits', { total }) : say('reader.hit', { index: at + 1, total })}</span>
      <IconButton icon="up" label={say('reader.previousHit')} onPress={() => onStep(-1)} />
      <IconButton icon="down" label={say('reader.nextHit')} onPress={() => onStep(1)} />
    </div>
  );
}
