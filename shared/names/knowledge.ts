import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';

/** What `names` needs to know of the world: read once from `resources/`, passed to every call. */
export interface NamesKnowledge {
  readonly version: number;
}

/** Files under `resources/` that `readNamesKnowledge` asks for. */
export const NAMES_KNOWLEDGE_FILES: readonly string[] = [];

export function readNamesKnowledge(_files: KnowledgeFiles): NamesKnowledge {
  return { version: 1 };
}
