import { _electron } from 'playwright';
import type { Machine, OpenHost } from './harness.ts';
import { callInPage, whenThere } from './harness-desktop.ts';
import { root } from './harness-process.ts';

/** Opens the built desktop app on Electron's own program. */
export async function openElectron(executablePath: string, machine: Machine): Promise<OpenHost> {
  const app = await _electron.launch({
    executablePath,
    args: [root, `--vault=${machine.vault}`, `--user-data-dir=${machine.profile}`],
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  return {
    page,
    call: (name, ...args) => callInPage(page, name, args),
    close: () => app.close(),
    kill: async () => {
      const gone = new Promise((settle) => app.process().once('exit', settle));
      app.process().kill('SIGKILL');
      await gone;
    },
    pickFiles: async (paths, choose) => {
      await app.evaluate(
        ({ dialog }, filePaths) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
        },
        [...paths],
      );
      await choose();
    },
    saveFile: async (path, save) => {
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, path);
      await save();
      await whenThere(path);
    },
  };
}
