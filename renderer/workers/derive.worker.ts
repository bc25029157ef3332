import { KNOWLEDGE_FILES, readKnowledge } from '@shared/pipeline/knowledge.ts';
import { openLibrary } from '../library/library.ts';
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
  'derive.open': async ({ library, knowledge, pack }) => {
    const [files, bundled] = await Promise.all([
      loadKnowledgeFiles(knowledge, KNOWLEDGE_FILES),
      loadPack(pack),
    ]);
    deriving = createDeriving({
      library: await openLibrary(library),
      knowledge: readKnowledge(files),
      pack: bundled,
      sha256,
    });
    return bundled.sources;
  },
  'derive.inspect': (...args) => opened()['derive.inspect'](...args),
  'derive.findStale': (...args) => opened()['derive.findStale'](...args),
  'derive.copyBundled': (...args) => opened()['derive.copyBundled'](...args),
  'derive.run': (...args) => opened()['derive.run'](...args),
  'derive.forgetOthers': (...args) => opened()['derive.forgetOthers'](...args),
  'derive.stop': () => opened()['derive.stop'](),
});
