import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { readTimesKnowledge, TIMES_KNOWLEDGE_FILES, type TimesKnowledge } from './times/knowledge.ts';

/** What `facts` needs to know of the world: read once from `resources/`, passed to every call. */
export interface FactsKnowledge {
  readonly version: number;
  readonly times: TimesKnowledge;
}

/** Files under `resources/` that `readFactsKnowledge` asks for. */
export const FACTS_KNOWLEDGE_FILES: readonly string[] = [...TIMES_KNOWLEDGE_FILES];

export function readFactsKnowledge(files: KnowledgeFiles): FactsKnowledge {
  return { version: 1, times: readTimesKnowledge(files) };
}
