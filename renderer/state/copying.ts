import { failure } from '@shared/contracts/results.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Notices } from './notices.ts';

/** Puts words on the clipboard and says whether they are there; never rejects. */
export type Copy = (words: string) => Promise<void>;

export function createCopy(
  notices: StoreApi<Notices>,
  writeClipboard: (words: string) => Promise<void>,
): Copy {
  return async (words) => {
    try {
      await writeClipboard(words);
      notices.getState().note('copied');
    } catch (error) {
      // A browser lets a page write only while it is looked at, and a person may forbid it.
      notices.getState().fail(failure('clipboard-refused', { error: String(error) }));
    }
  };
}
