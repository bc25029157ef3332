import { join } from 'node:path';
import type {
  HostCall,
  HostCalls,
  HostCapabilities,
  HostEvent,
  HostEvents,
  MenuItem,
  MenuSection,
  PickedFiles,
} from '@shared/contracts/host.ts';
import type { CheckedCall } from '@shared/contracts/host-arguments.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { openBeside } from '../exchange/open-beside.ts';
import { errorCode } from '../vault/disk-failure.ts';
import type { LogFile } from '../vault/log-file.ts';
import type { Vault } from '../vault/vault.ts';
import { SavesUnderWay } from './saves-under-way.ts';

/** What a host does in its own way; everything else is the same on all. */
export interface HostShell {
  readonly capabilities: HostCapabilities;
  readonly version: string;
  readonly systemLocale: () => string | null;
  readonly showMenu: (sections: readonly MenuSection[], ofText: readonly MenuItem[]) => void;
  readonly pickFiles: () => Promise<Result<PickedFiles>>;
  /** Asks the person where a file is to be saved. */
  readonly chooseSavePath: (suggestedName: string) => Promise<Result<string>>;
  readonly clearStorage: () => Promise<void>;
  /** Opens another vault in a window of its own. @returns the link to its page where it has to be followed. */
  readonly openLibrary: (vaultPath: string) => Promise<Result<string | null>>;
  /** The bundled original of that hash, if the pack has it. */
  readonly readBundled: (sha256: string) => Promise<Uint8Array | null>;
}

/** Told of everything that happens, by the page it is for. */
export type PageListener = <Event extends HostEvent>(event: Event, payload: HostEvents[Event]) => void;

type Calls = {
  readonly [Call in HostCall]: (
    page: string,
    ...args: Parameters<HostCalls[Call]>
  ) => Promise<ReturnType<HostCalls[Call]>>;
};

/** The one implementation of the host contract; desktop and loopback only carry its calls and events. */
export class HostService {
  readonly #calls: Calls;
  readonly #listeners = new Map<string, Set<PageListener>>();
  readonly #log: LogFile;
  readonly #saves = new SavesUnderWay();
  #opened: PickedFiles = { files: [], refused: [] };

  constructor(vault: Vault, shell: HostShell) {
    this.#log = vault.log;
    vault.onFinding = (found) => this.tell('vault.found', found);
    this.#calls = {
      'host.info': async () =>
        success({
          version: shell.version,
          capabilities: shell.capabilities,
          systemLocale: shell.systemLocale(),
          device: vault.device,
          vault: vault.state,
        }),
      'originals.keep': (_page, bytes) => vault.keepOriginal(bytes),
      'originals.read': async (_page, sha256) => {
        const kept = await vault.originals.read(sha256);
        if (kept.ok) return kept;
        const bundled = await shell.readBundled(sha256);
        return bundled ? success(bundled) : kept;
      },
      'originals.check': async (_page, sha256) => {
        const read = await vault.originals.read(sha256);
        return read.ok ? success(null) : read;
      },
      'originals.erase': (_page, sha256) => vault.eraseOriginal(sha256),
      'journal.append': async (page, acts) => {
        const appended = await vault.append(acts);
        if (appended.ok) this.tell('journal.appended', appended.value, page);
        return appended;
      },
      'journal.read': (_page, position) => vault.read(position),
      'settings.read': () => vault.readSettings(),
      'settings.write': (_page, settings) => vault.writeSettings(settings),
      'menu.show': async (_page, sections, ofText) => {
        shell.showMenu(sections, ofText);
        return success(null);
      },
      'files.pick': () => shell.pickFiles(),
      'files.takeOpened': async () => {
        const opened = this.#opened;
        this.#opened = { files: [], refused: [] };
        return success(opened);
      },
      'save.begin': async (page, suggestedName) => {
        const chosen = await shell.chooseSavePath(suggestedName);
        return chosen.ok ? await this.#saves.begin(page, chosen.value) : chosen;
      },
      'save.append': (page, save, bytes) => this.#saves.append(page, save, bytes),
      'save.end': async (page, save) => {
        const ended = await this.#saves.end(page, save);
        return ended.ok ? success(null) : ended;
      },
      'save.drop': (page, save) => this.#saves.drop(page, save),
      'beside.begin': async (page) => {
        const begun = await this.#saves.begin(page, vault.temporaryFile());
        return begun.ok ? success({ save: begun.value.save }) : begun;
      },
      'beside.open': async (page, save) => {
        const ended = await this.#saves.end(page, save);
        if (!ended.ok) return ended;
        return await openBeside(ended.value, join(vault.state.path, 'beside'), shell.openLibrary);
      },
      'storage.clear': async () => {
        await shell.clearStorage();
        return success(null);
      },
      'log.write': async (_page, entry) => {
        await vault.log.write(entry);
        return success(null);
      },
      'log.read': async () => success(await vault.log.read()),
      'vault.survey': () => vault.survey(),
      'backups.list': () => vault.listBackups(),
      'backups.make': () => vault.makeBackup(),
      'backups.restore': async (_page, id) => {
        const restored = await vault.restoreBackup(id);
        if (restored.ok) this.tell('journal.replaced', null);
        return restored;
      },
    };
  }

  /** @param page the page that asks; it is not told of what it did itself. */
  call(page: string, { name, args }: CheckedCall): Promise<unknown> {
    // Name and arguments were checked together; TypeScript cannot follow the pair through the record.
    const run = this.#calls[name] as (page: string, ...args: readonly unknown[]) => Promise<unknown>;
    return run(page, ...args);
  }

  /** @returns a function that stops listening. */
  listen(page: string, listener: PageListener): () => void {
    const listeners = this.#listeners.get(page) ?? new Set();
    this.#listeners.set(page, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      this.#listeners.delete(page);
      this.#saves.dropAll(page).catch((error: unknown) => this.report(error));
    };
  }

  /** Tells every listening page but `except`. */
  tell<Event extends HostEvent>(event: Event, payload: HostEvents[Event], except?: string): void {
    for (const [page, listeners] of this.#listeners)
      if (page !== except) for (const listener of listeners) listener(event, payload);
  }

  /** Notes in the log what should never have been thrown, without the words of anyone's text. */
  report(error: unknown): void {
    const name = error instanceof Error ? error.name : typeof error;
    const entry = {
      at: new Date().toISOString(),
      level: 'error',
      what: 'host-error',
      detail: { name, code: errorCode(error) },
    } as const;
    // There is no further place for an error that the log does not take.
    this.#log.write(entry).catch(() => undefined);
  }

  /** Keeps files that the system handed over until a page takes them. */
  open(opened: PickedFiles): void {
    this.#opened = {
      files: [...this.#opened.files, ...opened.files],
      refused: [...this.#opened.refused, ...opened.refused],
    };
    this.tell('files.opened', null);
  }
}

/** For hosts without dialogs of their own. */
export const notAvailable = async () => failure('not-available-here');
