import type { Failure } from '@shared/contracts/results.ts';
import type { ReadingMark } from '@shared/journal/act.ts';
import type { ArticleLabel, KeptSource, LibraryState } from '@shared/journal/state.ts';
import type { Publication, SourceDescription, SourceHash } from '@shared/model/source.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Library } from '../library/library.ts';
import type { ArticleSummary, Origin, SourceRow, UnreadRow } from '../library/rows.ts';
import type { ArticleTargets } from './article-targets.ts';
import type { Derivation } from './derivation.ts';
import type { Session } from './session.ts';
import { nameOfSource } from './source-name.ts';
import { listWantedSources } from './wanted-sources.ts';
import type { Watching } from './watch-library.ts';

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
  /** Of the article and of its page. */
  readonly tags: readonly string[];
  readonly mark: ReadingMark | null;
  /** When the person imported it; null for bundled ones. */
  readonly addedAt: string | null;
}

/** A source that was not read, or not anew: what stands on the shelf of it is missing or old. */
export interface UnreadSource {
  readonly source: SourceHash;
  readonly name: string;
  readonly origin: Origin;
  /** `cancelled` where the person stopped its reading. */
  readonly reason: Failure;
  /** It was read in an earlier state, and that stands on the shelf. */
  readonly isOld: boolean;
  /** The person wants it as plain text. */
  readonly isPlain: boolean;
}

export interface Shelf {
  /** False until the library was read for the first time. */
  readonly loaded: boolean;
  /** In the order of their sources and pages. */
  readonly rows: readonly ShelfRow[];
  readonly sources: readonly SourceRow[];
  /**
   * Pages as the library was last read, in the order of their hashes: one that was taken away is among them until its
   * rows are gone. What is brought in step with the library goes by these, and not by `sources`, which are ahead of it.
   */
  readonly held: readonly SourceRow[];
  readonly removed: readonly KeptSource[];
  /** Labels whose article is not there any more. */
  readonly looseLabels: readonly ArticleLabel[];
  readonly unread: readonly UnreadSource[];
  /** Sources that belong on the shelf and are not there: under way, waiting or not read. */
  readonly missing: number;
  /** Words that the headlines listed must hold, as long as the desk is open. */
  readonly filter: string;
  narrow(filter: string): void;
}

/** What of the person's acts the shelf shows. */
const PARTS = ['sources', 'descriptions', 'sourceTags', 'labels'] as const;

/** What is on the shelf; it follows the library by itself. */
export function createShelf(
  library: Library,
  session: StoreApi<Session>,
  derivation: StoreApi<Derivation>,
  { watch, follow }: Pick<Watching, 'watch' | 'follow'>,
  articleTargets: ArticleTargets,
): StoreApi<Shelf> {
  const store = createStore<Shelf>()((set) => ({
    loaded: false,
    rows: [],
    sources: [],
    held: [],
    removed: [],
    looseLabels: [],
    unread: [],
    missing: 0,
    filter: '',
    narrow: (filter) => set({ filter }),
  }));
  let sources: readonly SourceRow[] | null = null;
  let remembered: readonly UnreadRow[] = [];
  const kept: KeptRows = new WeakMap();
  const countMissing = (read: readonly SourceRow[]): number => {
    const known = new Set(read.map(({ sha256 }) => sha256));
    return listWantedSources(session.getState()).filter(({ sha256 }) => !known.has(sha256)).length;
  };
  const listUnread = (read: readonly SourceRow[]): UnreadSource[] => {
    const known = new Set(read.map(({ sha256 }) => sha256));
    const reasons = new Map<SourceHash, Failure>(remembered.map(({ sha256, reason }) => [sha256, reason]));
    for (const [source, reason] of derivation.getState().failures) reasons.set(source, reason);
    return listWantedSources(session.getState()).flatMap(({ sha256: source, name, origin, acts }) => {
      const reason = reasons.get(source);
      return reason
        ? [
            {
              source,
              name,
              origin,
              reason,
              isOld: known.has(source),
              isPlain: acts.description?.reading === 'plain',
            },
          ]
        : [];
    });
  };
  const show = (): void => {
    if (!sources) return;
    const { state } = session.getState();
    const present = sources.filter(
      ({ sha256 }) => (state.sources.get(sha256)?.status ?? 'present') === 'present',
    );
    const placed = articleTargets.place(present, state.labels, show);
    store.setState({
      loaded: true,
      sources: present,
      held: sources,
      rows: present.flatMap((source) => rowsOf(source, state, placed.of, kept)),
      removed: [...state.sources.values()].filter(({ status }) => status === 'removed'),
      looseLabels: placed.loose,
      unread: listUnread(present),
      missing: countMissing(present),
    });
  };
  follow(
    library.sources,
    (hashes) => library.readSources(hashes),
    ({ sha256 }) => sha256,
    (read) => {
      // What was in order stays so, and sorting it again takes one walk.
      const before = new Set(sources?.map(({ sha256 }) => sha256));
      const known = sources?.flatMap(({ sha256 }) => read.get(sha256) ?? []) ?? [];
      const others = [...read.values()].filter(({ sha256 }) => !before.has(sha256));
      sources = [...known, ...others].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
      show();
    },
  );
  watch(
    () => library.readUnread(),
    (read) => {
      remembered = read;
      show();
    },
  );
  session.subscribe((now, before) => {
    if (PARTS.some((part) => now.state[part] !== before.state[part])) show();
  });
  derivation.subscribe((now, before) => {
    if (now.failures !== before.failures && sources)
      store.setState({ unread: listUnread(store.getState().sources) });
  });
  return store;
}

