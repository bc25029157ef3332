import {
  DATING_KNOWLEDGE_FILES,
  type DatingKnowledge,
  readDatingKnowledge,
} from '@shared/dating/knowledge.ts';
import { FACTS_KNOWLEDGE_FILES, type FactsKnowledge, readFactsKnowledge } from '@shared/facts/knowledge.ts';
import type { KnowledgeFiles } from '@shared/model/knowledge-files.ts';
import { NAMES_KNOWLEDGE_FILES, type NamesKnowledge, readNamesKnowledge } from '@shared/names/knowledge.ts';
import {
  QUOTES_KNOWLEDGE_FILES,
  type QuotesKnowledge,
  readQuotesKnowledge,
} from '@shared/quotes/knowledge.ts';
import {
  readSegmentKnowledge,
  SEGMENT_KNOWLEDGE_FILES,
  type SegmentKnowledge,
} from '@shared/segment/knowledge.ts';

/** Everything the stages know of the world, as one value. */
export interface Knowledge {
  readonly segment: SegmentKnowledge;
  readonly facts: FactsKnowledge;
  readonly names: NamesKnowledge;
  readonly quotes: QuotesKnowledge;
  readonly dating: DatingKnowledge;
}

/** Files under `resources/` that a host loads before the first run. */
export const KNOWLEDGE_FILES: readonly string[] = [
  ...new Set([
    ...SEGMENT_KNOWLEDGE_FILES,
    ...FACTS_KNOWLEDGE_FILES,
    ...NAMES_KNOWLEDGE_FILES,
    ...QUOTES_KNOWLEDGE_FILES,
    ...DATING_KNOWLEDGE_FILES,
  ]),
];

export function readKnowledge(files: KnowledgeFiles): Knowledge {
  return {
    segment: readSegmentKnowledge(files),
    facts: readFactsKnowledge(files),
    names: readNamesKnowledge(files),
    quotes: readQuotesKnowledge(files),
    dating: readDatingKnowledge(files),
  };
}
