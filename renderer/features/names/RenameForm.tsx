import { useState } from 'react';
import type { NamePage } from '../../state/names.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import styles from './names.module.css';

/** Gives a name another form to go by, at all its mentions; what pages print stays as it is. */
export function RenameForm({ page, onClose }: { readonly page: NamePage; readonly onClose: () => void }) {
  const { say } = useMessages();
  const desk = useDesk();
  const { isSaving, save } = useSave(onClose);
  const [typed, setTyped] = useState(page.form);
  const form = typed.trim();
  const isSame = form === '' || form === page.form;

  async function rename(): Promise<boolean> {
    const forms = [...new Set([...page.forms, page.form])];
    const done = await desk.names.getState().join(page.type, forms, form);
    if (done) desk.settings.getState().goTo({ name: `${page.type}:${form}` });
    return done;
  }

  return (
    <Dialog
      title={say('names.renameTitle', { name: page.form })}
      size="small"
      isOpen
      isUnsaved={!isSame}
      onClose={onClose}
    >
      <form
        className={styles.rename}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSame) save(rename);
        }}
      >
        <TextField
          label={say('names.renameTo')}
          hint={say('names.renameWhy')}
          value={typed}
          onChange={setTyped}
          autoFocus
        />
        <Button look="accent" type="submit" isDisabled={isSaving || isSame}>
          {say('desk.save')}
        </Button>
      </form>
    </Dialog>
  );
}
