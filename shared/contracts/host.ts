import type { Failure, Result } from './results.ts';

/** Limit of one original, in bytes: larger files are refused by name before they are read. */
export const MAX_ORIGINAL_BYTES = 64 * 1024 * 1024;

/** What a host can do that another cannot; nothing else asks which host it is. */
export interface HostCapabilities {
  /** The host shows its own open and save dialogs. */
  readonly nativeDialogs: boolean;
  /** The host shows an application menu. */
  readonly nativeMenu: boolean;
  readonly printsToPdf: boolean;
}

export interface HostInfo {
  readonly version: string;
  readonly capabilities: HostCapabilities;
  /** BCP 47 tag the system asks for. */
  readonly systemLocale: string;
  /** Id of this installation, written into the acts made here. */
  readonly device: string;
  /** Where the person's own data lies, to be shown to them. */
  readonly vaultPath: string;
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

export interface LogEntry {
  readonly at: string;
  readonly level: 'info' | 'warning' | 'error';
  /** An error code or a short event name; never the person's text. */
  readonly what: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** A source that the bundled pack provides, before any of it is read. */
export interface PackSource {
  readonly sha256: string;
  readonly name: string;
}

/**
 * Every call a page can make to its host, typed once for preload, IPC gate, loopback and renderer.
 * A call that can fail in expected ways returns a `Result`.
 */
export interface HostCalls {
  'host.info': () => HostInfo;
  /** Keeps the bytes in the vault, flushed, before it answers. */
  'originals.keep': (bytes: Uint8Array) => Result<{ readonly sha256: string; readonly isNew: boolean }>;
  /** The bytes of an original of the vault or of the bundled pack, checked against their hash. */
  'originals.read': (sha256: string) => Result<Uint8Array>;
  /** Deletes an original's bytes for good; the caller has written `source.erase` first. */
  'originals.erase': (sha256: string) => Result<null>;
  /** Appends acts as lines, flushed, before it answers with the lines written. */
  'journal.append': (acts: readonly unknown[]) => Result<readonly JournalLine[]>;
  /** Lines after `position`, oldest first. */
  'journal.read': (position: number) => Result<readonly JournalLine[]>;
  /** The person's settings, reading positions and recent searches: one JSON value, null at first start. */
  'settings.read': () => Result<unknown>;
  'settings.write': (settings: unknown) => Result<null>;
  'files.pick': () => Result<{
    readonly files: readonly PickedFile[];
    readonly refused: readonly RefusedFile[];
  }>;
  'files.save': (suggestedName: string, bytes: Uint8Array) => Result<{ readonly path: string }>;
  'log.write': (entry: LogEntry) => null;
  'log.read': () => readonly LogEntry[];
  'pack.list': () => readonly PackSource[];
}

export type HostCall = keyof HostCalls;

/** What a host tells its pages without being asked. */
export interface HostEvents {
  /** Lines appended by another page of the same host. */
  'journal.appended': readonly JournalLine[];
  /** The person chose a command in the application menu. */
  'menu.command': string;
  /** Files that the system handed over to be opened. */
  'files.opened': readonly PickedFile[];
}

export type HostEvent = keyof HostEvents;

/** The host as the renderer sees it; each host has one implementation. */
export interface Host {
  call<Call extends HostCall>(
    name: Call,
    ...args: Parameters<HostCalls[Call]>
  ): Promise<ReturnType<HostCalls[Call]>>;
  /** @returns a function that stops listening. */
  on<Event extends HostEvent>(event: Event, listener: (payload: HostEvents[Event]) => void): () => void;
}
