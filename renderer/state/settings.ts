import type { Result } from '@shared/contracts/results.ts';
import { CITATION_STYLES } from '@shared/exchange/citation/format-citation.ts';
import { EXPORT_FORMS } from '@shared/exchange/export-forms.ts';
import { TABLE_NAMES } from '@shared/exchange/tables.ts';
import { CLAIM_SORTS } from '@shared/search/claims/claim-order.ts';
import { CLAIM_FACETS } from '@shared/search/claims/claim-view.ts';
import * as v from 'valibot';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectedHost } from '../host/connection.ts';

const WRITE_DELAY_MS = 400;
const RECENT_SEARCHES = 20;

export const THEMES = ['system', 'light', 'sepia', 'dark'] as const;
export const LANGUAGES = ['system', 'zh', 'en'] as const;
/** Steps of the reading text's size, as factors of the normal one. */
export const TEXT_SIZES = [0.85, 1, 1.15, 1.3, 1.5] as const;
export const ROOMS = [
  'reader',
  'shelf',
  'search',
  'facts',
  'agreement',
  'names',
  'bookmarks',
  'imports',
  'settings',
] as const;

/** Whose facts a table shows; a tag is written into the query. */
export const CLAIM_SCOPES = ['library', 'search', 'chosen', 'page', 'article'] as const;
export type ClaimScope = (typeof CLAIM_SCOPES)[number];

/** By what the shelf is sorted and grouped. */
export const SHELF_ORDERS = ['year', 'date', 'paper', 'source', 'tag', 'mark', 'imported', 'title'] as const;
export type ShelfOrder = (typeof SHELF_ORDERS)[number];

