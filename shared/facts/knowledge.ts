import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { CONVERSION_FILE, type ConversionRules, readConversions } from './conversions.ts';
import { FIGURES_KNOWLEDGE_FILES, type FiguresKnowledge, readFiguresKnowledge } from './figures/knowledge.ts';
import { PHRASE_WORD_FILES, type PhraseWords, readPhraseWords } from './links/phrase-words.ts';
import { readTimesKnowledge, TIMES_KNOWLEDGE_FILES, type TimesKnowledge } from './times/knowledge.ts';

/** What `facts` needs to know of the world: read once from `resources/`, passed to every call. */
export interface FactsKnowledge {
  readonly times: TimesKnowledge;
  readonly figures: FiguresKnowledge;
  /** Words that end or link the phrases around a figure. */
  readonly phraseWords: PhraseWords;
  readonly conversions: ConversionRules;
}

/** Files under `resources/` that `readFactsKnowledge` asks for. */
export const FACTS_KNOWLEDGE_FILES: readonly string[] = [
  ...TIMES_KNOWLEDGE_FILES,
  ...FIGURES_KNOWLEDGE_FILES,
  ...PHRASE_WORD_FILES,
  CONVERSION_FILE,
];

export function readFactsKnowledge(files: KnowledgeFiles): FactsKnowledge {
  return {
    times: readTimesKnowledge(files),
    figures: readFiguresKnowledge(files),
    phraseWords: readPhraseWords((path) => files.text(path)),
    conversions: readConversions(files.text(CONVERSION_FILE)),
  };
}
