import { type Result, success } from '@shared/contracts/results.ts';
import { KNOWLEDGE_FILES, readKnowledge } from '@shared/pipeline/knowledge.ts';
import { openImportQueue } from '../library/import-queue.ts';
import { openLibrary } from '../library/open-library.ts';
import { loadPack } from './bundled-pack.ts';
import type { DeriveCalls } from './derive-calls.ts';
import { createDeriving, type Deriving } from './deriving.ts';
import { loadKnowledgeFiles } from './load-knowledge.ts';
import { answerCalls } from './message-calls.ts';
import { sha256 } from './sha256.ts';

let deriving: Deriving | null = null;

const opened = (): Deriving => {
  if (!deriving) throw new Error('derive.open comes first');
  return deriving;
};

answerCalls<DeriveCalls, Record<string, never>>(globalThis as unknown as DedicatedWorkerGlobalScope, {
  'derive.open': async ({ library: name, knowledge, pack }): Promise<Result<null>> => {
    const library = await openLibrary(name);
    if (!library.ok) return library;
    deriving = createDeriving({
      library: library.value,
      queue: openImportQueue(name),
      loadKnowledge: async () => readKnowledge(await loadKnowledgeFiles(knowledge, KNOWLEDGE_FILES)),
      loadPack: () => loadPack(pack),
      sha256,
    });
    return success(null);
  },
  'derive.prepare': () => opened()['derive.prepare'](),
  'derive.hasText': (...args) => opened()['derive.hasText'](...args),
  'derive.listBundled': () => opened()['derive.listBundled'](),
  'derive.inspect': (...args) => opened()['derive.inspect'](...args),
  'derive.unpack': (...args) => opened()['derive.unpack'](...args),
  'derive.findStale': (...args) => opened()['derive.findStale'](...args),
  'derive.copyBundled': (...args) => opened()['derive.copyBundled'](...args),
  'derive.run': (...args) => opened()['derive.run'](...args),
  'derive.markUnread': (...args) => opened()['derive.markUnread'](...args),
  'derive.forgetRows': (...args) => opened()['derive.forgetRows'](...args),
  'derive.forgetUnread': (...args) => opened()['derive.forgetUnread'](...args),
  'derive.forgetOthers': (...args) => opened()['derive.forgetOthers'](...args),
});
