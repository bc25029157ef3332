import type { LibraryBeside } from '@shared/contracts/host.ts';
import { type Failure, failure } from '@shared/contracts/results.ts';
import type { MergeReport } from '@shared/exchange/carry/take-library.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectedHost } from '../host/connection.ts';
import { chooseFile } from '../host/incoming-files.ts';
import { saveFile, sendPieces } from '../host/save-file.ts';
import type { BroughtAnnotations, LibraryHere, LookedAt } from '../workers/exchange-calls.ts';
import type { Exchange } from '../workers/exchange-client.ts';
import { answerPage } from './answer-page.ts';
import type { Deeds } from './deeds.ts';
import type { Session } from './session.ts';
import type { SettingsState } from './settings.ts';

/** A file that is read where it lies. */
export interface NamedBlob {
  readonly name: string;
  readonly content: Blob;
}

/** A library, or a part of one, on its way from or to another machine. */
export interface Carrying {
  readonly phase:
    | 'empty'
    | 'writing'
    | 'looking'
    | 'looked'
    | 'taking'
    | 'taken'
    | 'opening'
    | 'beside'
    | 'brought';
  readonly progress: { readonly done: number; readonly total: number };
  readonly name: string;
  readonly looked: LookedAt | null;
  readonly taken: MergeReport | null;
  /** What was looked at, where it was opened beside this library instead. */
  readonly beside: LibraryBeside | null;
  readonly brought: BroughtAnnotations | null;
  readonly saved: { readonly path: string | null; readonly leftBehind: number } | null;
  readonly failure: Failure | null;
  /** Writes the whole library as one file. */
  save(): Promise<void>;
  /** Lets the person choose a library file and shows what taking it would change. */
  open(): Promise<void>;
  look(file: NamedBlob): Promise<void>;
  /** Opens what was looked at in a window of its own, and leaves this library as it is. */
  openBeside(): Promise<void>;
  /** Takes in what was looked at. */
  take(): Promise<void>;
  /** Lets the person choose annotations and makes bookmarks of those that have a place. */
  bringAnnotations(): Promise<void>;
  bring(file: NamedBlob): Promise<void>;
  stop(): void;
  clear(): void;
}

export interface CarryTools {
  readonly host: ConnectedHost;
  readonly exchange: Exchange;
  readonly session: StoreApi<Session>;
  readonly settings: StoreApi<SettingsState>;
  readonly deeds: Deeds;
  readonly now: () => Date;
}

const NOTHING = {
  phase: 'empty',
  progress: { done: 0, total: 0 },
  name: '',
  looked: null,
  taken: null,
  beside: null,
  brought: null,
  saved: null,
  failure: null,
} as const;

export function createCarrying(tools: CarryTools): StoreApi<Carrying> {
  const { host, exchange, session, settings, deeds, now } = tools;
  let chosen: NamedBlob | null = null;
  let turn = 0;

  const store = createStore<Carrying>()((set) => {
    /** Runs work that a stop or a later one may overtake; whatever it meets is told. */
    const run = async (
      phase: Carrying['phase'],
      work: () => Promise<Partial<Carrying> | Failure>,
    ): Promise<void> => {
      const mine = ++turn;
      set({ ...NOTHING, phase });
      try {
        const done = await work();
        if (mine === turn) set('reason' in done ? { ...NOTHING, failure: done as Failure } : done);
      } catch (error) {
        if (mine === turn) set({ ...NOTHING, failure: failure('exchange-failed', { error: String(error) }) });
      }
    };
    const look = (file: NamedBlob): Promise<void> =>
      run('looking', async () => {
        chosen = file;
        const looked = await exchange.call('carry.look', file.content, await readHere());
        return looked.ok ? { phase: 'looked', name: file.name, looked: looked.value } : looked;
      });
    const bring = (file: NamedBlob): Promise<void> =>
      run('looking', async () => {
        const known = new Set(session.getState().state.bookmarks.keys());
        const brought = await exchange.call('annotations.place', await file.content.text(), known);
        if (!brought.ok) return brought;
        if (brought.value.deeds.length > 0 && !(await deeds.perform(...brought.value.deeds)))
          return { phase: 'empty' };
        return { phase: 'brought', name: file.name, brought: brought.value };
      });
    return {
      ...NOTHING,
      save: () =>
        run('writing', async () => {
          const { acts, state, info } = session.getState();
          const kept = [...state.sources.values()].filter(({ status }) => status !== 'erased');
          await settings.getState().flush();
          const stored = await host.call('settings.read');
          const file = await exchange.call(
            'carry.write',
            {
              acts,
              settings: stored.ok ? stored.value : null,
              sources: kept.map(({ source }) => source),
            },
            answerPage(host, session),
          );
          if (!file.ok) return file;
          const { content, leftBehind } = file.value;
          const name = `duidu-${now().toISOString().slice(0, 10)}.duidu`;
          const saved = await saveFile(host, info.capabilities.nativeDialogs, name, content);
          if (!saved.ok) return saved.reason === 'cancelled' ? { phase: 'empty' } : saved;
          return { phase: 'empty', saved: { path: saved.value.path, leftBehind: leftBehind.length } };
        }),
      open: async () => {
        const file = await chooseFile(['.duidu']);
        if (file) await look({ name: file.name, content: file });
      },
      look,
      take: async () => {
        const file = chosen;
        if (!file) return;
        await run('taking', async () => {
          const taken = await exchange.call(
            'carry.take',
            file.content,
            await readHere(),
            answerPage(host, session),
          );
          return taken.ok ? { phase: 'taken', name: file.name, taken: taken.value } : taken;
        });
      },
      openBeside: async () => {
        const file = chosen;
        if (!file) return;
        await run('opening', async () => {
          const begun = await host.call('beside.begin');
          if (!begun.ok) return begun;
          const { save } = begun.value;
          const sent = await sendPieces(host, save, file.content, (progress) => set({ progress }));
          const opened = sent.ok ? await host.call('beside.open', save) : sent;
          if (!opened.ok) await host.call('save.drop', save);
          return opened.ok ? { phase: 'beside', name: file.name, beside: opened.value } : opened;
        });
      },
      bringAnnotations: async () => {
        const file = await chooseFile(['.jsonld', '.json', '.annotation']);
        if (file) await bring({ name: file.name, content: file });
      },
      bring,
      stop: () => {
        turn++;
        exchange.stop();
        set({ ...NOTHING, failure: failure('cancelled') });
      },
      clear: () => {
        turn++;
        chosen = null;
        set(NOTHING);
      },
    };
  });

  async function readHere(): Promise<LibraryHere> {
    const survey = await host.call('vault.survey');
    const held = survey.ok ? survey.value.originals.map(({ sha256 }) => sha256) : [];
    return { acts: session.getState().written, held: new Set(held), hasSettings: true };
  }

  exchange.on('exchange.progress', (progress) => {
    const { phase } = store.getState();
    if (phase === 'taking' || phase === 'writing') store.setState({ progress });
  });
  return store;
}
