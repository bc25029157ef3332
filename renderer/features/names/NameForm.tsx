import { NAME_TYPES, type NameType } from '@shared/model/name.ts';
import { useState } from 'react';
import type { NameSaying } from '../../state/naming.ts';
import { Segmented, Select, TextField } from '../../ui/Field.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import styles from './names.module.css';

export type NameScope = 'here' | 'everywhere';

export interface NameFormProps {
  readonly title: string;
  /** The printed words of the one mention that is spoken of; null: the name is spoken of as a whole. */
  readonly words: string | null;
  readonly draft: { readonly type: NameType; readonly form: string };
  /** No name was read in these words. */
  readonly isNew?: boolean;
  readonly onClose: () => void;
  readonly onSave: (said: NameSaying, scope: NameScope) => Promise<boolean>;
}

/** What a name is and goes by, here or wherever it stands. */
export function NameForm({ title, words, draft, isNew = false, onClose, onSave }: NameFormProps) {
  const { say } = useMessages();
  const { isSaving, save } = useSave(onClose);
  const [type, setType] = useState<NameType | 'none'>(draft.type);
  const [typed, setTyped] = useState(draft.form);
  const [scope, setScope] = useState<NameScope>(words === null ? 'everywhere' : 'here');
  const form = typed.trim();
  const isChanged = type !== draft.type || form !== draft.form;
  const types: readonly (NameType | 'none')[] = isNew ? NAME_TYPES : [...NAME_TYPES, 'none'];
  const holdsOfWords = scope === 'everywhere' && (isNew || type !== draft.type);
  return (
    <Dialog title={title} size="small" isOpen isUnsaved={isChanged} onClose={onClose}>
      <form
        className={styles.nameForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (form !== '') save(() => onSave({ type: type === 'none' ? null : type, form }, scope));
        }}
      >
        {words !== null && (
          <blockquote className={styles.quoted} lang="zh-CN">
            {words}
          </blockquote>
        )}
        <Select
          label={say('names.type')}
          value={type}
          choices={types.map((id) => ({
            id,
            label: id === 'none' ? say('names.notName') : say(`facts.name.${id}`),
          }))}
          onChange={setType}
        />
        {type !== 'none' && (
          <TextField
            label={say('names.goesBy')}
            hint={say(isNew || scope === 'here' ? 'names.goesByHere' : 'names.goesByEverywhere')}
            value={typed}
            onChange={setTyped}
            autoFocus
          />
        )}
        {words !== null && (
          <Segmented
            label={say('names.scope')}
            value={scope}
            choices={(['here', 'everywhere'] as const).map((id) => ({ id, label: say(`names.${id}`) }))}
            onChange={setScope}
          />
        )}
        {holdsOfWords && <p className={styles.hint}>{say('names.everywhereWhy')}</p>}
        <FormFoot onCancel={onClose} isDisabled={form === '' || !(isNew || isChanged)} isSaving={isSaving} />
      </form>
    </Dialog>
  );
}
