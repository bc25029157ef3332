import type { Desk } from '../state/desk.ts';
import { owned } from '../state/owned.ts';
import type { Command } from './command.ts';
import { DESK_COMMANDS } from './desk-commands.ts';
import { EXCHANGE_COMMANDS } from './exchange-commands.ts';
import { MEND_COMMANDS } from './mend-commands.ts';
import { READER_COMMANDS } from './reader-commands.ts';
import { SHELF_COMMANDS } from './shelf-commands.ts';

/** Every command there is. */
export const COMMANDS: readonly Command[] = [
  ...DESK_COMMANDS,
  ...READER_COMMANDS,
  ...SHELF_COMMANDS,
  ...MEND_COMMANDS,
  ...EXCHANGE_COMMANDS,
];

/** Runs a command by its id if it is enabled; @returns whether it ran. */
export function runCommand(desk: Desk, id: string): boolean {
  const command = COMMANDS.find((other) => other.id === id);
  if (!command?.enabled(desk)) return false;
  owned(desk.log, command.run(desk));
  return true;
}
