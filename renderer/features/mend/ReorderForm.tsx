import { useState } from 'react';
import { listParagraphs } from '../../state/page-words.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import styles from './mend.module.css';

/** Chooses the paragraph of the page, in whichever article, that the selected words are read after. */
export function ReorderForm({ onClose }: { readonly onClose: () => void }) {
  const { say } = useMessages();
  const desk = useDesk();
  // The dialog takes the keyboard, and with it the selection: what it was is kept.
  const [{ view, page, selection }] = useState(() => desk.reader.getState());
  const { save } = useSave(onClose);
  if (!view || selection.length === 0) return null;
  const isMoved = ({ start, end }: { start: number; end: number }): boolean =>
    selection.some((span) => span.start < end && start < span.end);
  return (
    <Dialog title={say('mend.reorderPick')} isOpen onClose={onClose}>
      <div className={styles.paragraphs}>
        {page.map((row) => (
          <section key={row.id} aria-label={row.article.title?.text ?? say('mend.untitled')}>
            {page.length > 1 && <h3 lang="zh-CN">{row.article.title?.text ?? say('mend.untitled')}</h3>}
            <ol>
              {listParagraphs(row).map(({ text, isHeading, words }) => (
                <li key={words[0]?.start}>
                  <button
                    type="button"
                    lang="zh-CN"
                    data-heading={isHeading}
                    disabled={words.some(isMoved)}
                    onClick={() => {
                      save(() => desk.mending.reorder(view, selection, words));
                    }}
                  >
                    {text}
                  </button>
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
