import type { Desk } from '../state/desk.ts';
import { owned } from '../state/owned.ts';
import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';

/** What a key press says, apart from the page it happened in. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  /** Pressed where text is typed. */
  readonly isTyping: boolean;
  /** Pressed while a box stands above the desk. */
  readonly isBoxed: boolean;
}

/**
 * The command that a key press asks for, enabled or not. A text field keeps its own undo and redo; below a box
 * nothing is done but undo and redo, which take back what was done in it.
 */
export function commandForKey(press: KeyPress, isMac: boolean): Command | null {
  const isHeld = (group: Command['group']): boolean => (group === 'edit' ? press.isTyping : press.isBoxed);
  return (
    COMMANDS.find(
      ({ shortcut, group }) => shortcut !== null && !isHeld(group) && matches(shortcut, press, isMac),
    ) ?? null
  );
}

function matches(shortcut: string, press: KeyPress, isMac: boolean): boolean {
  const keys = shortcut.split('+');
  const key = keys.at(-1) || '+';
  const wantsMod = keys.includes('Mod');
  const wantsAlt = keys.includes('Alt');
  const hasMod = isMac ? press.metaKey : press.ctrlKey;
  if (wantsMod !== hasMod || wantsAlt !== press.altKey || (isMac ? press.ctrlKey : press.metaKey))
    return false;
  if (!wantsMod && press.isTyping && key !== 'Escape') return false;
  // A sign such as ? is typed with Shift on some keyboards and without on others.
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  if (!isSign && keys.includes('Shift') !== press.shiftKey) return false;
  return press.key.toLowerCase() === key.toLowerCase();
}

/** A shortcut as keys to be shown, in the system's signs. */
export function keysOf(shortcut: string, isMac: boolean): readonly string[] {
  const names: Record<string, string> = isMac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Escape: 'esc' }
    : { Mod: 'Ctrl', Shift: 'Shift', Escape: 'Esc' };
  const arrows: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→' };
  return shortcut
    .split('+')
    .map((key) => names[key] ?? arrows[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}

/** Runs the command of a key press; @returns whether one ran, so that the page leaves the key alone. */
export function pressKey(desk: Desk, press: KeyPress, isMac: boolean): boolean {
  const command = commandForKey(press, isMac);
  if (!command?.enabled(desk)) return false;
  owned(desk.log, command.run(desk));
  return true;
}
