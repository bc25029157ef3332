import { useState } from 'react';
import { useDesk } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import styles from './mend.module.css';

/** Chooses the paragraph that the selected words are read after. */
export function ReorderForm({ onClose }: { readonly onClose: () => void }) {
  const { say } = useMessages();
  const desk = useDesk();
  // The dialog takes the keyboard, and with it the selection: what it was is kept.
  const [{ view, selection }] = useState(() => desk.reader.getState());
  if (!view || selection.length === 0) return null;
  return (
    <Dialog title={say('mend.reorderPick')} isOpen onClose={onClose}>
      <ol className={styles.paragraphs}>
        {view.blocks
          .filter(({ role }) => role === 'paragraph' || role === 'heading')
          .map((block) => (
            <li key={block.index}>
              <button
                type="button"
                lang="zh-CN"
                data-role={block.role}
                onClick={() => {
                  const after = view.placement.toSource([
                    { block: block.index, start: 0, end: block.text.length },
                  ]);
                  void desk.mending.reorder(view, selection, after);
                  onClose();
                }}
              >
                {block.text}
              </button>
            </li>
          ))}
      </ol>
    </Dialog>
  );
}
