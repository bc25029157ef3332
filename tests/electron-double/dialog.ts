import type { DoubledElectron } from './surface.ts';

/** What the person will do in the next dialogs, set by a test; with nothing set they leave them. */
export const nextPaths: { open: string[][]; save: string[] } = { open: [], save: [] };

export const dialog = {
  async showOpenDialog() {
    const filePaths = nextPaths.open.shift();
    return { canceled: !filePaths, filePaths: filePaths ?? [] };
  },
  async showSaveDialog() {
    const filePath = nextPaths.save.shift();
    return { canceled: !filePath, filePath: filePath ?? '' };
  },
  /** The harness reads it from the output of the process. */
  showErrorBox(title, content) {
    console.error(`[error box] ${title}: ${content}`);
  },
} satisfies DoubledElectron['dialog'];
