import type { PickedFile, PickedFiles, RefusedFile } from '@shared/contracts/host.ts';
import { type Failure, failure } from '@shared/contracts/results.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectedHost } from '../host/connection.ts';
import { chooseFiles, type IncomingFile, readIncoming } from '../host/incoming-files.ts';
import type { OpenedExport, VerifiedExport } from '../workers/exchange-calls.ts';
import type { Exchange } from '../workers/exchange-client.ts';
import type { Session } from './session.ts';

/** Exports held against their sources: those that the library has, and those that the person gives. */
export interface Verifying {
  readonly phase: 'empty' | 'reading' | 'checking' | 'done';
  readonly progress: { readonly done: number; readonly total: number };
  readonly opened: readonly OpenedExport[];
  readonly report: readonly VerifiedExport[];
  readonly refused: readonly RefusedFile[];
  readonly failure: Failure | null;
  /** Lets the person choose exports, and checks them. */
  choose(): Promise<void>;
  /** Checks exports that were dropped. */
  drop(files: readonly IncomingFile[]): Promise<void>;
  /** Lets the person choose more sources, and checks again. */
  addSources(): Promise<void>;
  stop(): void;
  clear(): void;
}

export interface VerifyTools {
  readonly host: ConnectedHost;
  readonly exchange: Exchange;
  readonly session: StoreApi<Session>;
}

/** What a file dialog of the browser offers for exports. */
const EXPORTS = ['.zip', '.csv', '.tsv', '.xlsx', '.parquet', '.md', '.jsonld', '.json', '.ndjson'];

const NOTHING = {
  phase: 'empty',
  progress: { done: 0, total: 0 },
  opened: [],
  report: [],
  refused: [],
  failure: null,
} as const;

export function createVerifying({ host, exchange, session }: VerifyTools): StoreApi<Verifying> {
  let exports: readonly PickedFile[] = [];
  let given: readonly PickedFile[] = [];
  let turn = 0;

  const store = createStore<Verifying>()((set) => {
    const pick = async (accept?: readonly string[]): Promise<PickedFiles | null> => {
      const picked = await chooseFiles(host, session.getState().info.capabilities.nativeDialogs, accept);
      if (picked.ok) return await readIncoming(picked.value);
      if (picked.reason !== 'cancelled') set({ failure: picked });
      return null;
    };
    const take = async ({ files, refused }: PickedFiles): Promise<void> => {
      exports = files;
      given = [];
      set({ ...NOTHING, refused });
      if (files.length > 0) await check();
    };
    return {
      ...NOTHING,
      choose: async () => {
        const picked = await pick(EXPORTS);
        if (picked) await take(picked);
      },
      drop: async (files) => take(await readIncoming(files)),
      addSources: async () => {
        const picked = await pick();
        if (!picked) return;
        given = [...given, ...picked.files];
        set({ refused: picked.refused });
        await check();
      },
      stop: () => {
        turn++;
        exchange.stop();
        set({ phase: 'empty', failure: failure('cancelled') });
      },
      clear: () => {
        turn++;
        exports = given = [];
        set(NOTHING);
      },
    };
  });

  async function check(): Promise<void> {
    const mine = ++turn;
    store.setState({ phase: 'reading', failure: null, report: [] });
    try {
      const opened = await exchange.call('verify.open', exports);
      if (mine !== turn) return;
      store.setState({ opened, phase: 'checking', progress: { done: 0, total: 0 } });
      const sources = [...(await readKept(opened)), ...given];
      if (mine !== turn) return;
      const report = await exchange.call('verify.check', sources);
      if (mine !== turn) return;
      store.setState(
        report.ok ? { phase: 'done', report: report.value } : { phase: 'empty', failure: report },
      );
    } catch (error) {
      if (mine === turn)
        store.setState({ phase: 'empty', failure: failure('exchange-failed', { error: String(error) }) });
    }
  }

  /** The originals that the exports name and the library has, by their bytes: rows may be damaged, they prove nothing. */
  async function readKept(opened: readonly OpenedExport[]): Promise<PickedFile[]> {
    const { state, pack } = session.getState();
    const names = new Map<string, string>([
      ...pack.map(({ sha256, name }) => [sha256, name] as const),
      ...[...state.sources.values()].map(({ source, name }) => [source, name] as const),
    ]);
    const kept: PickedFile[] = [];
    for (const hash of new Set(opened.flatMap(({ sources }) => sources))) {
      const name = names.get(hash);
      const bytes = name === undefined ? null : await host.call('originals.read', hash);
      if (name !== undefined && bytes?.ok) kept.push({ name, bytes: bytes.value });
    }
    return kept;
  }

  exchange.on('exchange.progress', (progress) => {
    if (store.getState().phase === 'checking') store.setState({ progress });
  });
  return store;
}
