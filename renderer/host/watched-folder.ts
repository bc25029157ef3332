import { failure, type Result, success } from '@shared/contracts/results.ts';
import { compareNaturally } from '@shared/text/natural-order.ts';
import { fromFile, type IncomingFile } from './incoming-files.ts';

/** What File System Access gives of a folder; TypeScript's own library lacks its lists and its dialog. */
export interface FolderHandle {
  readonly kind: 'directory';
  readonly name: string;
  values(): AsyncIterable<FolderHandle | FileHandle>;
}

interface FileHandle {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<File>;
}

/** A folder that is looked into again and again while the page is open. */
export interface WatchedFolder {
  readonly name: string;
  /**
   * Files that are new or changed since they were last given, those in folders inside too. One is given at the
   * second look that finds it with the same size and time: a program may still be writing it at the first.
   * @returns `file-not-found` where the folder is gone or not to be read any more.
   */
  look(): Promise<Result<readonly IncomingFile[]>>;
}

/** Browsers without the dialog cannot watch a folder. */
export const canWatchFolders = (): boolean => 'showDirectoryPicker' in globalThis;

/** Lets the person choose a folder to watch, in the browser's own dialog. */
export async function chooseWatched(): Promise<Result<FolderHandle>> {
  try {
    return success(await (globalThis as unknown as FolderDialog).showDirectoryPicker({ mode: 'read' }));
  } catch (error) {
    // The browser does not tell a folder that it keeps to itself from a dialog that was left.
    return failure(
      error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'file-unreadable',
    );
  }
}

interface FolderDialog {
  showDirectoryPicker(options: { readonly mode: 'read' }): Promise<FolderHandle>;
}

export function watchFolder(folder: FolderHandle): WatchedFolder {
  /** Size and time of each file: at the last look, and when it was last given. */
  let seen = new Map<string, string>();
  const given = new Map<string, string>();
  return {
    name: folder.name,
    look: async () => {
      const now = new Map<string, string>();
      const settled: IncomingFile[] = [];
      try {
        for await (const [path, file] of listFiles(folder, folder.name)) {
          const state = `${file.size} ${file.lastModified}`;
          now.set(path, state);
          if (seen.get(path) !== state || given.get(path) === state) continue;
          given.set(path, state);
          settled.push(...fromFile(file, path));
        }
      } catch {
        return failure('file-not-found');
      }
      seen = now;
      return success(settled.sort((a, b) => compareNaturally(a.path, b.path)));
    },
  };
}

async function* listFiles(folder: FolderHandle, path: string): AsyncGenerator<[path: string, file: File]> {
  for await (const entry of folder.values()) {
    const at = `${path}/${entry.name}`;
    if (entry.kind === 'directory') yield* listFiles(entry, at);
    else {
      const file = await entry.getFile().catch(() => null);
      // Gone between the list and the look.
      if (file !== null) yield [at, file];
    }
  }
}
