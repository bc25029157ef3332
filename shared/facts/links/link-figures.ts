import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { convertFigure } from '../conversions.ts';
import type { FactsKnowledge } from '../knowledge.ts';
import { claimOf } from './claim.ts';
import { readSentences } from './clauses.ts';
import { distribute } from './distribute.ts';
import { measureOf } from './measure.ts';
import { findParts } from './parts.ts';
import { isSaid, shareMeasures } from './share-measures.ts';
import { subjectsOf } from './subjects-of-text.ts';
import { surroundingsOf } from './surroundings.ts';
import { findCells } from './table-cells.ts';
import { datesOf, whenOf } from './when.ts';

/** Links every figure of a text to what it counts; what a person has said of a figure stays. */
export function linkFigures(
  text: string,
  facts: readonly FoundFact[],
  names: readonly FoundName[],
  knowledge: FactsKnowledge,
): FoundFact[] {
  const { phraseWords, figures } = knowledge;
  const around = facts.map((fact, index) =>
    isTimeKind(fact.kind) ? null : surroundingsOf(text, index, facts, names, phraseWords, figures.bounds),
  );
  const measures = facts.map((fact, index) => {
    const words = around[index];
    if (!words) return null;
    return fact.measure || isSaid(fact, 'measure') ? fact.measure : measureOf(text, fact, words, phraseWords);
  });
  const sentenceOf = readSentences(text, names, facts, phraseWords);
  const shares = distribute(text, facts, around, names, phraseWords);
  for (const [index, share] of shares.entries()) {
    if (share?.measure && !facts[index]!.measure && !isSaid(facts[index]!, 'measure'))
      measures[index] = share.measure;
  }
  shareMeasures(text, facts, around, measures, phraseWords);
  const parts = findParts(text, facts, phraseWords);
  const cells = findCells(text, facts, names, phraseWords);
  const subjects = subjectsOf(
    { text, facts, names, around, measures, parts, shares, sentenceOf },
    phraseWords,
  );
  const dates = datesOf(text, facts, names, phraseWords);
  return facts.map((fact, index) => {
    const words = around[index];
    if (!words) return fact;
    const whole = parts[index];
    const cell = cells[index];
    const conversion = convertFigure(fact, knowledge.conversions);
    return {
      ...claimOf(text, fact, words, sentenceOf(fact.start), phraseWords, figures),
      ...(whole ? { partOf: whole } : {}),
      ...(cell ? { cell } : {}),
      ...fact,
      ...(conversion ? { conversion } : {}),
      measure: measures[index] ?? null,
      subject: fact.subject ?? subjects[index] ?? null,
      when: isSaid(fact, 'when') ? fact.when : (fact.when ?? whenOf(text, index, facts, dates)),
    };
  });
}
