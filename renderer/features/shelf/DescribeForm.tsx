import { useState } from 'react';
import { articlesInHand } from '../../commands/shelf-commands.ts';
import { useDesk } from '../../state/use-desk.ts';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import { DescribedField } from './DescribedField.tsx';
import { DESCRIBED, type Described } from './describing.ts';
import styles from './source-form.module.css';

const NOTHING: Described = { publishedOn: '', newspaper: '', edition: '', pageTitle: '' };

/** What the person says of the pages of several articles at once; what stays empty is left as it is. */
export function DescribeForm({ onClose }: { readonly onClose: () => void }) {
  const { say } = useMessages();
  const desk = useDesk();
  const [sources] = useState(() => [...new Set(articlesInHand(desk).map(({ source }) => source))]);
  const [values, setValues] = useState(NOTHING);
  const { isSaving, save } = useSave(onClose);
  const description = Object.fromEntries(
    DESCRIBED.map((key) => [key, values[key]?.trim()]).filter(([, value]) => value),
  );
  const isWrong = values.publishedOn === null;
  const isEmpty = Object.keys(description).length === 0;
  return (
    <Dialog
      title={say('shelf.describeMany', { count: sources.length })}
      size="small"
      isOpen
      isUnsaved={isWrong || !isEmpty}
      onClose={onClose}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isWrong || isEmpty) return;
          save(() =>
            desk.deeds.perform(
              ...sources.map((source) => ({ type: 'source.describe' as const, source, description })),
            ),
          );
        }}
      >
        <p className={styles.hint}>{say('shelf.describeManyWhy')}</p>
        {DESCRIBED.map((key) => (
          <DescribedField
            key={key}
            what={key}
            value={values[key]}
            onChange={(value) => setValues({ ...values, [key]: value })}
          />
        ))}
        <FormFoot onCancel={onClose} isDisabled={isWrong || isEmpty} isSaving={isSaving} />
      </form>
    </Dialog>
  );
}
