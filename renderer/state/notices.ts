import type { Failure } from '@shared/contracts/results.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Something the person is told once: a failure with its code, or a deed that can be undone. */
export type Notice =
  | { readonly id: number; readonly type: 'failure'; readonly failure: Failure }
  /** `deed`: the type of what was done, for its words; `act`: what undoing it names. */
  | { readonly id: number; readonly type: 'done'; readonly deed: string; readonly act: string };

export interface Notices {
  readonly shown: readonly Notice[];
  fail(failure: Failure): void;
  tell(deed: string, act: string): void;
  dismiss(id: number): void;
}

const KEPT = 4;

export function createNotices(): StoreApi<Notices> {
  let next = 1;
  return createStore<Notices>()((set) => ({
    shown: [],
    fail: (failure) =>
      set(({ shown }) => ({
        shown: [...shown, { id: next++, type: 'failure' as const, failure }].slice(-KEPT),
      })),
    tell: (deed, act) =>
      set(({ shown }) => ({
        shown: [...shown, { id: next++, type: 'done' as const, deed, act }].slice(-KEPT),
      })),
    dismiss: (id) => set(({ shown }) => ({ shown: shown.filter((notice) => notice.id !== id) })),
  }));
}
