import { nextPaths } from './dialog.ts';
import { invokeHandler } from './ipc-main.ts';
import { shown } from './menu.ts';
import { type SessionSettings, settings } from './session.ts';
import type { DoubledElectron, DoubledFrame, DoubledMenu } from './surface.ts';

/** What a test may ask inside the process of the app. */
export interface Controls {
  readonly electron: DoubledElectron;
  /** What the person does in the next dialogs. */
  readonly nextPaths: { open: string[][]; save: string[] };
  readonly sessionSettings: SessionSettings;
  /** The menu that was opened last where the person asked for one. */
  readonly shown: { textMenu: DoubledMenu | null };
  /** Calls the first window's gate from a frame that is not its page. */
  readonly invokeAs: (
    frame: DoubledFrame | null,
    channel: string,
    args: readonly unknown[],
  ) => Promise<unknown>;
}

interface Question {
  readonly id: number;
  /** Source of a function of `Controls` and an argument. */
  readonly source: string;
  readonly argument: unknown;
}

/** Runs what tests send over the process's own channel, in the way of Playwright's `evaluate`. */
export function answerTests(electron: DoubledElectron): void {
  if (!process.send) return;
  const controls: Controls = {
    electron,
    nextPaths,
    sessionSettings: settings,
    shown,
    invokeAs: async (frame, channel, args) => {
      const [window] = electron.BrowserWindow.getAllWindows();
      if (!window) throw new Error('no window');
      return await invokeHandler(window.webContents, frame, channel, args);
    },
  };
  process.on('message', async ({ id, source, argument }: Question) => {
    try {
      // The source is a function of the test that started this process.
      const ask = new Function(`return (${source})`)();
      process.send?.({ id, value: await ask(controls, argument) });
    } catch (error) {
      process.send?.({ id, error: String(error) });
    }
  });
  process.on('disconnect', () => process.exit(0));
}
