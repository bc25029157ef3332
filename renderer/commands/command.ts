import type { Desk } from '../state/desk.ts';
import { showsText } from '../state/settings.ts';

export const GROUPS = ['desk', 'reader', 'facts', 'edit', 'mend', 'exchange'] as const;
export type Group = (typeof GROUPS)[number];

/** One thing the person can ask for; palette, menu, shortcuts and help all read the one list. */
export interface Command {
  /** Also the name of its words in the locales, `commands.<id>`. */
  readonly id: string;
  readonly group: Group;
  /** Other words it is found by in the palette, in both languages. */
  readonly keywords: readonly string[];
  /**
   * Keys as `Mod+Shift+z`; `Mod` is Command on a Mac and Control elsewhere. One without `Mod` is taken only
   * where no text is being typed. Null: none.
   */
  readonly shortcut: string | null;
  readonly enabled: (desk: Desk) => boolean;
  readonly run: (desk: Desk) => unknown;
}

export const always = (): boolean => true;

/** Whether one article is before the person, and neither two nor what takes the text's place. */
export const isReading = ({ reader, settings, comparing }: Desk): boolean =>
  reader.getState().view !== null &&
  comparing.getState().pair === null &&
  showsText(settings.getState().place.room);
