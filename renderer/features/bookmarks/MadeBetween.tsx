import { IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { PLAIN_INPUT } from '../../ui/plain-input.ts';
import type { Days } from './arrange-bookmarks.ts';
import styles from './bookmarks.module.css';

export interface MadeBetweenProps {
  readonly days: Days;
  readonly onChange: (days: Days) => void;
  readonly onClose: () => void;
}

/** The first and the last day on which the bookmarks that are asked for were made; either may be left open. */
export function MadeBetween({ days: [first, last], onChange, onClose }: MadeBetweenProps) {
  const { say } = useMessages();
  return (
    <fieldset className={styles.days}>
      <legend>{say('bookmarks.made')}</legend>
      <label>
        {say('bookmarks.made.from')}
        <input
          {...PLAIN_INPUT}
          type="date"
          value={first}
          onChange={({ target }) => onChange([target.value, last])}
        />
      </label>
      <label>
        {say('bookmarks.made.to')}
        <input
          {...PLAIN_INPUT}
          type="date"
          value={last}
          onChange={({ target }) => onChange([first, target.value])}
        />
      </label>
      <IconButton icon="close" label={say('bookmarks.made.anyDay')} onPress={onClose} />
    </fieldset>
  );
}
