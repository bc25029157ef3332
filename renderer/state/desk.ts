import type { Host } from '@shared/contracts/host.ts';
import { type Result, success } from '@shared/contracts/results.ts';
import type { StoreApi } from 'zustand/vanilla';
import { openLibrary } from '../library/library.ts';
import type { DeriveSurroundings } from '../workers/derive-calls.ts';
import type { DeriveClient } from '../workers/derive-client.ts';
import type { SearchClient } from '../workers/search-client.ts';
import { type Bookmarks, createBookmarks } from './bookmarks.ts';
import { createDeeds, type Deeds } from './deeds.ts';
import { createDerivation, type Derivation } from './derivation.ts';
import { createDoubts, type Doubts } from './doubts.ts';
import { createFocus, type Focus } from './focus.ts';
import { createImports, type Imports } from './imports.ts';
import { createLog, type Log } from './log.ts';
import { createMending, type Mending } from './mending.ts';
import { createNames, type Names } from './names.ts';
import { createNotices, type Notices } from './notices.ts';
import { createOffers, type Offers } from './offers.ts';
import { createReader, type Reader } from './reader.ts';
import { createSearch, type Search } from './search.ts';
import { openSession, type Session } from './session.ts';
import { createSettings, type SettingsState } from './settings.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { createSurfaces, type Surfaces } from './surfaces.ts';
import { createTrusting, type Trusting } from './trust.ts';
import { createVaultCare, type VaultCare } from './vault-care.ts';
import { startWatching } from './watch-library.ts';

/** The state that each of the desk's stores holds. */
export interface DeskStates {
  session: Session;
  settings: SettingsState;
  derivation: Derivation;
  shelf: Shelf;
  reader: Reader;
  focus: Focus;
  doubts: Doubts;
  bookmarks: Bookmarks;
  names: Names;
  search: Search;
  offers: Offers;
  imports: Imports;
  surfaces: Surfaces;
  notices: Notices;
  log: Log;
  vaultCare: VaultCare;
}

export type DeskStores = { readonly [Name in keyof DeskStates]: StoreApi<DeskStates[Name]> };

/** Everything a page of Duidu works with: one of each store, and what the person can do. */
export interface Desk extends DeskStores {
  readonly host: Host;
  readonly deeds: Deeds;
  readonly trusting: Trusting;
  readonly mending: Mending;
  /** Ends workers and watches; what the person made has long been on disk. */
  close(): void;
}

/** What a desk is built on. */
export interface DeskGround {
  readonly host: Host;
  readonly deriving: DeriveClient;
  readonly searching: SearchClient;
  readonly surroundings: DeriveSurroundings;
  readonly now: () => Date;
  readonly newId: () => string;
}

/** Opens the desk where it was left; rows that are missing or stale are derived in the background. */
export async function openDesk(ground: DeskGround): Promise<Result<Desk>> {
  const { host, deriving, searching, surroundings, now, newId } = ground;
  const log = createLog(host, now);
  const library = await openLibrary(surroundings.library);
  const [pack, stored, damage] = await Promise.all([
    deriving.call('derive.open', surroundings),
    host.call('settings.read'),
    searching.call('search.open', surroundings),
  ]);
  let closed = false;
  const failed = (error: unknown): void => {
    if (!closed) log.getState().report('error', 'library', { error: String(error) });
  };
  const session = await openSession(host, pack, { now, newId, fail: failed });
  if (!session.ok) return session;

  const watching = startWatching(failed);
  const notices = createNotices();
  for (const { reason, detail = {} } of damage) log.getState().report('warning', reason, detail);
  const { readOnly, findings } = session.value.getState().info.vault;
  for (const found of readOnly ? [readOnly, ...findings] : findings) notices.getState().fail(found);
  const settings = createSettings(host, stored.ok ? stored.value : null);
  const deeds = createDeeds(host, session.value, notices);
  const milliseconds = (): number => now().getTime();
  const derivation = createDerivation(host, deriving, session.value, milliseconds, failed);
  const shelf = createShelf(library, session.value, watching.watch);
  const bookmarks = createBookmarks({ library, session: session.value, shelf, deeds, newId, fail: failed });
  const focus = createFocus();
  const surfaces = createSurfaces();
  const reader = createReader({
    library,
    bookmarks,
    derivation,
    watch: watching.watch,
    isHeld: () => surfaces.getState().open !== null,
    opened: (article) => {
      focus.getState().release();
      const { room } = settings.getState().place;
      // A list that the article was opened from stays beside it.
      settings.getState().goTo({ article, room: room === 'settings' ? 'reader' : room });
    },
  });
  const mending = createMending(deeds, surfaces, settings);
  const imports = createImports({
    host,
    library,
    worker: deriving,
    session: session.value,
    derivation,
    notices,
    show: () => settings.getState().goTo({ room: 'imports' }),
    now: milliseconds,
  });
  derivation.subscribe(({ failures }, before) => {
    if (failures === before.failures) return;
    for (const [source, failure] of failures)
      if (before.failures.get(source) !== failure)
        log.getState().report('error', failure.reason, { source: source.slice(0, 12) });
  });
  void derivation.getState().refresh();
  const { place } = settings.getState();
  if (place.article !== null) reader.getState().open(place.article);

  return success({
    host,
    deeds,
    trusting: createTrusting(deeds),
    mending,
    doubts: createDoubts({ reader, shelf, mending, deeds }),
    session: session.value,
    settings,
    derivation,
    shelf,
    reader,
    focus,
    bookmarks,
    names: createNames(library, session.value, deeds, watching.watch),
    search: createSearch({ worker: searching, damage, settings, shelf, bookmarks, fail: failed }),
    offers: createOffers({
      worker: searching,
      session: session.value,
      bookmarks,
      shelf,
      settings,
      fail: failed,
    }),
    imports,
    surfaces,
    notices,
    log,
    vaultCare: createVaultCare(host, session.value, notices, milliseconds),
    close: () => {
      closed = true;
      watching.stop();
      deriving.close('the desk is closed');
      searching.close('the desk is closed');
      library.close();
    },
  });
}
