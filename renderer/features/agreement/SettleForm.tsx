import { useState } from 'react';
import { useDesk } from '../../state/use-desk.ts';
import { Select, TextField } from '../../ui/Field.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import type { GroupRow } from '../../workers/compare-calls.ts';
import styles from './agreement.module.css';

const ALL_STAND = 'all';

interface SettleFormProps {
  readonly row: GroupRow;
  readonly onClose: () => void;
}

/** Which figure of a thing is to be used, or that all stand, and why. */
export function SettleForm({ row: { figures, settled }, onClose }: SettleFormProps) {
  const { say } = useMessages();
  const { pairing } = useDesk();
  const before = settled?.use ?? null;
  const [use, setUse] = useState<string>(before === null ? ALL_STAND : String(before));
  const [note, setNote] = useState(settled?.note ?? '');
  const { isSaving, save } = useSave(onClose);
  return (
    <Dialog
      title={say('agreement.settleTitle')}
      size="small"
      isOpen
      isUnsaved={note !== (settled?.note ?? '')}
      onClose={onClose}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save(() => pairing.settle(figures, use === ALL_STAND ? null : Number(use), note.trim()));
        }}
      >
        <Select
          label={say('agreement.use')}
          value={use}
          choices={[
            { id: ALL_STAND, label: say('agreement.allStand') },
            ...figures.map(({ fact, title }, i) => ({
              id: String(i),
              label: say('agreement.useFigure', {
                words: fact.text,
                title: title || say('compare.untitled'),
              }),
            })),
          ]}
          onChange={setUse}
        />
        <TextField label={say('agreement.note')} value={note} onChange={setNote} lines={3} />
        <FormFoot onCancel={onClose} isSaving={isSaving} />
      </form>
    </Dialog>
  );
}
