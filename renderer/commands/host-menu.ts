import type { MenuItem, MenuRole, MenuSection } from '@shared/contracts/host.ts';
import { type Command, GROUPS } from './command.ts';
import { COMMANDS } from './commands.ts';

/** The words of a menu: keys of the locales to words of the person's language. */
export type SayWord = (key: string) => string;

const EDITING: readonly MenuRole[] = ['cut', 'copy', 'paste', 'selectAll'];
const WINDOW: readonly MenuRole[] = ['minimize', 'togglefullscreen', 'close', 'quit'];

/** The one list of commands as the host's menu shows it: a section a group, then what the system itself does. */
export function menuOf(say: SayWord): MenuSection[] {
  return [
    ...GROUPS.map((group) => ({
      label: say(`commands.group.${group}`),
      items: [
        ...COMMANDS.filter((command) => command.group === group).map((command) => entryOf(command, say)),
        ...(group === 'edit' ? [{ type: 'separator' } as const, ...roles(EDITING, say)] : []),
      ],
    })),
    { label: say('commands.group.window'), items: roles(WINDOW, say) },
  ];
}

/** What can be done with text that is typed or selected, for the host's menu there: the system does it. */
export const menuOfText = (say: SayWord): MenuItem[] => [
  ...roles(['undo', 'redo'], say),
  { type: 'separator' },
  ...roles(EDITING, say),
];

const roles = (names: readonly MenuRole[], say: SayWord): MenuItem[] =>
  names.map((role) => ({ type: 'role', role, label: say(`commands.role.${role}`) }));

/**
 * A command that cannot be run just now answers its choice with nothing, so the menu need not follow the desk.
 * Keys without `Mod` stay with the page: the system would take them also where text is typed.
 */
function entryOf({ id, shortcut }: Command, say: SayWord): MenuItem {
  const accelerator = shortcut?.startsWith('Mod+') ? shortcut.replace('Mod', 'CmdOrCtrl') : null;
  return {
    type: 'command',
    command: id,
    label: say(`commands.${id}`),
    enabled: true,
    ...(accelerator ? { accelerator } : {}),
  };
}
