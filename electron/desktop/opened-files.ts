import { resolve } from 'node:path';
import type { App } from 'electron';

/**
 * Tells of files that the system hands over: on the command line of this start, on that of a second one,
 * and by macOS's own event. Before `ready`.
 */
export function hearOpenedFiles(app: App, open: (paths: readonly string[]) => void): void {
  app.on('open-file', (event, path) => {
    event.preventDefault();
    open([path]);
  });
  app.on('second-instance', (_event, argv, folder) => open(filesOf(argv, folder, process.defaultApp)));
  open(filesOf(process.argv, process.cwd(), process.defaultApp));
}

/** The arguments that are no switch, after the program and, where Electron runs a folder, that folder. */
export function filesOf(argv: readonly string[], folder: string, runsFolder: boolean): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-'))
    .slice(runsFolder ? 1 : 0)
    .map((path) => resolve(folder, path));
}
