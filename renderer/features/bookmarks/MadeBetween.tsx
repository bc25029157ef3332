import { IconButton } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { useMessages } from '../../ui/messages.tsx';
import type { Days } from './arrange-bookmarks.ts';
import styles from './bookmarks.module.css';

export interface MadeBetweenProps {
  readonly days: Days;
  readonly onChange: (days: Days) => void;
  readonly onClose: () => void;
}

/** The first and the last day, month or year in which the bookmarks that are asked for were made; either may be left open. */
export function MadeBetween({ days: [first, last], onChange, onClose }: MadeBetweenProps) {
  const { say } = useMessages();
  return (
    <fieldset className={styles.days}>
      <legend>{say('bookmarks.made')}</legend>
      <IconButton icon="close" isSmall label={say('bookmarks.made.anyDay')} onPress={onClose} />
      <DateField
        label={say('bookmarks.made.from')}
        value={first}
        onChange={(date) => onChange([date, last])}
      />
      <DateField label={say('bookmarks.made.to')} value={last} onChange={(date) => onChange([first, date])} />
    </fieldset>
  );
}
