import type { KeptSource, LibraryState } from '@shared/journal/state.ts';
import type { Publication, SourceDescription, SourceHash } from '@shared/model/source.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Library } from '../library/library.ts';
import type { ArticleSummary, Origin, SourceRow } from '../library/rows.ts';
import type { Session } from './session.ts';
import type { Watch } from './watch-library.ts';

/** One article on the shelf. */
export interface ShelfRow extends ArticleSummary {
  readonly source: SourceHash;
  readonly origin: Origin;
  readonly sourceName: string;
  /** What the person says of the page, else what it prints. */
  readonly description: SourceDescription;
  readonly published: Publication;
  /** Four digits, or null when nothing tells. */
  readonly year: string | null;
  readonly tags: readonly string[];
  /** When the person imported it; null for bundled ones. */
  readonly addedAt: string | null;
}

export interface Shelf {
  /** False until the library was read for the first time. */
  readonly loaded: boolean;
  /** In the order of their sources and pages. */
  readonly rows: readonly ShelfRow[];
  readonly sources: readonly SourceRow[];
  readonly removed: readonly KeptSource[];
}

/** What is on the shelf; it follows the library by itself. */
export function createShelf(library: Library, session: StoreApi<Session>, watch: Watch): StoreApi<Shelf> {
  const store = createStore<Shelf>()(() => ({ loaded: false, rows: [], sources: [], removed: [] }));
  let sources: readonly SourceRow[] | null = null;
  const show = (): void => {
    if (!sources) return;
    const { state } = session.getState();
    const present = sources.filter(
      ({ sha256 }) => (state.sources.get(sha256)?.status ?? 'present') === 'present',
    );
    store.setState({
      loaded: true,
      sources: present,
      rows: present.flatMap((source) => rowsOf(source, state)),
      removed: [...state.sources.values()].filter(({ status }) => status === 'removed'),
    });
  };
  watch(
    () => library.readSources(),
    (read) => {
      sources = read;
      show();
    },
  );
  session.subscribe((now, before) => {
    if (now.state !== before.state) show();
  });
  return store;
}

function rowsOf(source: SourceRow, state: LibraryState): ShelfRow[] {
  const { record, imprint, origin, sha256 } = source;
  const description: SourceDescription = {
    ...(imprint.newspaper ? { newspaper: imprint.newspaper.text } : {}),
    ...(imprint.edition ? { edition: imprint.edition.text } : {}),
    ...(imprint.pageTitle ? { pageTitle: imprint.pageTitle.text } : {}),
    ...state.descriptions.get(sha256),
  };
  return source.articles.map((article) => ({
    ...article,
    source: sha256,
    origin,
    sourceName: record.name,
    description,
    published: record.publishedOn,
    year: record.publishedOn.value?.slice(0, 4) ?? null,
    tags: state.sourceTags.get(sha256) ?? [],
    addedAt: origin === 'pack' ? null : (state.sources.get(sha256)?.addedAt ?? null),
  }));
}
