import type { Desk } from '../state/desk.ts';
import { owned } from '../state/owned.ts';
import { runCommand } from './commands.ts';

/** Does what the host's menu asks and imports what the system hands over, from now on. */
export function followHost(desk: Desk): void {
  const { host, imports } = desk;
  const takeOpened = async (): Promise<void> => {
    const opened = await host.call('files.takeOpened');
    if (opened.ok) await imports.getState().take(opened.value);
  };
  host.on('menu.command', (id) => runCommand(desk, id));
  host.on('files.opened', () => owned(desk.log, takeOpened()));
  owned(desk.log, takeOpened());
}
