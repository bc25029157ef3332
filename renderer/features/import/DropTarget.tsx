import { type ReactNode, useState } from 'react';
import { fromDropped } from '../../host/incoming-files.ts';
import { owned } from '../../state/owned.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Icon } from '../../ui/icons.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './imports.module.css';

const hasFiles = (event: React.DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Files dropped anywhere on the desk are imported. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const { say } = useMessages();
  const desk = useDesk();
  const [isOver, setOver] = useState(false);
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
        desk.settings.getState().goTo({ room: 'imports' });
        owned(desk.log, fromDropped(event.dataTransfer).then(desk.imports.getState().takeIncoming));
      }}
    >
      {children}
      {isOver && (
        <div className={styles.drop}>
          <Icon name="import" size={40} />
          <h2>{say('import.drop')}</h2>
          <p>{say('import.dropWhy')}</p>
        </div>
      )}
    </div>
  );
}
