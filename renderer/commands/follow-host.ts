import type { Desk } from '../state/desk.ts';
import { runCommand } from './commands.ts';

/** Does what the host's menu asks and imports what the system hands over, from now on. */
export function followHost(desk: Desk): void {
  const { host, imports } = desk;
  const takeOpened = async (): Promise<void> => {
    await imports.getState().take(await host.call('files.takeOpened'));
  };
  host.on('menu.command', (id) => runCommand(desk, id));
  host.on('files.opened', () => void takeOpened());
  void takeOpened();
}
