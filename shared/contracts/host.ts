import type { Failure, Result } from './results.ts';

/** Limit of one original, in bytes: larger files are refused by name before they are read. */
export const MAX_ORIGINAL_BYTES = 64 * 1024 * 1024;

/** What a host can do that another cannot; nothing else asks which host it is. */
export interface HostCapabilities {
  /** The host shows its own open and save dialogs. */
  readonly nativeDialogs: boolean;
  /** The host shows an application menu. */
  readonly nativeMenu: boolean;
}

export interface HostInfo {
  readonly version: string;
  readonly capabilities: HostCapabilities;
  /** BCP 47 tag the system asks for; null where the page stands in a browser, which has a language of its own. */
  readonly systemLocale: string | null;
  /** Id of this installation, written into the acts made here. */
  readonly device: string;
  readonly vault: VaultState;
}

export interface VaultState {
  /** The vault's own id: what a page derived from another vault is not of this one. */
  readonly id: string;
  /** Where the person's own data lies, to be shown to them. */
  readonly path: string;
  /** The first line of the journal that no longer fits its chain; null where all do. */
  readonly damagedLine: number | null;
  /** The last run did not end by itself. */
  readonly endedUncleanly: boolean;
  /** Why nothing can be written for now; null where it can. What is there is read all the same. */
  readonly readOnly: Failure | null;
  /** What was found amiss since the vault was opened, and what was done about it, to be told to the person. */
  readonly findings: readonly Failure[];
  /** Paths in the vault's folder of what is not Duidu's; passed over. */
  readonly strays: readonly string[];
}

/** What the vault holds. Its journal is read for it; an original is checked by `originals.check`. */
export interface VaultSurvey {
  readonly lines: number;
  readonly damagedLine: number | null;
  readonly journalBytes: number;
  readonly originals: readonly { readonly sha256: string; readonly bytes: number }[];
  readonly readOnly: Failure | null;
  readonly findings: readonly Failure[];
  readonly strays: readonly string[];
}

export const BACKUP_REASONS = ['scheduled', 'asked', 'before-restore', 'held', 'mended'] as const;

/**
 * Why there is a backup: by the clock, because the person asked, of what a restore was about to replace, or of
 * what the host held when another program changed the journal beneath it. `mended` is none on disk: what can be
 * put together of a damaged journal from every copy of its lines.
 */
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** A journal that can be put back. */
export interface Backup {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly reason: BackupReason;
  readonly lines: number;
  /** Its chain holds from its first line to its last. */
  readonly sound: boolean;
  /** Lines that no copy holds any more; of `mended` alone more than 0. */
  readonly lost: number;
}

/** A line of the journal as the vault keeps it. `hash` chains it to the line before. */
export interface JournalLine {
  /** 1 for the first line. */
  readonly position: number;
  readonly previous: string;
  readonly hash: string;
  /** An `Act`; its form is checked by `shared/journal` when it is read. */
  readonly act: unknown;
}

export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file the person chose that could not be read. */
export interface RefusedFile {
  readonly name: string;
  readonly failure: Failure;
}

export interface PickedFiles {
  readonly files: readonly PickedFile[];
  readonly refused: readonly RefusedFile[];
}

/** An entry of the application menu, in the person's language. */
export type MenuItem =
  /** `accelerator` is in Electron's form, as `CmdOrCtrl+F`. Choosing it comes back as `menu.command`. */
  | {
      readonly type: 'command';
      readonly command: string;
      readonly label: string;
      readonly accelerator?: string;
      readonly enabled: boolean;
    }
  /** What the system itself does. */
  | { readonly type: 'role'; readonly role: MenuRole; readonly label: string }
  | { readonly type: 'separator' };

export const MENU_ROLES = [
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'selectAll',
  'minimize',
  'togglefullscreen',
  'close',
  'quit',
] as const;

export type MenuRole = (typeof MENU_ROLES)[number];

