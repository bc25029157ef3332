import type { Deed } from '@shared/journal/act.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Notices } from './notices.ts';
import type { Session } from './session.ts';

/** Does what the person asked and tells them how it went. */
export interface Deeds {
  /** @returns false when nothing was written; the person has been told why. */
  perform(...deeds: Deed[]): Promise<boolean>;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  undoAct(act: string): Promise<boolean>;
}

export function createDeeds(session: StoreApi<Session>, notices: StoreApi<Notices>): Deeds {
  const told = async (outcome: ReturnType<Session['perform']>): Promise<boolean> => {
    const done = await outcome;
    if (!done.ok) notices.getState().fail(done);
    else {
      const last = done.value.at(-1);
      if (last) notices.getState().tell(last);
    }
    return done.ok;
  };
  const single = (outcome: ReturnType<Session['undo']>): ReturnType<Session['perform']> =>
    outcome.then((done) => (done.ok ? { ok: true, value: [done.value] } : done));
  return {
    perform: (...deeds) => told(session.getState().perform(...deeds)),
    undo: () => told(single(session.getState().undo())),
    redo: () => told(single(session.getState().redo())),
    undoAct: (act) => told(single(session.getState().undoAct(act))),
  };
}
