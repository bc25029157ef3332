import { Button } from './Button.tsx';
import styles from './form-foot.module.css';
import { useMessages } from './messages.tsx';

export interface FormFootProps {
  readonly onCancel: () => void;
  /** What the form holds cannot be saved. */
  readonly isDisabled?: boolean;
  /** What the form holds is being saved. */
  readonly isSaving: boolean;
  /** What is done where the form is not simply saved. */
  readonly label?: string;
}

/** The end of a form in a dialog: to leave it, or to send it. */
export function FormFoot({ onCancel, isDisabled = false, isSaving, label }: FormFootProps) {
  const { say } = useMessages();
  return (
    <footer className={styles.foot}>
      <Button look="quiet" onPress={onCancel}>
        {say('desk.cancel')}
      </Button>
      <Button look="accent" type="submit" isDisabled={isDisabled} isBusy={isSaving}>
        {label ?? say('desk.save')}
      </Button>
    </footer>
  );
}