export interface MenuSection {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

/** A library that stands beside this one. */
export interface LibraryBeside {
  /** Its own vault. */
  readonly path: string;
  /** Opens its page in a browser; null where its window opens by itself. */
  readonly address: string | null;
  /** Parts of its file that are not whole. */
  readonly damaged: readonly string[];
  /** Whether it stood open already: then nothing of the file was taken in. */
  readonly wasOpen: boolean;
}

export interface LogEntry {
  readonly at: string;
  readonly level: 'info' | 'warning' | 'error';
  /** An error code or a short event name; never the person's text. */
  readonly what: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/**
 * Every call a page can make to its host, typed once for preload, IPC gate, loopback and renderer.
 * Each returns a `Result`: a host may be gone. Arguments that do not fit their schema (`host-arguments.ts`)
 * are refused at the gate.
 */
export interface HostCalls {
  'host.info': () => Result<HostInfo>;
  /** Keeps the bytes in the vault, flushed, before it answers. */
  'originals.keep': (bytes: Uint8Array) => Result<{ readonly sha256: string; readonly isNew: boolean }>;
  /** The bytes of an original of the vault or of the bundled pack, checked against their hash. */
  'originals.read': (sha256: string) => Result<Uint8Array>;
  /** Reads an original of the vault and compares it with its hash. */
  'originals.check': (sha256: string) => Result<null>;
  /** Deletes an original's bytes for good; the caller has written `source.erase` first. */
  'originals.erase': (sha256: string) => Result<null>;
  /**
   * Appends acts as lines, flushed, before it answers with them. An act whose id the journal has is not written
   * again: its line is answered with.
   */
  'journal.append': (acts: readonly unknown[]) => Result<readonly JournalLine[]>;
  /** Lines after `position`, oldest first. */
  'journal.read': (position: number) => Result<readonly JournalLine[]>;
  /** The person's settings, reading positions and recent searches: one JSON value, null at first start. */
  'settings.read': () => Result<unknown>;
  'settings.write': (settings: unknown) => Result<null>;
  /**
   * Shows the page's commands in the application menu, and `ofText` where the person asks for a menu on text that is
   * typed or selected; nothing happens where the host has no menus of its own.
   */
  'menu.show': (sections: readonly MenuSection[], ofText: readonly MenuItem[]) => Result<null>;
  /** The host's own open dialog; `not-available-here` where it has none, `cancelled` where the person left it. */
  'files.pick': () => Result<PickedFiles>;
  /** Files that the system handed over to be opened, each given once. Ask at start and on `files.opened`. */
  'files.takeOpened': () => Result<PickedFiles>;
  /**
   * The host's own save dialog; `not-available-here` where it has none, `cancelled` where the person left it. What
   * is saved follows piece by piece and stands in its place at `save.end`, whole, or not at all.
   */
  'save.begin': (suggestedName: string) => Result<{ readonly save: string; readonly path: string }>;
  /** One piece, of at most `MAX_ORIGINAL_BYTES`. */
  'save.append': (save: string, bytes: Uint8Array) => Result<null>;
  'save.end': (save: string) => Result<null>;
  /** Leaves what was there before. */
  'save.drop': (save: string) => Result<null>;
  /** Begins to hand over a library file, by `save.append`, that is to stand beside this library. */
  'beside.begin': () => Result<{ readonly save: string }>;
  /** Takes what was handed over into a vault of its own within this one's folder, and opens that in a window of its own. */
  'beside.open': (save: string) => Result<LibraryBeside>;
  /**
   * Has the browser drop all that it keeps for the page: databases that cannot be opened, and so not be deleted by
   * the page either. What the vault holds is not touched.
   */
  'storage.clear': () => Result<null>;
  'log.write': (entry: LogEntry) => Result<null>;
  /** The newest entries, oldest first. */
  'log.read': () => Result<readonly LogEntry[]>;
  'vault.survey': () => Result<VaultSurvey>;
  'backups.list': () => Result<readonly Backup[]>;
  /** Copies the journal now, beside every other copy. */
  'backups.make': () => Result<Backup>;
  /** Puts a sound backup in the journal's place; a sound journal becomes a backup first, a damaged one is set aside. */
  'backups.restore': (id: string) => Result<null>;
}

export type HostCall = keyof HostCalls;

/** What a host tells its pages without being asked. */
export interface HostEvents {
  /** Lines appended by another page of the same host. */
  'journal.appended': readonly JournalLine[];
  /** A backup was put in the journal's place: everything derived from acts is to be read again. */
  'journal.replaced': null;
  /** What the vault found amiss while pages are open; it stands in `VaultState.findings` too. */
  'vault.found': Failure;
  /** The person chose a command in the application menu. */
  'menu.command': string;
  /** There are files to take with `files.takeOpened`. */
  'files.opened': null;
}

export type HostEvent = keyof HostEvents;

/**
 * What carries calls to a host and its events back. The desktop's preload puts one on `window.duidu`, whose
 * calls reject where the gate or the host fails; where there is none, the page came from the loopback host and
 * speaks `loopback.ts`. To the rest of the renderer the connection (`renderer/host`) is the host: its calls
 * never reject.
 */
export interface Host {
  call<Call extends HostCall>(
    name: Call,
    ...args: Parameters<HostCalls[Call]>
  ): Promise<ReturnType<HostCalls[Call]>>;
  /** @returns a function that stops listening. */
  on<Event extends HostEvent>(event: Event, listener: (payload: HostEvents[Event]) => void): () => void;
}
