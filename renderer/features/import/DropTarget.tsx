import { type ReactNode, useState } from 'react';
import { fromDropped, type IncomingFile } from '../../host/incoming-files.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Icon } from '../../ui/icons.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './imports.module.css';
import { usePaste } from './use-paste.ts';

const hasFiles = (event: React.DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Files dropped anywhere on the desk, and what is pasted, are imported, but where a form is open for others. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { say } = useMessages();
  const desk = useDesk();
  const open = useDeskState('surfaces', (surfaces) => surfaces.open);
  const [isOver, setOver] = useState(false);
  usePaste();
  /** A form that is open for files takes what is dropped on it. */
  const take = async (files: readonly IncomingFile[]): Promise<void> => {
    const [first] = files;
    const named = first?.content ? { name: first.name, content: first.content } : null;
    if (open === 'verify') await desk.verifying.getState().drop(files);
    else if (open === 'carry' && named) await desk.carrying.getState().look(named);
    else if (open === 'annotations' && named) await desk.carrying.getState().bring(named);
    else {
      desk.settings.getState().goTo({ room: 'imports' });
      await desk.imports.getState().takeIncoming(files);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the import command does the same from the keyboard
    <div
      className={styles.window}
      onDragEnter={(event) => hasFiles(event) && setOver(true)}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      }}
      onDragLeave={(event) => event.relatedTarget === null && setOver(false)}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        owned(desk.log, fromDropped(event.dataTransfer).then(take));
      }}
    >
      {children}
      {isOver && open === null && (
        <div className={styles.drop}>
          <Icon name="import" size={40} />
          <h2>{say('import.drop')}</h2>
          <p>{say('import.dropWhy')}</p>
        </div>
      )}
    </div>
  );
}
