import { useState } from 'react';
import { articlesInHand } from '../../commands/shelf-commands.ts';
import { useDesk } from '../../state/use-desk.ts';
import { TextField } from '../../ui/Field.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import { DESCRIBED, DESCRIPTION_LABELS, type DescribedKey, isPartialDate } from './describing.ts';
import styles from './source-form.module.css';

const NOTHING = { publishedOn: '', newspaper: '', edition: '', pageTitle: '' };

/** What the person says of the pages of several articles at once; what stays empty is left as it is. */
export function DescribeForm({ onClose }: { readonly onClose: () => void }) {
  const { say } = useMessages();
  const desk = useDesk();
  const [sources] = useState(() => [...new Set(articlesInHand(desk).map(({ source }) => source))]);
  const [values, setValues] = useState<Readonly<Record<DescribedKey, string>>>(NOTHING);
  const { isSaving, save } = useSave(onClose);
  const description = Object.fromEntries(
    DESCRIBED.map((key) => [key, values[key].trim()]).filter(([, value]) => value !== ''),
  );
  const isWrong = !isPartialDate(values.publishedOn);
  const isEmpty = Object.keys(description).length === 0;
  return (
    <Dialog
      title={say('shelf.describeMany', { count: sources.length })}
      size="small"
      isOpen
      isUnsaved={!isEmpty}
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
          <TextField
            key={key}
            label={say(DESCRIPTION_LABELS[key])}
            value={values[key]}
            onChange={(value) => setValues({ ...values, [key]: value })}
            error={key === 'publishedOn' && isWrong ? say('facts.badDate') : null}
            {...(key === 'publishedOn' ? { hint: say('facts.dateHint') } : {})}
            autoFocus={key === 'publishedOn'}
          />
        ))}
        <FormFoot onCancel={onClose} isDisabled={isWrong || isEmpty} isSaving={isSaving} />
      </form>
    </Dialog>
  );
}
