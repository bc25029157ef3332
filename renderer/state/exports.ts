import { type Failure, failure } from '@shared/contracts/results.ts';
import { FORM_FACTS } from '@shared/exchange/export-forms.ts';
import type { TableName } from '@shared/exchange/tables.ts';
import type { ContinuedStory } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectedHost } from '../host/connection.ts';
import { saveFile } from '../host/save-file.ts';
import type { ExportPreview, ExportRequest } from '../workers/exchange-calls.ts';
import type { Exchange } from '../workers/exchange-client.ts';
import { answerPage } from './answer-page.ts';
import {
  listScopes,
  listTags,
  type ResolvedScope,
  resolveScope,
  type Scope,
  type ScopeGround,
} from './export-scopes.ts';
import type { Notices } from './notices.ts';
import type { Session } from './session.ts';
import type { Exporting, SettingsState } from './settings.ts';
import type { Surfaces } from './surfaces.ts';

/** A file on its way out. */
export interface Writing {
  readonly step: 'reading' | 'saving';
  readonly done: number;
  readonly total: number;
  readonly startedAt: number;
}

/** A file that went out. */
export interface Exported {
  readonly name: string;
  /** Null where only the browser knows where it put it. */
  readonly path: string | null;
  readonly bytes: number;
  /** Pages that were not whole in the library just then. */
  readonly leftOut: number;
}

export interface Exports {
  readonly scopes: readonly Scope[];
  readonly scope: Scope;
  readonly tags: readonly string[];
  /** Null until the first rows are known. */
  readonly preview: ExportPreview | null;
  readonly isCounting: boolean;
  readonly writing: Writing | null;
  readonly exported: Exported | null;
  readonly failure: Failure | null;
  /** Opens the dialog on a scope, or on the one that the person seems to mean. */
  begin(scope?: Scope, what?: readonly TableName[]): void;
  choose(scope: Scope): void;
  /** Changes what is remembered from one export to the next. */
  change(exporting: Partial<Exporting>): void;
  /** Goes on where the dialog is closed meanwhile, and says then how it ended. */
  write(language: 'zh' | 'en'): Promise<void>;
  stop(): void;
}

export interface ExportTools extends ScopeGround {
  readonly host: ConnectedHost;
  readonly exchange: Exchange;
  readonly session: StoreApi<Session>;
  readonly settings: StoreApi<SettingsState>;
  readonly surfaces: StoreApi<Surfaces>;
  readonly notices: StoreApi<Notices>;
  readonly now: () => number;
  readonly fail: (error: unknown) => void;
}

