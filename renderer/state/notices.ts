import type { Failure } from '@shared/contracts/results.ts';
import type { Act } from '@shared/journal/act.ts';
import type { Meaning } from '@shared/journal/undo.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Something the person is told once. */
export type Notice =
  | { readonly id: number; readonly type: 'failure'; readonly failure: Failure }
  /** What was written, by what it means, and its act, by whose id it can be undone. */
  | { readonly id: number; readonly type: 'done'; readonly act: Act; readonly meaning: Meaning };

export interface Notices {
  readonly shown: readonly Notice[];
  fail(failure: Failure): void;
  tell(act: Act, meaning: Meaning): void;
  dismiss(id: number): void;
}

const KEPT = 4;

export function createNotices(): StoreApi<Notices> {
  let next = 1;
  return createStore<Notices>()((set) => {
    const show = (notice: Notice): void => set(({ shown }) => ({ shown: [...shown, notice].slice(-KEPT) }));
    return {
      shown: [],
      fail: (failure) => show({ id: next++, type: 'failure', failure }),
      tell: (act, meaning) => show({ id: next++, type: 'done', act, meaning }),
      dismiss: (id) => set(({ shown }) => ({ shown: shown.filter((notice) => notice.id !== id) })),
    };
  });
}
