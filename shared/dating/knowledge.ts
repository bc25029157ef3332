import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';

/** What `dating` needs to know of the world: read once from `resources/`, passed to every call. */
export interface DatingKnowledge {
  readonly version: number;
}

/** Files under `resources/` that `readDatingKnowledge` asks for. */
export const DATING_KNOWLEDGE_FILES: readonly string[] = [];

export function readDatingKnowledge(_files: KnowledgeFiles): DatingKnowledge {
  return { version: 1 };
}
