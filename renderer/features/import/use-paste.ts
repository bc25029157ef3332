import { useEffect } from 'react';
import { fromPasted } from '../../host/pasted-files.ts';
import { owned } from '../../state/owned.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';

/** Imports what is pasted anywhere but where text is typed and while a form is open. */
export function usePaste(): void {
  const desk = useDesk();
  const { say } = useMessages();
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event;
      const isTyped =
        target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
      if (isTyped || clipboardData === null || desk.surfaces.getState().open !== null) return;
      const files = fromPasted(clipboardData, say('import.pasted'));
      if (files.length === 0) return;
      event.preventDefault();
      desk.settings.getState().goTo({ room: 'imports' });
      owned(desk.log, desk.imports.getState().takeIncoming(files));
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [desk, say]);
}
