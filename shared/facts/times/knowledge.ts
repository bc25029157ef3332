import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';

/** Time words, festivals and calendars, compiled once. */
export interface TimesKnowledge {
  readonly version: number;
}

/** Files under `resources/` that `readTimesKnowledge` asks for. */
export const TIMES_KNOWLEDGE_FILES: readonly string[] = [];

export function readTimesKnowledge(_files: KnowledgeFiles): TimesKnowledge {
  return { version: 1 };
}
