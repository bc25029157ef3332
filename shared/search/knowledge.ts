import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';

/** What `search` needs to know of the world: read once from `resources/`, passed to every call. */
export interface SearchKnowledge {
  readonly version: number;
}

/** Files under `resources/` that `readSearchKnowledge` asks for. */
export const SEARCH_KNOWLEDGE_FILES: readonly string[] = [];

export function readSearchKnowledge(_files: KnowledgeFiles): SearchKnowledge {
  return { version: 1 };
}
