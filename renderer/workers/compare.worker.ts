import {
  AGREEMENT_KNOWLEDGE_FILES,
  type AgreementKnowledge,
  readAgreementKnowledge,
} from '@shared/analysis/agreement/knowledge.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { readSearchKnowledge, SEARCH_KNOWLEDGE_FILES } from '@shared/search/knowledge.ts';
import type { Library } from '../library/library.ts';
import { openLibrary } from '../library/open-library.ts';
import { failureOfStorage } from '../library/storage-failure.ts';
import type { CompareCalls, CompareEvents } from './compare-calls.ts';
import { comparePair } from './comparing.ts';
import { LibraryAgreements } from './library-agreements.ts';
import { LibraryCopies } from './library-copies.ts';
import { loadKnowledgeFiles } from './load-knowledge.ts';
import { answerCalls } from './message-calls.ts';

let opened: {
  readonly library: Library;
  readonly knowledge: AgreementKnowledge;
  readonly copies: LibraryCopies;
  readonly agreements: LibraryAgreements;
} | null = null;

const open = (): NonNullable<typeof opened> => {
  if (!opened) throw new Error('compare.open comes first');
  return opened;
};

async function guarded<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return success(await work());
  } catch (error) {
    return error instanceof DOMException
      ? failureOfStorage(error)
      : failure('compare-failed', { error: String(error) });
  }
}

const tell = answerCalls<CompareCalls, CompareEvents>(globalThis as unknown as DedicatedWorkerGlobalScope, {
  'compare.open': async ({ library, knowledge }) => {
    const found = await openLibrary(library);
    if (!found.ok) return found;
    found.value.onTorn = (start) => tell('compare.torn', start);
    const files = await loadKnowledgeFiles(knowledge, [
      ...SEARCH_KNOWLEDGE_FILES,
      ...AGREEMENT_KNOWLEDGE_FILES,
    ]);
    const knowledgeOfSearch = readSearchKnowledge(files);
    const knowledgeOfFigures = readAgreementKnowledge(files, knowledgeOfSearch);
    opened = {
      library: found.value,
      knowledge: knowledgeOfFigures,
      copies: new LibraryCopies(found.value, knowledgeOfSearch.folding),
      agreements: new LibraryAgreements(found.value, knowledgeOfFigures),
    };
    return success(null);
  },
  'compare.copies': (article) =>
    guarded(() => open().copies.of(article, (done, total) => tell('compare.progress', { done, total }))),
  'compare.library': (said) =>
    guarded(() => open().agreements.find(said, (progress) => tell('compare.libraryProgress', progress))),
  'compare.groups': (section, from, to) => guarded(() => open().agreements.rows(section, from, to)),
  'compare.two': (articles, said) =>
    guarded(() => comparePair(open().library, articles, said, open().knowledge)),
});
