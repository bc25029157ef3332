import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';

/** What `segment` needs to know of the world: read once from `resources/`, passed to every call. */
export interface SegmentKnowledge {
  readonly version: number;
}

/** Files under `resources/` that `readSegmentKnowledge` asks for. */
export const SEGMENT_KNOWLEDGE_FILES: readonly string[] = [];

export function readSegmentKnowledge(_files: KnowledgeFiles): SegmentKnowledge {
  return { version: 1 };
}
