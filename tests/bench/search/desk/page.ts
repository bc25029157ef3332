/** The page that `measure-desk.ts` drives: a library of made articles, searched by the desk's own worker. */
import type { Library } from '../../../../renderer/library/library.ts';
import { openLibrary } from '../../../../renderer/library/open-library.ts';
import { type SearchClient, startSearching } from '../../../../renderer/workers/search-client.ts';
import { makeLibrary } from '../made-library.ts';
import { ON_A_PAGE, rowsOf } from './made-rows.ts';

const LIBRARY = 'bench';
const PAGES_AT_ONCE = 400;
const QUERIES = 300;

export interface DeskQueries {
  readonly questions: readonly string[];
  readonly names: readonly string[];
  readonly phrases: readonly string[];
  readonly characters: readonly string[];
}

let client: SearchClient | null = null;
const open = (): SearchClient => {
  if (!client) throw new Error('start comes first');
  return client;
};

async function keep(library: Library, pages: readonly ReturnType<typeof rowsOf>[]): Promise<void> {
  await library.transaction('rw', library.sources, library.articles, async () => {
    await library.articles.bulkPut(pages.flatMap(({ articles }) => articles));
    await library.sources.bulkPut(pages.map(({ source }) => source));
  });
}

async function openedLibrary(): Promise<Library> {
  const opened = await openLibrary(LIBRARY);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

export const desk = {
  /** Fills the library; the index is made by `sync`. */
  async fill(count: number): Promise<DeskQueries> {
    const library = await openedLibrary();
    const made = makeLibrary(count);
    const pages = Math.ceil(count / ON_A_PAGE);
    for (let from = 0; from < pages; from += PAGES_AT_ONCE) {
      const numbers = Array.from({ length: Math.min(PAGES_AT_ONCE, pages - from) }, (_, i) => from + i);
      await keep(
        library,
        numbers.map((number) =>
          rowsOf(number, made.articles.slice(number * ON_A_PAGE, (number + 1) * ON_A_PAGE)),
        ),
      );
    }
    library.close();
    const some = (queries: readonly string[]) => queries.slice(0, QUERIES);
    const quoted = (words: string) => `"${words}"`;
    return {
      questions: some(made.questions.map(({ query }) => query)),
      names: some(made.names.map(quoted)),
      phrases: some(made.phrases.map(quoted)),
      characters: some(made.characters),
    };
  },

  /** Starts the worker and asks it. @returns milliseconds until the first answer was there. */
  async start(query: string): Promise<number> {
    const started = performance.now();
    client = startSearching();
    await client.call('search.open', {
      library: LIBRARY,
      knowledge: new URL('/resources/', location.href).href,
    });
    const opened = performance.now() - started;
    return opened + (await this.ask(query)).first;
  },

  /** @returns how many articles answer, and milliseconds from asking to the first of them and to all. */
  async ask(
    query: string,
  ): Promise<{ readonly articles: number; readonly first: number; readonly ms: number }> {
    const started = performance.now();
    const chosen = { year: [], source: [], kind: [], place: [], programme: [], bookmarked: [] };
    const request = { query, chosen, sort: 'relevance', shown: 60, bookmarked: [], tags: {} } as const;
    const some = await open().call('search.find', request, true);
    const first = performance.now() - started;
    const results = some?.isWhole === false ? await open().call('search.find', request, false) : some;
    return { articles: results?.articles ?? 0, first, ms: performance.now() - started };
  },

  /** Brings the index in step with the library. @returns milliseconds. */
  async sync(changed: readonly string[] | null = null): Promise<number> {
    const started = performance.now();
    await open().call('search.sync', changed);
    return performance.now() - started;
  },

  /** Puts one more article into the library. @returns milliseconds until it is found. */
  async addOne(number: number): Promise<number> {
    const library = await openedLibrary();
    const words = '末班列车到站以后多出来的一篇';
    const page = rowsOf(number, [{ id: '', title: '', text: `${words}。` }]);
    await keep(library, [page]);
    library.close();
    const ms = await this.sync([page.source.sha256]);
    const { articles, ms: asked } = await this.ask(`"${words}"`);
    if (articles !== 1) throw new Error(`the added article was found ${articles} times`);
    return ms + asked;
  },

  /** Bytes of the index's blobs, and of everything that the origin keeps. */
  async stored(): Promise<{ readonly index: number; readonly all: number }> {
    const library = await openedLibrary();
    let index = 0;
    await library.segments.each(({ blob }) => {
      index += blob.length;
    });
    library.close();
    return { index, all: (await navigator.storage.estimate()).usage ?? 0 };
  },
};

(globalThis as unknown as { desk: typeof desk }).desk = desk;
