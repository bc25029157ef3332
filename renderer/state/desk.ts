import type { StoreApi } from 'zustand/vanilla';
import type { ConnectedHost, Connection } from '../host/connection.ts';
import type { ImportQueue } from '../library/import-queue.ts';
import type { Outbox } from '../library/outbox.ts';
import type { Comparer } from '../workers/compare-client.ts';
import type { DeriveSurroundings } from '../workers/derive-calls.ts';
import type { Exchange } from '../workers/exchange-client.ts';
import type { PageReaders } from '../workers/page-readers.ts';
import type { Placing } from '../workers/place-client.ts';
import type { SearchClient } from '../workers/search-client.ts';
import type { Agreements } from './agreements.ts';
import type { Bookmarks } from './bookmarks.ts';
import type { Carrying } from './carrying.ts';
import type { Chosen } from './chosen.ts';
import type { Citing } from './citing.ts';
import type { Claims } from './claims.ts';
import type { Comparing } from './comparing.ts';
import type { Copy } from './copying.ts';
import type { Deeds } from './deeds.ts';
import type { Derivation } from './derivation.ts';
import type { Doubts } from './doubts.ts';
import type { Exports } from './exports.ts';
import type { Find } from './find.ts';
import type { Focus } from './focus.ts';
import type { HitLists } from './hit-lists.ts';
import type { Imports } from './imports.ts';
import type { Judging } from './judging.ts';
import type { Labelling } from './labelling.ts';
import type { Log } from './log.ts';
import type { Mending } from './mending.ts';
import type { Names } from './names.ts';
import type { Naming } from './naming.ts';
import type { Notices } from './notices.ts';
import type { Offers } from './offers.ts';
import type { Pairing } from './pairing.ts';
import type { Reader } from './reader.ts';
import type { Search } from './search.ts';
import type { Session } from './session.ts';
import type { SettingsState } from './settings.ts';
import type { Shelf } from './shelf.ts';
import type { Stories } from './stories.ts';
import type { Surfaces } from './surfaces.ts';
import type { Trusting } from './trust.ts';
import type { VaultCare } from './vault-care.ts';
import type { Verifying } from './verifying.ts';
import type { Visited } from './visited.ts';
import type { Watching } from './watching.ts';

/** The state that each of the desk's stores holds. */
export interface DeskStates {
  connection: Connection;
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
  claims: Claims;
  offers: Offers;
  hitLists: HitLists;
  imports: Imports;
  find: Find;
  exports: Exports;
  verifying: Verifying;
  carrying: Carrying;
  comparing: Comparing;
  stories: Stories;
  agreements: Agreements;
  surfaces: Surfaces;
  notices: Notices;
  log: Log;
  vaultCare: VaultCare;
  chosen: Chosen;
  visited: Visited;
  watching: Watching;
}

export type DeskStores = { readonly [Name in keyof DeskStates]: StoreApi<DeskStates[Name]> };

/** Everything a page of Duidu works with: one of each store, and what the person can do. */
export interface Desk extends DeskStores {
  readonly host: ConnectedHost;
  readonly deeds: Deeds;
  readonly trusting: Trusting;
  readonly judging: Judging;
  readonly pairing: Pairing;
  readonly naming: Naming;
  readonly labelling: Labelling;
  readonly mending: Mending;
  readonly citing: Citing;
  readonly copy: Copy;
  /** Brings in a page of the project's own that shows what Duidu does with one. */
  importSpecimen(): Promise<void>;
  /** Ends workers and watches; what the person made has long been on disk. */
  close(): void;
}

/** What a desk is built on. */
export interface DeskGround {
  readonly host: ConnectedHost;
  readonly outbox: Outbox;
  readonly queue: ImportQueue;
  readonly readers: PageReaders;
  readonly searching: SearchClient;
  readonly exchange: Exchange;
  readonly comparer: Comparer;
  readonly placing: Placing;
  readonly surroundings: DeriveSurroundings;
  readonly now: () => Date;
  readonly newId: () => string;
}
