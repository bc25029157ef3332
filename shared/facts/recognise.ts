import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { findFigures } from './figures/find-figures.ts';
import { foldWidth } from './fold-width.ts';
import type { FactsKnowledge } from './knowledge.ts';
import { linkFigures } from './links/link-figures.ts';
import { settleOverlaps } from './settle-overlaps.ts';
import { findTimes } from './times/find-times.ts';

/** Figures and times of one reading text, in order; times carry `time` and are resolved by `dating`. */
export function recogniseFacts(text: string, knowledge: FactsKnowledge): FoundFact[] {
  const folded = foldWidth(text);
  const facts = settleOverlaps(findTimes(folded, knowledge.times), findFigures(folded, knowledge.figures));
  return folded === text ? facts : facts.map((fact) => ({ ...fact, text: text.slice(fact.start, fact.end) }));
}

/**
 * Says of each figure what it counts (`measure`), of whom (`subject`) and for when, from the words around it.
 * @param facts of this text, times resolved.
 * @param names of this text.
 */
export function linkFacts(
  text: string,
  facts: readonly FoundFact[],
  names: readonly FoundName[],
  knowledge: FactsKnowledge,
): FoundFact[] {
  return linkFigures(text, facts, names, knowledge);
}
