import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { UNIT_FILES, Units } from '@shared/numerals/units.ts';
import { Folding } from '@shared/text/folding.ts';
import { Pinyin } from './short/pinyin.ts';

/** What `search` needs to know of the world: read once from `resources/`, passed to every call. */
export interface SearchKnowledge {
  readonly folding: Folding;
  readonly units: Units;
  readonly pinyin: Pinyin;
}

const PINYIN_FILE = 'lexicons/pinyin/readings.txt';
const FOLDING_FILE = 'lexicons/folding/traditional-simplified.txt';

/** Files under `resources/` that `readSearchKnowledge` asks for. */
export const SEARCH_KNOWLEDGE_FILES: readonly string[] = [FOLDING_FILE, PINYIN_FILE, ...UNIT_FILES];

/** Folding is read at once; units and pinyin, which many a search never needs, when they are first asked for. */
export function readSearchKnowledge(files: KnowledgeFiles): SearchKnowledge {
  const folding = new Folding(files.text(FOLDING_FILE));
  let units: Units | null = null;
  let pinyin: Pinyin | null = null;
  return {
    folding,
    get units() {
      units ??= new Units(files, folding);
      return units;
    },
    get pinyin() {
      pinyin ??= new Pinyin(files.text(PINYIN_FILE));
      return pinyin;
    },
  };
}
