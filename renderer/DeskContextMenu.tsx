import { useEffect, useState } from 'react';
import { CONTEXT, type ContextChoice, choicesFor } from './commands/contexts.ts';
import { keysOf } from './commands/shortcuts.ts';
import { isMac } from './features/palette/Palette.tsx';
import { owned } from './state/owned.ts';
import { useDesk } from './state/use-desk.ts';
import { useMessages } from './ui/messages.tsx';
import { ContextMenu, type Point } from './ui/Overlay.tsx';
import type { MessageKey } from './ui/read-messages.ts';

const TYPING = 'input, textarea, [contenteditable="true"]';

/** The menu of whatever on the desk the person clicks with the other button, or has under the menu key. */
export function DeskContextMenu() {
  const { say } = useMessages();
  const desk = useDesk();
  const [open, setOpen] = useState<{ readonly at: Point; readonly choices: readonly ContextChoice[] } | null>(
    null,
  );
  useEffect(() => {
    const listen = (event: MouseEvent) => {
      const { target } = event;
      // Where text is typed the system's menu is the better one.
      if (event.defaultPrevented || !(target instanceof Element) || target.closest(TYPING)) return;
      const around = target.closest(`[${CONTEXT}]`);
      // Asked for by its key while nothing has the focus, it is about what is read.
      const about = around?.getAttribute(CONTEXT) ?? (target === document.body ? 'text' : null);
      if (about === 'button') {
        event.preventDefault();
        around?.querySelector<HTMLElement>('button[aria-haspopup]')?.click();
        return;
      }
      const choices = about === null ? null : choicesFor(desk, about);
      if (!choices || choices.length === 0) return;
      event.preventDefault();
      setOpen({ at: { x: event.clientX, y: event.clientY }, choices });
    };
    document.addEventListener('contextmenu', listen);
    return () => document.removeEventListener('contextmenu', listen);
  }, [desk]);
  if (!open) return null;
  return (
    <ContextMenu
      label={say('desk.context')}
      at={open.at}
      choices={open.choices.map(({ id, label, shortcut }) => ({
        id,
        label: say(label as MessageKey),
        shortcut: shortcut ? keysOf(shortcut, isMac).join(' ') : undefined,
      }))}
      onChoose={(id) => {
        const choice = open.choices.find((one) => one.id === id);
        owned(desk.log, Promise.resolve(choice?.run()));
      }}
      onClose={() => setOpen(null)}
    />
  );
}
