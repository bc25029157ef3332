import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';

/** What `quotes` needs to know of the world: read once from `resources/`, passed to every call. */
export interface QuotesKnowledge {
  readonly version: number;
}

/** Files under `resources/` that `readQuotesKnowledge` asks for. */
export const QUOTES_KNOWLEDGE_FILES: readonly string[] = [];

export function readQuotesKnowledge(_files: KnowledgeFiles): QuotesKnowledge {
  return { version: 1 };
}