export function createExports(tools: ExportTools): StoreApi<Exports> {
  const { host, exchange, session, settings, shelf, surfaces, notices, now, fail } = tools;
  let turn = 0;
  let stopped = false;

  const store = createStore<Exports>()((set, get) => {
    const look = async (): Promise<void> => {
      const mine = ++turn;
      set({ isCounting: true, exported: null, failure: null });
      try {
        const request = await toRequest(get().scope, 'zh');
        if (mine !== turn) return;
        const preview = await exchange.call('export.preview', request);
        if (mine === turn && preview) set({ preview, isCounting: false });
      } catch (error) {
        if (mine === turn)
          set({ isCounting: false, failure: failure('exchange-failed', { error: String(error) }) });
      }
    };
    return {
      scopes: [],
      scope: { type: 'everything' },
      tags: [],
      preview: null,
      isCounting: false,
      writing: null,
      exported: null,
      failure: null,
      begin: (asked, what) => {
        const scopes = listScopes(tools);
        const scope = asked ?? suggest(scopes, settings.getState().place.room);
        if (what) get().change({ what: [...what] });
        set({
          scopes: scopes.some((one) => isSame(one, scope)) ? scopes : [scope, ...scopes],
          scope,
          tags: listTags(tools),
          preview: null,
        });
        surfaces.getState().show('export-form');
        look().catch(fail);
      },
      choose: (scope) => {
        set({ scope, preview: null });
        look().catch(fail);
      },
      change: (part) => {
        settings.getState().change({ exporting: { ...settings.getState().exporting, ...part } });
        if (surfaces.getState().open === 'export-form') look().catch(fail);
      },
      write: async (language) => {
        if (get().writing) return;
        stopped = false;
        set({
          writing: { step: 'reading', done: 0, total: 0, startedAt: now() },
          exported: null,
          failure: null,
        });
        const ended = await write(get().scope, language);
        set({ writing: null, ...ended });
        if (surfaces.getState().open === 'export-form') return;
        if (ended.failure) notices.getState().fail(ended.failure);
        else if (ended.exported) notices.getState().note('exported');
      },
      stop: () => {
        stopped = true;
        turn++;
        set({ isCounting: false });
        exchange.stop();
      },
    };
  });

  async function toRequest(scope: Scope, language: 'zh' | 'en'): Promise<ExportRequest> {
    const { exporting, citation } = settings.getState();
    const resolved = await resolveScope(scope, tools);
    // Pages that could not be read are no less the person's.
    const unread =
      exporting.form === 'originals' && scope.type === 'everything'
        ? [...session.getState().state.sources.values()].filter(({ status }) => status === 'present')
        : [];
    const sources = [...new Set([...resolved.sources, ...unread.map(({ source }) => source)])];
    return {
      form: exporting.form,
      what: tablesOf(exporting),
      choice: { ...resolved.choice, confirmedOnly: exporting.confirmedOnly },
      style: citation,
      language,
      sources: describe(sources),
      name: nameOf(resolved),
    };
  }

  function describe(sources: readonly SourceHash[]): ExportRequest['sources'] {
    const { state } = session.getState();
    const marked = new Map<SourceHash, ExportRequest['sources'][number]['bookmarks'][number][]>();
    for (const bookmark of state.bookmarks.values())
      marked.set(bookmark.target.source, [...(marked.get(bookmark.target.source) ?? []), bookmark]);
    const names = new Map(shelf.getState().rows.map(({ source, sourceName }) => [source, sourceName]));
    return sources.map((source) => ({
      source,
      name: state.sources.get(source)?.name ?? names.get(source) ?? source,
      description: state.descriptions.get(source) ?? {},
      bookmarks: marked.get(source) ?? [],
      continued: continuedIn(source, state.continued),
      cuts: state.cuts.get(source) ?? [],
      verdicts: state.verdicts.get(source) ?? [],
      names: state.markedNames.get(source) ?? [],
      words: state.ownWords,
    }));
  }

  async function write(scope: Scope, language: 'zh' | 'en'): Promise<Pick<Exports, 'exported' | 'failure'>> {
    const failed = (why: Failure) => ({ exported: null, failure: why });
    const report = (step: Writing['step']) => (progress: { readonly done: number; readonly total: number }) =>
      store.setState(({ writing }) => ({ writing: writing && { ...writing, step, ...progress } }));
    const unsubscribe = exchange.on('exchange.progress', report('reading'));
    try {
      const request = await toRequest(scope, language);
      if (stopped) return failed(failure('cancelled'));
      const written = await exchange.call('export.write', request, answerPage(host, session));
      if (!written.ok) return failed(written);
      const { name, content, leftOut } = written.value;
      const hasDialogs = session.getState().info.capabilities.nativeDialogs;
      const saved = await saveFile(host, hasDialogs, name, content, report('saving'));
      if (!saved.ok) return saved.reason === 'cancelled' ? { exported: null, failure: null } : failed(saved);
      const { path } = saved.value;
      return { exported: { name, path, bytes: content.size, leftOut: leftOut.length }, failure: null };
    } catch (error) {
      // A worker that was stopped, or that broke, rejects what was asked of it.
      return failed(stopped ? failure('cancelled') : failure('exchange-failed', { error: String(error) }));
    } finally {
      unsubscribe();
    }
  }

  exchange.on('export.previewed', (preview) => {
    if (store.getState().isCounting) store.setState({ preview });
  });
  return store;
}

const isSame = (a: Scope, b: Scope): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was chosen to do something with it lies nearest, then what is selected or found, then the article. */
function suggest(scopes: readonly Scope[], room: string): Scope {
  const find = (type: Scope['type']): Scope | undefined => scopes.find((scope) => scope.type === type);
  return (
    (room === 'facts' ? find('table') : undefined) ??
    find('chosen') ??
    find('selection') ??
    (room === 'search' ? find('hits') : undefined) ??
    find('article') ?? { type: 'everything' }
  );
}

/** Tables that go out: those chosen that fit the form, else the form's first. */
export function tablesOf({ form, what }: Exporting): TableName[] {
  const { tables } = FORM_FACTS[form];
  const fitting = tables.filter((table) => what.includes(table));
  return fitting.length > 0 ? fitting : tables.slice(0, 1);
}

/** The stories of which a part stands in a source. */
const continuedIn = (source: SourceHash, continued: readonly ContinuedStory[]): ContinuedStory[] =>
  continued.filter(({ first, second }) => first.source === source || second.source === source);

const UNFIT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]+/gu;
const LONGEST_NAME = 40;

function nameOf({ name }: ResolvedScope): string {
  const fit = (name ?? '')
    .replace(UNFIT_IN_NAMES, ' ')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .trim();
  return [...fit].slice(0, LONGEST_NAME).join('') || 'duidu';
}
