import { createStore, type StoreApi } from 'zustand/vanilla';
import { canWatchFolders, chooseWatched, type FolderHandle, watchFolder } from '../host/watched-folder.ts';
import type { Imports } from './imports.ts';
import type { Notices } from './notices.ts';

/** The folder whose new files come in by themselves while the page is open. */
export interface Watching {
  /** Its name; null while none is watched. */
  readonly folder: string | null;
  /** Whether this browser lets a page look into a folder again. */
  readonly isPossible: boolean;
  /** Files of it that were taken since. */
  readonly taken: number;
  /** Lets the person choose a folder and watches it until it is stopped, or another is chosen. */
  choose(): Promise<void>;
  watch(folder: FolderHandle): void;
  stop(): void;
}

export interface WatchingTools {
  readonly imports: StoreApi<Imports>;
  readonly notices: StoreApi<Notices>;
  readonly fail: (error: unknown) => void;
}

/** Between two looks. */
const EVERY_MS = 2000;

export function createWatching({ imports, notices, fail }: WatchingTools): StoreApi<Watching> {
  /** What is waited for; another watch, or none, has another. */
  let current: symbol | null = null;

  return createStore<Watching>()((set, get) => {
    async function follow(handle: FolderHandle, own: symbol): Promise<void> {
      const folder = watchFolder(handle);
      while (current === own) {
        const found = await folder.look();
        if (current !== own) return;
        if (!found.ok) {
          get().stop();
          notices.getState().fail(found);
          return;
        }
        if (found.value.length > 0) {
          set(({ taken }) => ({ taken: taken + found.value.length }));
          // Not waited for: what comes meanwhile is put in the queue behind it.
          imports.getState().takeIncoming(found.value).catch(fail);
        }
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      }
    }
    return {
      folder: null,
      isPossible: canWatchFolders(),
      taken: 0,
      choose: async () => {
        const chosen = await chooseWatched();
        if (chosen.ok) get().watch(chosen.value);
        else if (chosen.reason !== 'cancelled') notices.getState().fail(chosen);
      },
      watch: (folder) => {
        current = Symbol(folder.name);
        set({ folder: folder.name, taken: 0 });
        follow(folder, current).catch(fail);
      },
      stop: () => {
        current = null;
        set({ folder: null });
      },
    };
  });
}
