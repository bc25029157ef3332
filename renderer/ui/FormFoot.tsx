import { Button } from './Button.tsx';
import styles from './form-foot.module.css';
import { useMessages } from './messages.tsx';

export interface FormFootProps {
  readonly onCancel: () => void;
  /** What the form holds cannot be saved, or is on its way. */
  readonly isDisabled: boolean;
  /** What is done where the form is not simply saved. */
  readonly label?: string;
}

/** The end of a form in a dialog: to leave it, or to send it. */
export function FormFoot({ onCancel, isDisabled, label }: FormFootProps) {
  const { say } = useMessages();
  return (
    <footer className={styles.foot}>
      <Button look="quiet" onPress={onCancel}>
        {say('desk.cancel')}
      </Button>
      <Button look="accent" type="submit" isDisabled={isDisabled}>
        {label ?? say('desk.save')}
      </Button>
    </footer>
  );
}
