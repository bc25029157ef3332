import { type Continuation, findContinuations } from '@shared/analysis/continuations/find-continuations.ts';
import type { ContinuedStory } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Library } from '../library/library.ts';
import type { SourceRow } from '../library/rows.ts';
import { type ArticleTargets, describeStarts } from './article-targets.ts';
import type { ArticleView } from './article-view.ts';
import type { Deeds } from './deeds.ts';
import { type Reader, viewRow } from './reader.ts';
import type { Session } from './session.ts';
import { rowsById, type Shelf, type ShelfRow } from './shelf.ts';
import { findNotes, giveNotes, listPieces } from './story-pieces.ts';

/** Where a story goes on or comes from, and the act that says so. */
export interface StoryEnd {
  readonly article: string;
  readonly act: string;
}

/** An article that another goes on in, with its page. */
export interface StoryPart {
  readonly view: ArticleView;
  readonly source: SourceRow;
}

/** Stories that stand on several pages of an issue. Each article stays what it is; only what goes on where is said. */
export interface Stories {
  /** By the article that goes on. */
  readonly next: ReadonlyMap<string, StoryEnd>;
  /** By the article that it goes on in. */
  readonly previous: ReadonlyMap<string, StoryEnd>;
  /** What the open article, with the parts that follow it, is for certain one story with and is not said to be. */
  readonly offered: readonly Continuation[];
  /** The articles that the open one goes on in, in their order. */
  readonly following: readonly StoryPart[];
  join(offer: Continuation): Promise<boolean>;
}

export interface StoriesTools {
  readonly library: Library;
  readonly session: StoreApi<Session>;
  readonly shelf: StoreApi<Shelf>;
  readonly reader: StoreApi<Reader>;
  readonly deeds: Deeds;
  readonly articleTargets: ArticleTargets;
  readonly fail: (error: unknown) => void;
}

/** More files of one newspaper and day than any issue has pages. */
const MOST_PAGES = 200;

export function createStories(tools: StoriesTools): StoreApi<Stories> {
  const { library, session, shelf, reader, deeds, articleTargets, fail } = tools;
  // A page's notes hold as long as its row does.
  const known = new WeakMap<SourceRow, ReturnType<typeof giveNotes>>();
  let turn = 0;

  const store = createStore<Stories>()(() => ({
    next: new Map(),
    previous: new Map(),
    offered: [],
    following: [],
    join: async ({ first, second }) => {
      const rows = shelf.getState().rows.filter(({ id }) => id === first || id === second);
      const starts = await describeStarts(library, rows);
      const [from, to] = [starts.get(first), starts.get(second)];
      return from && to ? await deeds.perform({ type: 'story.continue', first: from, second: to }) : false;
    },
  }));

  function relate(): void {
    const said = new Map<SourceHash, SaidOfEnd[]>();
    for (const story of session.getState().state.continued)
      for (const end of ['first', 'second'] as const) {
        const target = story[end];
        said.set(target.source, [...(said.get(target.source) ?? []), { target, story, end }]);
      }
    const { of } = articleTargets.place(shelf.getState().sources, said, relate);
    const ends = new Map<ContinuedStory, { first?: string; second?: string }>();
    for (const [article, placed] of of)
      for (const { story, end } of placed) ends.set(story, { ...ends.get(story), [end]: article });
    const next = new Map<string, StoryEnd>();
    const previous = new Map<string, StoryEnd>();
    for (const [{ act }, { first, second }] of ends) {
      // Where both ends came to stand in one article there is nothing to go on to.
      if (first === undefined || second === undefined || first === second) continue;
      next.set(first, { article: second, act });
      previous.set(second, { article: first, act });
    }
    store.setState({ next, previous });
    look();
  }

  function look(): void {
    const mine = ++turn;
    const open = reader.getState().view?.article.id;
    const row = open === undefined ? undefined : rowsById(shelf.getState().rows).get(open);
    if (!row) {
      if (store.getState().offered.length + store.getState().following.length > 0)
        store.setState({ offered: [], following: [] });
      return;
    }
    Promise.all([findOffers(row), readFollowing(row.id)]).then(([offered, following]) => {
      if (mine === turn) store.setState({ offered, following });
    }, fail);
  }

  async function findOffers({ id, description, published }: ShelfRow): Promise<readonly Continuation[]> {
    const { newspaper } = description;
    // Without a newspaper and a whole day nobody knows what an issue is.
    if (newspaper === undefined || published.value?.length !== WHOLE_DAY) return [];
    const { rows, sources } = shelf.getState();
    const ofIssue = new Map(
      rows
        .filter((row) => row.description.newspaper === newspaper && row.published.value === published.value)
        .map(({ source, description }) => [source, description] as const),
    );
    const pages = sources.filter(({ sha256 }) => ofIssue.has(sha256));
    if (pages.length > MOST_PAGES) return [];
    await learnNotes(pages.filter((page) => !known.has(page)));
    const pieces = pages.flatMap((page) =>
      listPieces(page, ofIssue.get(page.sha256)?.edition, known.get(page) ?? new Map()),
    );
    const { next, previous } = store.getState();
    const shown = new Set([id, ...followingOf(id, next)]);
    return findContinuations(pieces).filter(
      ({ first, second }) => (shown.has(first) || second === id) && !next.has(first) && !previous.has(second),
    );
  }

  async function learnNotes(pages: readonly SourceRow[]): Promise<void> {
    const texts = await library.readTexts(pages.map(({ sha256 }) => sha256));
    for (const [i, page] of pages.entries()) {
      const notes = findNotes(page.furniture, texts[i]?.text ?? '');
      const articles = notes.length > 0 ? await library.readArticlesOf([page.sha256]) : [];
      known.set(page, giveNotes(notes, articles));
    }
  }

  async function readFollowing(open: string): Promise<readonly StoryPart[]> {
    const rows = await library.readArticles(followingOf(open, store.getState().next));
    const pages = rows.map((row) => row?.source).filter((source) => source !== undefined);
    const [sources, texts] = await Promise.all([library.readSources(pages), library.readTexts(pages)]);
    // A torn source is left out of them: it is known by its hash, not by its place.
    const bySource = new Map(sources.map((source) => [source.sha256, source] as const));
    return rows
      .filter((row) => row !== undefined)
      .flatMap((row, i) => {
        const [source, text] = [bySource.get(row.source), texts[i]];
        return source && text ? [{ view: viewRow(row, source, text), source }] : [];
      });
  }

  session.subscribe((now, before) => {
    if (now.state.continued !== before.state.continued) relate();
  });
  shelf.subscribe((now, before) => {
    if (now.sources !== before.sources) relate();
  });
  reader.subscribe((now, before) => {
    if (now.view?.article.id !== before.view?.article.id) look();
  });
  relate();
  return store;
}

interface SaidOfEnd {
  readonly target: ContinuedStory['first'];
  readonly story: ContinuedStory;
  readonly end: 'first' | 'second';
}

/** Characters of an ISO date that names a day. */
const WHOLE_DAY = 10;

/** The articles that one goes on in; acts of several devices may lead round. */
function followingOf(article: string, next: Stories['next']): string[] {
  const ids: string[] = [];
  const seen = new Set([article]);
  for (let at = next.get(article)?.article; at !== undefined && !seen.has(at); at = next.get(at)?.article) {
    ids.push(at);
    seen.add(at);
  }
  return ids;
}