/** Columns of the table of facts, in the order in which they stand. */
export const TABLE_COLUMNS = [
  'words',
  'value',
  'converted',
  'measure',
  'subject',
  'when',
  'kind',
  'place',
  'programme',
  'person',
  'title',
  'newspaper',
  'published',
  'status',
  'confidence',
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

export type Room = (typeof ROOMS)[number];

const WITHOUT_TEXT: readonly Room[] = ['settings', 'facts', 'agreement'];

/** Whether a room leaves the open article in sight. */
export const showsText = (room: Room): boolean => !WITHOUT_TEXT.includes(room);

const PlaceSchema = v.object({
  room: v.fallback(v.picklist(ROOMS), 'shelf'),
  article: v.fallback(v.nullable(v.string()), null),
  /** The name whose page is shown, as `type:form`. */
  name: v.fallback(v.nullable(v.string()), null),
  original: v.fallback(v.boolean(), false),
  panel: v.fallback(v.boolean(), true),
});

/** How wide the person made what stands beside the text, in pixels; null where they did not. */
const WidthsSchema = v.object({
  list: v.fallback(v.nullable(v.number()), null),
  facts: v.fallback(v.nullable(v.number()), null),
  original: v.fallback(v.nullable(v.number()), null),
  /** How high the panel is on a narrow window, as a share of the window. */
  drawer: v.fallback(v.nullable(v.number()), null),
});

const ExportingSchema = v.object({
  form: v.picklist(EXPORT_FORMS),
  what: v.array(v.picklist(TABLE_NAMES)),
  confirmedOnly: v.boolean(),
});

const TableViewSchema = v.object({
  /** What it shows, in words; no two share one. */
  name: v.string(),
  scope: v.picklist(CLAIM_SCOPES),
  query: v.string(),
  chosen: v.record(v.picklist(CLAIM_FACETS), v.pipe(v.array(v.string()), v.readonly())),
  order: v.nullable(v.object({ by: v.picklist(CLAIM_SORTS), isDescending: v.boolean() })),
  groupBy: v.nullable(v.picklist(CLAIM_FACETS)),
});

const SettingsSchema = v.object({
  theme: v.fallback(v.picklist(THEMES), 'system'),
  language: v.fallback(v.picklist(LANGUAGES), 'system'),
  textSize: v.fallback(v.picklist(TEXT_SIZES), 1),
  place: v.fallback(PlaceSchema, { room: 'shelf', article: null, name: null, original: false, panel: true }),
  widths: v.fallback(WidthsSchema, { list: null, facts: null, original: null, drawer: null }),
  /** For each article the block at the top of the window and how far it was read, 0 to 1. */
  positions: v.fallback(v.record(v.string(), v.object({ block: v.number(), progress: v.number() })), {}),
  recentSearches: v.fallback(v.array(v.string()), []),
  /** The style in which articles are cited. */
  citation: v.fallback(v.picklist(CITATION_STYLES), 'gbt7714-2025'),
  /** A fact that was confirmed or rejected makes way for the next one that is unchecked. */
  goesOn: v.fallback(v.boolean(), false),
  /** Beside the article stands which of its passages others print. */
  showsCopies: v.fallback(v.boolean(), false),
  shelfOrder: v.fallback(v.picklist(SHELF_ORDERS), 'year'),
  /** Columns that the table of facts shows. */
  tableColumns: v.fallback(v.array(v.picklist(TABLE_COLUMNS)), [
    'value',
    'measure',
    'subject',
    'when',
    'place',
    'title',
    'newspaper',
    'published',
    'status',
  ]),
  /** Views of the table of facts that the person saved, the newest first. */
  tableViews: v.fallback(v.array(TableViewSchema), []),
  /** The person wants no first steps shown. */
  skipsFirstSteps: v.fallback(v.boolean(), false),
  /** What was last chosen for going out. */
  exporting: v.fallback(ExportingSchema, { form: 'xlsx', what: ['facts'], confirmedOnly: false }),
});

export type TableView = v.InferOutput<typeof TableViewSchema>;
export type Settings = v.InferOutput<typeof SettingsSchema>;
export type Place = Settings['place'];
export type Widths = Settings['widths'];
export type Exporting = Settings['exporting'];
export type ReadingPosition = Settings['positions'][string];

export interface SettingsState extends Settings {
  change(change: Partial<Settings>): void;
  goTo(place: Partial<Place>): void;
  rememberPosition(article: string, position: ReadingPosition): void;
  rememberSearch(query: string): void;
  forgetSearches(): void;
  /** Writes at once what is waiting to be written. */
  flush(): Promise<void>;
}

/** Reads settings of any age: what is missing or malformed takes its first value. */
export function readSettings(stored: unknown): Settings {
  return v.parse(SettingsSchema, typeof stored === 'object' && stored !== null ? stored : {});
}

/**
 * Settings, reading positions and recent searches, written by the host a moment after they change; what it could
 * not write is written once it is there again, or with the next change.
 * @param stored what the host read; where it could not, nothing is written before it can, and what was changed
 * meanwhile is laid over what it then reads
 */
export function createSettings(host: ConnectedHost, stored: Result<unknown>): StoreApi<SettingsState> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isUnwritten = false;
  let isUnread = !stored.ok;
  let changed: Partial<Settings> = {};
  const store = createStore<SettingsState>()((set, get) => {
    const write = async (): Promise<void> => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      isUnwritten = true;
      if (isUnread) {
        const read = await host.call('settings.read');
        if (!read.ok) return;
        isUnread = false;
        set({ ...readSettings(read.value), ...changed });
      }
      const written = await host.call('settings.write', readSettings(get()));
      isUnwritten = !written.ok;
    };
    const change = (part: Partial<Settings>): void => {
      if (isUnread) changed = { ...changed, ...part };
      set(part);
      timer ??= setTimeout(write, WRITE_DELAY_MS);
    };
    return {
      ...readSettings(stored.ok ? stored.value : null),
      change,
      goTo: (place) => change({ place: { ...get().place, ...place } }),
      rememberPosition: (article, position) =>
        change({ positions: { ...get().positions, [article]: position } }),
      rememberSearch: (query) =>
        change({
          recentSearches: [query, ...get().recentSearches.filter((other) => other !== query)].slice(
            0,
            RECENT_SEARCHES,
          ),
        }),
      forgetSearches: () => change({ recentSearches: [] }),
      flush: async () => {
        if (timer !== null || isUnwritten) await write();
      },
    };
  });
  host.connection.subscribe(({ phase }, before) => {
    if (phase === 'here' && before.phase !== 'here') return store.getState().flush();
  });
  return store;
}
