import type { Deed } from '@shared/journal/act.ts';
import type { Messages } from './read-messages.ts';

/** What was done, as a person is told of it; a mending says which it was. */
export function nameOfDeed(deed: Deed, { say }: Pick<Messages, 'say'>): string {
  if (deed.type !== 'page.cut') return say(`desk.deed.${deed.type}`);
  return deed.cut.type === 'mark'
    ? say('mend.done.mark', { role: say(`mend.mark.${deed.cut.role}`) })
    : say(`mend.done.${deed.cut.type}`);
}
