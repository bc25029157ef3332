import { success } from '@shared/contracts/results.ts';
import { decode } from '@shared/decode/decode.ts';
import { BodyIndex } from '@shared/search/body-index.ts';
import { readSearchKnowledge, SEARCH_KNOWLEDGE_FILES } from '@shared/search/knowledge.ts';
import { findInTexts } from '@shared/search/passages/find-in-texts.ts';
import { dexieSegmentStore } from '../library/dexie-segment-store.ts';
import type { Library } from '../library/library.ts';
import { openLibrary } from '../library/open-library.ts';
import { failureOfStorage } from '../library/storage-failure.ts';
import { ClaimTable } from './claim-table.ts';
import { HitLists } from './hit-lists.ts';
import { libraryTexts, syncIndex } from './indexing.ts';
import type { ListsCalls, ListsEvents } from './lists-calls.ts';
import { loadKnowledgeFiles } from './load-knowledge.ts';
import { answerCalls } from './message-calls.ts';
import { NameTable } from './name-table.ts';
import type { SearchCalls, SearchEvents } from './search-calls.ts';
import { SearchedLibrary } from './searched-library.ts';
import { answerQuery, listAnswers } from './searching.ts';

let opened: {
  readonly index: BodyIndex;
  readonly library: Library;
  readonly searched: SearchedLibrary;
  readonly table: ClaimTable;
  readonly names: NameTable;
  readonly lists: HitLists;
} | null = null;
let turn = 0;
let offerTurn = 0;
let claimsTurn = 0;

const open = (): NonNullable<typeof opened> => {
  if (!opened) throw new Error('search.open comes first');
  return opened;
};

/** Settles after the messages that already wait, so that a request among them that was overtaken is seen to be. */
const letOthersIn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** For what the worker does unasked: the page has the log. */
const fail = (error: unknown): void =>
  tell('search.failed', error instanceof Error ? error.message : String(error));

/** Index and facts come in step with the library, and the page is told where facts or names have changed by that. */
async function bringInStep(changed: readonly string[] | null): Promise<void> {
  const { index, library, searched } = open();
  const looked = await syncIndex(index, library, changed, (sources) => tell('search.waiting', sources));
  const { facts, names } = await searched.follow(looked);
  if (facts) tell('claims.changed', null);
  if (names) tell('names.changed', null);
  // Something has changed that nobody told of, a row is torn, or a part of the index is lost.
  if (looked !== null && (searched.hasTorn || searched.size !== index.documents)) await bringInStep(null);
}

const tell = answerCalls<SearchCalls & ListsCalls, SearchEvents & ListsEvents>(
  globalThis as unknown as DedicatedWorkerGlobalScope,
  {
    'search.open': async ({ library: name, knowledge }) => {
      const found = await openLibrary(name);
      if (!found.ok) return found;
      const library = found.value;
      library.onTorn = (start) => tell('search.torn', start);
      const files = await loadKnowledgeFiles(knowledge, SEARCH_KNOWLEDGE_FILES);
      const read = readSearchKnowledge(files);
      const index = await BodyIndex.open(dexieSegmentStore(library), libraryTexts(library), read);
      const searched = new SearchedLibrary(library, read, () => tell('search.offers', null), fail);
      const table = new ClaimTable(searched, () => bringInStep(null));
      const lists = new HitLists(index, searched, (done, total) => tell('lists.progress', { done, total }));
      opened = { index, library, searched, table, names: new NameTable(searched), lists };
      // Answers need it; where it fails, the first sync says so.
      searched.follow().catch(() => undefined);
      return success(index.damage);
    },
    'search.sync': async (changed) => {
      try {
        await bringInStep(changed);
        return success(null);
      } catch (error) {
        return failureOfStorage(error);
      }
    },
    'search.find': async (request, isFirst) => {
      const { index, searched } = open();
      const mine = ++turn;
      return await answerQuery(request, isFirst, index, searched, () => mine !== turn);
    },
    'search.listAnswers': (request) => listAnswers(request, open().index, open().searched),
    'claims.find': async (request) => {
      const mine = ++claimsTurn;
      await letOthersIn();
      return await open().table.find(request, () => mine !== claimsTurn);
    },
    'claims.rows': (order, from, to) => open().table.rows(order, from, to),
    'claims.list': () => open().table.list(),
    'names.join': (state) => open().names.join(state),
    'names.find': (filter) => open().names.find(filter),
    'names.rows': (filter, from, to) => open().names.rows(filter, from, to),
    'names.page': (id) => open().names.open(id),
    'names.lines': (id, from, to) => open().names.lines(id, from, to),
    'names.mentions': (id, articles) => open().names.mentions(id, articles),
    'names.telling': (id, articles) => open().names.telling(id, articles),
    'lists.readText': async (bytes) => {
      const read = decode(bytes);
      return read.ok ? read.value.text : null;
    },
    'lists.countTerms': (terms, tags) => open().lists.countTerms(terms, tags),
    'lists.gatherLines': (request) => open().lists.gatherLines(request),
    'lists.lines': async (order, from, to) => open().lists.linesAt(order, from, to),
    'lists.stop': async () => open().lists.stop(),
    'lists.write': (list, form, order) => open().lists.write(list, form, order),
    'search.within': async (texts, words) => findInTexts(texts, words, open().searched.knowledge.folding),
    'search.offer': async (request) => {
      const { searched } = open();
      const mine = ++offerTurn;
      await letOthersIn();
      return mine === offerTurn ? searched.offering.offer(request) : null;
    },
    'search.lend': async (put, drop) => open().searched.offering.lend(put, drop),
  },
);
