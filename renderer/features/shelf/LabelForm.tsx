import { useState } from 'react';
import { articlesInHand } from '../../commands/shelf-commands.ts';
import { listTags } from '../../state/export-scopes.ts';
import { useDesk } from '../../state/use-desk.ts';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { readTags, TagField } from '../../ui/TagField.tsx';
import { useSave } from '../../ui/use-save.ts';
import styles from './source-form.module.css';

/** The tags that articles have in common: what is added is added to each, what is taken out is taken off each. */
export function LabelForm({ onClose }: { readonly onClose: () => void }) {
  const { say } = useMessages();
  const desk = useDesk();
  const [rows] = useState(() => articlesInHand(desk));
  const [known] = useState(() => listTags(desk));
  const common = (rows[0]?.tags ?? []).filter((tag) => rows.every(({ tags }) => tags.includes(tag)));
  const [typed, setTyped] = useState(common.join(' '));
  const { isSaving, save } = useSave(onClose);
  const tags = readTags(typed);
  const added = tags.filter((tag) => !common.includes(tag));
  const dropped = common.filter((tag) => !tags.includes(tag));
  const isChanged = added.length + dropped.length > 0;
  return (
    <Dialog
      title={say('shelf.tagTitle', { count: rows.length })}
      size="small"
      isOpen
      isUnsaved={isChanged}
      onClose={onClose}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isChanged) onClose();
          else
            save(() =>
              desk.labelling.tag(
                rows.map(({ id }) => id),
                added,
                dropped,
              ),
            );
        }}
      >
        <TagField
          label={say('shelf.tags')}
          hint={say(rows.length > 1 ? 'shelf.tagsOfAll' : 'shelf.tagsHint')}
          value={typed}
          onChange={setTyped}
          known={known}
          autoFocus
        />
        <FormFoot onCancel={onClose} isSaving={isSaving} />
      </form>
    </Dialog>
  );
}
