import { type FoundFact, isTimeKind } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import type { FactsKnowledge } from '../knowledge.ts';
import { measureOf } from './measure.ts';
import type { ReadingPhrase } from './phrases.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

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
  const measures: (ReadingPhrase | null)[] = facts.map((fact, index) =>
    around[index] ? (fact.measure ?? measureOf(text, fact, around[index]!, phraseWords)) : null,
  );
  shareMeasures(facts, around, measures);
  return facts.map((fact, index) => (around[index] ? { ...fact, measure: measures[index] ?? null } : fact));
}

/** Figures that stand together share a noun: 39类119项农技, 受灾20户44人, 10人、24人、29人. */
function shareMeasures(
  facts: readonly FoundFact[],
  around: readonly (Surroundings | null)[],
  measures: (ReadingPhrase | null)[],
): void {
  for (let index = facts.length - 2; index >= 0; index -= 1) {
    const next = measures[index + 1];
    const own = measures[index];
    if (!around[index]?.meetsNext || !next || !around[index + 1]) continue;
    if (next.start > facts[index + 1]!.start && (!own || own.start < facts[index]!.start))
      measures[index] = next;
  }
  for (let index = 1; index < facts.length; index += 1) {
    if (measures[index] || !around[index]) continue;
    if (around[index]!.joinsPrevious || sharesNoun(facts, around, index))
      measures[index] = measures[index - 1] ?? null;
  }
}

/** 2名干部取得高级职称、13名取得中级职称: the same unit later in the sentence, its noun dropped. */
function sharesNoun(
  facts: readonly FoundFact[],
  around: readonly (Surroundings | null)[],
  index: number,
): boolean {
  const previous = facts[index - 1]!;
  const fact = facts[index]!;
  return (
    around[index - 1] !== null &&
    previous.unit === fact.unit &&
    previous.kind === fact.kind &&
    fact.start - previous.end < 40
  );
}
