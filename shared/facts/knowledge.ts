import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { CommonScript } from '@shared/text/common-script.ts';
import { CONVERSION_FILE, type ConversionRules, readConversions } from './conversions.ts';
import { type RegionWords, readRegions } from './currency-of-region.ts';
import { FIGURES_KNOWLEDGE_FILES, type FiguresKnowledge, readFiguresKnowledge } from './figures/knowledge.ts';
import { PHRASE_WORD_FILES, type PhraseWords, readPhraseWords } from './links/phrase-words.ts';
import { LINK_MODEL_FILE, type LinkModel, readLinkModel } from './links/ranker/link-model.ts';
import { readTimesKnowledge, TIMES_KNOWLEDGE_FILES, type TimesKnowledge } from './times/knowledge.ts';

/** What `facts` needs to know of the world: read once from `resources/`, passed to every call. */
export interface FactsKnowledge {
  readonly times: TimesKnowledge;
  readonly figures: FiguresKnowledge;
  /** Words that end or link the phrases around a figure. */
  readonly phraseWords: PhraseWords;
  /** Weights by which measures and subjects are chosen. */
  readonly linkModel: LinkModel;
  readonly conversions: ConversionRules;
  /** Writes traditional characters as simplified ones. */
  readonly script: CommonScript;
  /** Words of the regions whose 元 is a currency of their own. */
  readonly regions: readonly RegionWords[];
}

const SCRIPT = 'lexicons/folding/traditional-simplified.txt';
const REGIONS = 'lexicons/currencies/regions.tsv';

/** Files under `resources/` that `readFactsKnowledge` asks for. */
export const FACTS_KNOWLEDGE_FILES: readonly string[] = [
  ...TIMES_KNOWLEDGE_FILES,
  ...FIGURES_KNOWLEDGE_FILES,
  ...PHRASE_WORD_FILES,
  LINK_MODEL_FILE,
  CONVERSION_FILE,
  SCRIPT,
  REGIONS,
];

export function readFactsKnowledge(files: KnowledgeFiles): FactsKnowledge {
  return {
    times: readTimesKnowledge(files),
    figures: readFiguresKnowledge(files),
    phraseWords: readPhraseWords(files),
    linkModel: readLinkModel(files.text(LINK_MODEL_FILE)),
    conversions: readConversions(files.text(CONVERSION_FILE)),
    script: new CommonScript(files.text(SCRIPT)),
    regions: readRegions(files.text(REGIONS)),
  };
}
