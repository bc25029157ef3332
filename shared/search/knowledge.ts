import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { Folding } from '@shared/text/folding.ts';

/** What `search` needs to know of the world: read once from `resources/`, passed to every call. */
export interface SearchKnowledge {
  readonly version: number;
  readonly folding: Folding;
}

const FOLDING_FILE = 'lexicons/folding/traditional-simplified.txt';

/** Files under `resources/` that `readSearchKnowledge` asks for. */
export const SEARCH_KNOWLEDGE_FILES: readonly string[] = [FOLDING_FILE];

export function readSearchKnowledge(files: KnowledgeFiles): SearchKnowledge {
  return { version: 1, folding: new Folding(files.text(FOLDING_FILE)) };
}