/** The rows of each page, and what they were made of beside it. */
type KeptRows = WeakMap<SourceRow, { readonly of: readonly unknown[]; readonly rows: readonly ShelfRow[] }>;

/** The rows that were made before, where nothing of their page has changed: what draws them leaves them as they are. */
function rowsOf(
  source: SourceRow,
  state: LibraryState,
  labels: ReadonlyMap<string, readonly ArticleLabel[]>,
  kept: KeptRows,
): readonly ShelfRow[] {
  const { sha256, articles } = source;
  const of = [
    state.descriptions.get(sha256),
    state.sourceTags.get(sha256),
    state.sources.get(sha256)?.addedAt,
    // Only a page of which something is said has its articles looked through.
    ...(state.labels.has(sha256)
      ? articles.flatMap(({ id }) => (labels.get(id) ?? []).flatMap((label) => [id, label]))
      : []),
  ];
  const before = kept.get(source);
  if (before?.of.length === of.length && before.of.every((part, i) => part === of[i])) return before.rows;
  const rows = makeRows(source, state, labels);
  kept.set(source, { of, rows });
  return rows;
}

function makeRows(
  source: SourceRow,
  state: LibraryState,
  labels: ReadonlyMap<string, readonly ArticleLabel[]>,
): ShelfRow[] {
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
    tags: tagsOf(state.sourceTags.get(sha256) ?? [], labels.get(article.id) ?? []),
    mark: labels.get(article.id)?.findLast(({ mark }) => mark !== null)?.mark ?? null,
    addedAt: origin === 'pack' ? null : (state.sources.get(sha256)?.addedAt ?? null),
  }));
}

const NO_TAGS: readonly string[] = [];

const tagsOf = (ofPage: readonly string[], labels: readonly ArticleLabel[]): readonly string[] =>
  ofPage.length + labels.length === 0
    ? NO_TAGS
    : [...new Set([...ofPage, ...labels.flatMap(({ tags }) => tags)])];

const byId = new WeakMap<readonly ShelfRow[], ReadonlyMap<string, ShelfRow>>();

/** Rows by the ids of their articles, for whoever looks for many: made once for each state of the shelf. */
export function rowsById(rows: readonly ShelfRow[]): ReadonlyMap<string, ShelfRow> {
  const known = byId.get(rows) ?? new Map(rows.map((row) => [row.id, row] as const));
  byId.set(rows, known);
  return known;
}

/** What the page of an article is called that was found, which the shelf may not have yet. */
export function nameOfPageOf(
  rows: readonly ShelfRow[],
  { article, sourceName }: { readonly article: string; readonly sourceName: string },
): string {
  return nameOfPage(rowsById(rows).get(article) ?? { description: {}, sourceName });
}

/** What a page is called on the shelf: its newspaper with edition, else its own title, else its file. */
export function nameOfPage({
  description,
  sourceName,
}: Pick<ShelfRow, 'description' | 'sourceName'>): string {
  const { newspaper, edition, pageTitle } = description;
  if (newspaper) return [newspaper, edition].filter(Boolean).join(' · ');
  return pageTitle ?? nameOfSource(sourceName);
}
