import { useEffect, useRef } from 'react';
import type { Notice } from './state/notices.ts';
import { owned } from './state/owned.ts';
import { useDesk, useDeskState } from './state/use-desk.ts';
import { useMessages } from './ui/messages.tsx';
import { nameOfDeed } from './ui/name-of-deed.ts';
import { Toasts } from './ui/Toasts.tsx';

const SHOWN_MS = 7000;

/** What was done, with its undo, and what failed, with what to do. */
export function DeskNews() {
  const messages = useMessages();
  const { say, explain } = messages;
  const desk = useDesk();
  const shown = useDeskState('notices', (notices) => notices.shown);
  const { dismiss } = desk.notices.getState();

  // Each goes at its own time, whatever comes after it.
  const timed = useRef(new Set<number>());
  useEffect(() => {
    for (const { id, type } of shown) {
      if (type === 'failure' || timed.current.has(id)) continue;
      timed.current.add(id);
      setTimeout(() => dismiss(id), SHOWN_MS);
    }
  }, [shown, dismiss]);

  const words = (notice: Notice): string => {
    if (notice.type === 'failure') return explain(notice.failure);
    if (notice.type === 'note') return say(`desk.note.${notice.note}`);
    const { deed, manner } = notice.meaning;
    const one = nameOfDeed(deed, messages);
    const what = notice.count > 1 ? say('desk.deedOfMany', { what: one, count: notice.count }) : one;
    return manner === 'done' ? what : say(`desk.${manner}`, { what });
  };
  // What was done last can be undone from here; what was done before it, with the keys.
  const last = shown.findLast(({ type }) => type === 'done');
  const told = shown.filter((notice) => notice.type !== 'done' || notice === last);
  return (
    <Toasts
      items={told.map((notice) => ({
        id: String(notice.id),
        words: words(notice),
        tone: notice.type === 'failure' ? 'error' : 'plain',
        undo:
          notice.type === 'done' && notice.act.deed.type !== 'source.erase'
            ? {
                words: say(notice.meaning.manner === 'undone' ? 'commands.redo' : 'commands.undo'),
                run: () => owned(desk.log, desk.deeds.undoAct(notice.act.id)),
              }
            : undefined,
      }))}
      onDismiss={(id) => dismiss(Number(id))}
    />
  );
}
