import { IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';

export interface HitBarProps {
  /** The hit that is looked at, from 0; −1 before the first. */
  readonly at: number;
  readonly total: number;
  readonly onGo: (index: number) => void;
}

/** Steps through what a search found in the open article. */
export function HitBar({ at, total, onGo }: HitBarProps) {
  const { say } = useMessages();
  return (
    <div>
      <span>{at < 0 ? say('reader.hits', { total }) : say('reader.hit', { index: at + 1, total })}</span>
      <IconButton
        icon="up"
        label={say('reader.previousHit')}
        onPress={() => onGo(at <= 0 ? total - 1 : at - 1)}
      />
      <IconButton icon="down" label={say('reader.nextHit')} onPress={() => onGo((at + 1) % total)} />
    </div>
  );
}
