import type {
  Backup,
  HostCall,
  HostCalls,
  HostEvent,
  JournalLine,
  LogEntry,
  PickedFile,
  VaultState,
} from '@shared/contracts/host.ts';
import { failure, success } from '@shared/contracts/results.ts';
import { type ConnectedHost, createConnection } from '../../renderer/host/connection.ts';

/** What a `MemoryHost` is made of, to look at and to break. */
export interface HostMemory {
  readonly originals: Map<string, Uint8Array>;
  readonly lines: JournalLine[];
  readonly log: LogEntry[];
  readonly backups: { readonly id: string; readonly lines: readonly JournalLine[] }[];
  /** What the vault tells of itself. */
  amiss: Pick<VaultState, 'readOnly' | 'findings' | 'strays'>;
  settings: unknown;
  /** They cannot be read. */
  settingsAreShut: boolean;
  picked: PickedFile[];
  /** What the page saved, by the name it suggested. */
  readonly saved: Map<string, Uint8Array>;
  /** The next appends fail as on a full disk. */
  isFull: boolean;
  /** Nothing answers. */
  isGone: boolean;
  /** An act with this in it is not taken. */
  refuses: string | null;
  /** The next answers are lost on their way, after the host did what it was asked. */
  answersLost: number;
}

export interface MemoryHost extends ConnectedHost {
  readonly memory: HostMemory;
  /** Tells listeners of an event, as another page's doing would. */
  emit(event: HostEvent, payload: unknown): void;
}

const sha256 = async (bytes: Uint8Array): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** A host that keeps everything in memory; a second one on the same memory is a restart. */
export function createMemoryHost(memory: HostMemory = emptyMemory()): MemoryHost {
  const listeners = new Map<HostEvent, Set<(payload: never) => void>>();
  const calls: { [Call in HostCall]: (...args: Parameters<HostCalls[Call]>) => Promise<unknown> } = {
    'host.info': async () =>
      success({
        version: '0.1.0',
        capabilities: { nativeDialogs: true, nativeMenu: false },
        systemLocale: 'zh-CN',
        device: 'memory',
        vault: { id: 'memory', path: '/memory', damagedLine: null, endedUncleanly: false, ...memory.amiss },
      }),
    'menu.show': async () => success(null),
    'originals.keep': async (bytes) => {
      const hash = await sha256(bytes);
      const isNew = !memory.originals.has(hash);
      memory.originals.set(hash, bytes);
      return success({ sha256: hash, isNew });
    },
    'originals.read': async (hash) => {
      const bytes = memory.originals.get(hash);
      return bytes ? success(bytes) : failure('original-missing', { sha256: hash });
    },
    'originals.erase': async (hash) => {
      memory.originals.delete(hash);
      return success(null);
    },
    'journal.append': async (acts) => {
      if (memory.isFull) return failure('disk-full');
      if (memory.refuses !== null && JSON.stringify(acts).includes(memory.refuses)) return failure('refused');
      for (const act of acts)
        if (!memory.lines.some((line) => idOf(line.act) === idOf(act)))
          memory.lines.push({
            position: memory.lines.length + 1,
            previous: '',
            hash: '',
            act: structuredClone(act),
          });
      const ids = new Set(acts.map(idOf));
      return success(memory.lines.filter((line) => ids.has(idOf(line.act))));
    },
    'journal.read': async (position) => success(memory.lines.filter((line) => line.position > position)),
    'settings.read': async () =>
      memory.settingsAreShut ? failure('disk-failing') : success(memory.settings),
    'settings.write': async (settings) => {
      memory.settings = structuredClone(settings);
      return success(null);
    },
    'files.pick': async () => success({ files: memory.picked, refused: [] }),
    'files.takeOpened': async () => success({ files: memory.picked.splice(0), refused: [] }),
    'save.begin': async (name) => {
      memory.saved.set(name, new Uint8Array());
      return success({ save: name, path: `/memory/${name}` });
    },
    'save.append': async (name, bytes) => {
      memory.saved.set(name, new Uint8Array([...(memory.saved.get(name) ?? []), ...bytes]));
      return success(null);
    },
    'save.end': async () => success(null),
    'save.drop': async (name) => {
      memory.saved.delete(name);
      return success(null);
    },
    'beside.begin': async () => {
      memory.saved.set('beside', new Uint8Array());
      return success({ save: 'beside' });
    },
    'beside.open': async () =>
      success({
        path: '/memory/beside',
        address: 'http://127.0.0.1:9/#token=x',
        damaged: [],
        wasOpen: false,
      }),
    'storage.clear': async () => success(null),
    'log.write': async (entry) => {
      memory.log.push(entry);
      return success(null);
    },
    'log.read': async () => success(memory.log),
    'vault.survey': async () =>
      success({
        lines: memory.lines.length,
        damagedLine: null,
        ...memory.amiss,
        journalBytes: JSON.stringify(memory.lines).length,
        originals: [...memory.originals].map(([hash, bytes]) => ({ sha256: hash, bytes: bytes.length })),
      }),
    'originals.check': async (hash) => {
      const bytes = memory.originals.get(hash);
      if (!bytes) return failure('original-missing', { sha256: hash });
      return (await sha256(bytes)) === hash ? success(null) : failure('original-damaged', { sha256: hash });
    },
    'backups.list': async () => success(memory.backups.map(describeBackup)),
    'backups.make': async () => {
      const backup = {
        id: `00000${memory.backups.length + 1}-20260301T000000Z-asked`,
        lines: [...memory.lines],
      };
      memory.backups.push(backup);
      return success(describeBackup(backup));
    },
    'backups.restore': async (id) => {
      const backup = memory.backups.find((one) => one.id === id);
      if (!backup) return failure('vault-damaged', { backup: id });
      memory.lines.splice(0, memory.lines.length, ...backup.lines);
      for (const listener of listeners.get('journal.replaced') ?? []) listener(null as never);
      return success(null);
    },
  };
  const host = createConnection({
    reach: async () => (memory.isGone ? failure('host-gone') : success(null)),
    onLost: () => () => undefined,
    call: async (name, ...args) => {
      if (memory.isGone) return failure('host-gone') as never;
      const answer = await (calls[name] as (...args: unknown[]) => Promise<never>)(...args);
      if (memory.answersLost === 0) return answer;
      memory.answersLost--;
      memory.isGone = true;
      return failure('host-gone') as never;
    },
    on: (event, listener) => {
      const set = listeners.get(event) ?? new Set();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
  });
  return {
    ...host,
    memory,
    emit: (event, payload) => {
      for (const listener of listeners.get(event) ?? []) listener(payload as never);
    },
  };
}

const describeBackup = ({ id, lines }: HostMemory['backups'][number]): Backup => ({
  id,
  at: '2026-03-01T00:00:00Z',
  reason: 'asked',
  lines: lines.length,
  sound: true,
  lost: 0,
});

const idOf = (act: unknown): unknown => (act as { readonly id?: unknown }).id;

const emptyMemory = (): HostMemory => ({
  originals: new Map(),
  lines: [],
  log: [],
  backups: [],
  amiss: { readOnly: null, findings: [], strays: [] },
  settings: null,
  settingsAreShut: false,
  picked: [],
  saved: new Map(),
  isFull: false,
  isGone: false,
  refuses: null,
  answersLost: 0,
});
