import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { convertFigure } from '../conversions.ts';
import type { FactsKnowledge } from '../knowledge.ts';
import { claimOf } from './claim.ts';
import { readSentences } from './clauses.ts';
import { distribute, type Share } from './distribute.ts';
import { blankLeadIns, partHalves } from './lead-in.ts';
import { measureOf } from './measure.ts';
import { partHolders } from './part-holders.ts';
import { findParts } from './parts.ts';
import type { PhraseWords } from './phrase-words.ts';
import { chooserOf } from './ranker/link-model.ts';
import { type Chooser, rankLinks } from './ranker/rank-links.ts';
import type { ReadingPhrase } from './reading-phrase.ts';
import { isSaid, shareMeasures } from './share-measures.ts';
import { subjectsOf } from './subjects-of-text.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { findCells } from './table-cells.ts';
import { datesOf, whenOf } from './when.ts';

/**
 * Links every figure of a text to what it counts; what a person has said of a figure stays.
 * @param printed the text, in the common script and in one width.
 */
export function linkFigures(
  printed: string,
  facts: readonly FoundFact[],
  names: readonly FoundName[],
  knowledge: FactsKnowledge,
  choose: Chooser = chooserOf(knowledge.linkModel),
): FoundFact[] {
  const { phraseWords, figures } = knowledge;
  const text = partHalves(blankLeadIns(printed, names), names);
  const around = facts.map((fact, index) =>
    isTimeKind(fact.kind) ? null : surroundingsOf(text, index, facts, names, phraseWords, figures.bounds),
  );
  const sentenceOf = readSentences(text, names, facts, phraseWords);
  const shares = distribute(text, facts, around, names, phraseWords);
  const ruledMeasures = measuresOf(text, facts, around, shares, phraseWords);
  const parts = findParts(text, facts, phraseWords);
  const ruledSubjects = subjectsOf(
    { text, facts, names, around, measures: ruledMeasures, parts, shares, sentenceOf },
    phraseWords,
  );
  const { measures, subjects } = rankLinks(
    { text, facts, names, shares, ruledMeasures, ruledSubjects },
    phraseWords,
    choose,
  );
  partHolders(text, facts, names, measures, subjects, phraseWords);
  const cells = findCells(text, facts, names, phraseWords);
  const dates = datesOf(printed, facts, names, phraseWords);
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
      subject: subjects[index] ?? null,
      when: isSaid(fact, 'when') ? fact.when : (fact.when ?? whenOf(text, index, facts, dates)),
    };
  });
}

/** What the rules say that each figure counts, beside `facts`. */
function measuresOf(
  text: string,
  facts: readonly FoundFact[],
  around: readonly (Surroundings | null)[],
  shares: readonly (Share | null)[],
  words: PhraseWords,
): (ReadingPhrase | null)[] {
  const measures = facts.map((fact, index) => {
    const near = around[index];
    if (!near) return null;
    const said = fact.measure || isSaid(fact, 'measure');
    return said ? fact.measure : (shares[index]?.measure ?? measureOf(text, fact, near, words));
  });
  shareMeasures(text, facts, around, measures, words);
  return measures;
}
