import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';

/** What `facts` needs to know of the world: read once from `resources/`, passed to every call. */
export interface FactsKnowledge {
  readonly version: number;
}

/** Files under `resources/` that `readFactsKnowledge` asks for. */
export const FACTS_KNOWLEDGE_FILES: readonly string[] = [];

export function readFactsKnowledge(_files: KnowledgeFiles): FactsKnowledge {
  return { version: 1 };
}
