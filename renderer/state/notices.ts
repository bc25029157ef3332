import type { Failure } from '@shared/contracts/results.ts';
import type { Act } from '@shared/journal/act.ts';
import type { Meaning } from '@shared/journal/undo.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Something the person is told once. */
export type Notice =
  | { readonly id: number; readonly type: 'failure'; readonly failure: Failure }
  /** What was done without a trace in the journal. */
  | { readonly id: number; readonly type: 'note'; readonly note: Note }
  /** What was written, by what it means, its act, by whose id it can be undone, and how many were done at once. */
  | {
      readonly id: number;
      readonly type: 'done';
      readonly act: Act;
      readonly meaning: Meaning;
      readonly count: number;
    };

export type Note = 'copied' | 'exported';

export interface Notices {
  readonly shown: readonly Notice[];
  /** One that is being shown already is shown anew in its place, not a second time. */
  fail(failure: Failure): void;
  note(note: Note): void;
  tell(act: Act, meaning: Meaning, count: number): void;
  dismiss(id: number): void;
}

const KEPT = 4;

export function createNotices(): StoreApi<Notices> {
  let next = 1;
  return createStore<Notices>()((set, get) => {
    const show = (notice: Notice, shown = get().shown): void =>
      set({ shown: [...shown, notice].slice(-KEPT) });
    return {
      shown: [],
      fail: (failure) => {
        const isSame = (told: Notice): boolean =>
          told.type === 'failure' && JSON.stringify(told.failure) === JSON.stringify(failure);
        show(
          { id: next++, type: 'failure', failure },
          get().shown.filter((told) => !isSame(told)),
        );
      },
      note: (note) => show({ id: next++, type: 'note', note }),
      tell: (act, meaning, count) => show({ id: next++, type: 'done', act, meaning, count }),
      dismiss: (id) => set(({ shown }) => ({ shown: shown.filter((notice) => notice.id !== id) })),
    };
  });
}
