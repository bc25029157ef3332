import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { Folding } from '@shared/text/folding.ts';
import { UNIT_FILES, Units } from './values/units.ts';

/** What `search` needs to know of the world: read once from `resources/`, passed to every call. */
export interface SearchKnowledge {
  readonly version: number;
  readonly folding: Folding;
  readonly units: Units;
}

const FOLDING_FILE = 'lexicons/folding/traditional-simplified.txt';

/** Files under `resources/` that `readSearchKnowledge` asks for. */
export const SEARCH_KNOWLEDGE_FILES: readonly string[] = [FOLDING_FILE, ...UNIT_FILES];

export function readSearchKnowledge(files: KnowledgeFiles): SearchKnowledge {
  const folding = new Folding(files.text(FOLDING_FILE));
  return { version: 1, folding, units: new Units(files, folding) };
}
