import type { Host } from '@shared/contracts/host.ts';
import type { Failure } from '@shared/contracts/results.ts';
import type { Deed } from '@shared/journal/act.ts';
import { doneTogether, meaningOf } from '@shared/journal/undo.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { StoreApi } from 'zustand/vanilla';
import { saveFile } from '../host/save-file.ts';
import type { Notices } from './notices.ts';
import type { Session } from './session.ts';

/** Does what the person asked and tells them how it went. */
export interface Deeds {
  /** @returns false when nothing was written; the person has been told why. */
  perform(...deeds: Deed[]): Promise<boolean>;
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  undoAct(act: string): Promise<boolean>;
  /** Puts a removed source back on the shelf, if its original is still there. */
  restore(source: SourceHash): Promise<boolean>;
  /** Deletes the original of a source for good. The journal says so only once the bytes are gone. */
  erase(source: SourceHash): Promise<boolean>;
  /** Saves the original where the person says, byte for byte. */
  saveOriginal(source: SourceHash, name: string): Promise<boolean>;
  /** Saves a file that the page made where the person says. */
  saveFile(name: string, content: Blob): Promise<boolean>;
}

export function createDeeds(host: Host, session: StoreApi<Session>, notices: StoreApi<Notices>): Deeds {
  const refuse = (failure: Failure): false => {
    notices.getState().fail(failure);
    return false;
  };
  const told = async (outcome: ReturnType<Session['perform']>): Promise<boolean> => {
    const done = await outcome;
    if (!done.ok) return refuse(done);
    const last = done.value.at(-1);
    const { acts } = session.getState();
    if (last) {
      const together = doneTogether(last, acts).map((act) => meaningOf(act, acts));
      // What was done last of all is told: undos stand the other way round.
      const isUndone = together.every(({ manner }) => manner === 'undone');
      const meaning = (isUndone ? together[0] : together.at(-1)) ?? meaningOf(last, acts);
      // What was done beside it, of another kind, is told with it.
      const alike = together.filter(({ deed }) => deed.type === meaning.deed.type);
      notices.getState().tell(last, meaning, alike.length);
    }
    return true;
  };
  const single = (outcome: ReturnType<Session['undo']>): ReturnType<Session['perform']> =>
    outcome.then((done) => (done.ok ? { ok: true, value: [done.value] } : done));
  const save = async (name: string, content: Blob): Promise<boolean> => {
    const hasDialogs = session.getState().info.capabilities.nativeDialogs;
    const saved = await saveFile(host, hasDialogs, name, content);
    return saved.ok || saved.reason === 'cancelled' ? saved.ok : refuse(saved);
  };
  const perform = (...deeds: Deed[]): Promise<boolean> => told(session.getState().perform(...deeds));
  return {
    perform,
    undo: () => told(single(session.getState().undo())),
    redo: () => told(single(session.getState().redo())),
    undoAct: (act) => told(single(session.getState().undoAct(act))),
    restore: async (source) => {
      // A bundled original is answered by the pack, whatever became of its copy.
      const original = await host.call('originals.read', source);
      if (!original.ok && original.reason === 'original-missing') return refuse(original);
      return await perform({ type: 'source.restore', source });
    },
    erase: async (source) => {
      const erased = await host.call('originals.erase', source);
      // Gone already: an earlier try ended between the bytes and the act.
      if (!erased.ok && erased.reason !== 'original-missing') return refuse(erased);
      return await perform({ type: 'source.erase', source });
    },
    saveOriginal: async (source, name) => {
      const original = await host.call('originals.read', source);
      if (!original.ok) return refuse(original);
      return await save(name, new Blob([new Uint8Array(original.value)]));
    },
    saveFile: save,
  };
}
