import { checkCall } from '@shared/contracts/host-arguments.ts';
import { expect, it } from 'vitest';
import { COMMANDS } from '../../../renderer/commands/commands.ts';
import { menuOf, menuOfText } from '../../../renderer/commands/host-menu.ts';
import { readMessages } from '../../../renderer/ui/read-messages.ts';

it.each(['zh', 'en'] as const)('shows every command once, in words of its own (%s)', (language) => {
  const { say } = readMessages(language);
  const sayWord = (key: string) => say(key as never);
  const items = [...menuOf(sayWord).flatMap((section) => section.items), ...menuOfText(sayWord)];
  const commands = items.flatMap((entry) => (entry.type === 'command' ? [entry.command] : []));
  expect([...commands].sort()).toEqual(COMMANDS.map(({ id }) => id).sort());
  const labels = items.flatMap((entry) => ('label' in entry ? [entry.label] : []));
  expect(labels.filter((label) => label === '' || label.startsWith('commands.'))).toEqual([]);
});

it('writes keys as Electron does', () => {
  const items = menuOf((key) => key).flatMap((section) => section.items);
  const palette = items.find((entry) => entry.type === 'command' && entry.command === 'showPalette');
  expect(palette).toMatchObject({ accelerator: expect.stringMatching(/^CmdOrCtrl\+/) });
});

it('is let through the gate of the host', () => {
  expect(checkCall('menu.show', [menuOf((key) => key), menuOfText((key) => key)])).toMatchObject({
    ok: true,
  });
});

it('leaves keys that are also typed to the page', () => {
  const items = menuOf((key) => key).flatMap((section) => section.items);
  const keys = items.flatMap((entry) => (entry.type === 'command' ? (entry.accelerator ?? []) : []));
  expect(keys.filter((key) => !key.startsWith('CmdOrCtrl+'))).toEqual([]);
});
