import type { Failure } from '@shared/contracts/results.ts';
import type { Act } from '@shared/journal/act.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Something the person is told once. */
export type Notice =
  | { readonly id: number; readonly type: 'failure'; readonly failure: Failure }
  /** What was written, so that it can be named and undone by its id. */
  | { readonly id: number; readonly type: 'done'; readonly act: Act };

export interface Notices {
  readonly shown: readonly Notice[];
  fail(failure: Failure): void;
  tell(act: Act): void;
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
      tell: (act) => show({ id: next++, type: 'done', act }),
      dismiss: (id) => set(({ shown }) => ({ shown: shown.filter((notice) => notice.id !== id) })),
    };
  });
}
