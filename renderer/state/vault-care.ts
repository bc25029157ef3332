import type { Backup, Host, VaultSurvey } from '@shared/contracts/host.ts';
import type { Failure } from '@shared/contracts/results.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Notices } from './notices.ts';
import type { Session } from './session.ts';

/** An original that is not, or was not seen to be, what it was kept as. */
export interface VaultFault {
  readonly sha256: string;
  /** The file's name as it was imported; null where the journal names none. */
  readonly name: string | null;
  /** Missing, damaged, or why it could not be read. */
  readonly failure: Failure;
}

/** A check of every original against its hash. */
export interface VaultCheck {
  readonly step: 'running' | 'done' | 'stopped';
  readonly done: number;
  readonly total: number;
  readonly startedAt: number;
  readonly faults: readonly VaultFault[];
}

/** Looks after what the person's library is made of on disk. */
export interface VaultCare {
  /** Null until it was asked for, and where the host could not say. */
  readonly survey: VaultSurvey | null;
  /** Oldest first. */
  readonly backups: readonly Backup[];
  readonly check: VaultCheck | null;
  /** Asks the host again what there is. */
  load(): Promise<void>;
  /** Copies the journal now; a failure is told. */
  backUp(): Promise<void>;
  /** Puts a backup in the journal's place; the desk then shows what it says. */
  restore(backup: string): Promise<boolean>;
  /** Reads every original there is and every one there should be; goes on until it is done or stopped. */
  checkAll(): Promise<void>;
  stop(): void;
}

export function createVaultCare(
  host: Host,
  session: StoreApi<Session>,
  notices: StoreApi<Notices>,
  now: () => number,
): StoreApi<VaultCare> {
  return createStore<VaultCare>()((set, get) => {
    let stopped = false;
    const report = (part: Partial<VaultCheck>): void =>
      set(({ check }) => ({ check: check && { ...check, ...part } }));

    const load = async (): Promise<void> => {
      const [survey, backups] = await Promise.all([host.call('vault.survey'), host.call('backups.list')]);
      if (!survey.ok) notices.getState().fail(survey);
      else if (!backups.ok) notices.getState().fail(backups);
      set({ survey: survey.ok ? survey.value : null, backups: backups.ok ? backups.value : [] });
    };

    return {
      survey: null,
      backups: [],
      check: null,
      load,
      backUp: async () => {
        const made = await host.call('backups.make');
        if (!made.ok) notices.getState().fail(made);
        await load();
      },
      restore: async (backup) => {
        const restored = await host.call('backups.restore', backup);
        if (!restored.ok) notices.getState().fail(restored);
        await load();
        return restored.ok;
      },
      checkAll: async () => {
        if (get().check?.step === 'running') return;
        stopped = false;
        await load();
        const wanted = listOriginals(get().survey, session.getState());
        set({ check: { step: 'running', done: 0, total: wanted.length, startedAt: now(), faults: [] } });
        for (const { sha256, name } of wanted) {
          if (stopped) return report({ step: 'stopped' });
          const outcome = await host.call('originals.check', sha256);
          const { done, faults } = get().check as VaultCheck;
          // One that could not be read may be whole, but nobody has seen that it is.
          if (!outcome.ok) report({ faults: [...faults, { sha256, name, failure: outcome }] });
          report({ done: done + 1 });
        }
        report({ step: 'done' });
      },
      stop: () => {
        stopped = true;
      },
    };
  });
}

/** Every original on disk and every one that the journal counts on, by name where it has one. */
function listOriginals(
  survey: VaultSurvey | null,
  { state }: Session,
): { readonly sha256: string; readonly name: string | null }[] {
  const kept = [...state.sources.values()].filter(({ status }) => status !== 'erased');
  const hashes = new Set([
    ...kept.map(({ source }): string => source),
    ...(survey?.originals ?? []).map(({ sha256 }) => sha256),
  ]);
  return [...hashes].map((sha256) => ({
    sha256,
    name: state.sources.get(sha256 as SourceHash)?.name ?? null,
  }));
}
