import type { FoundFact, SaidField } from '@shared/model/fact.ts';
import { opensRanking } from './measure.ts';
import type { PhraseWords } from './phrase-words.ts';
import type { ReadingPhrase } from './reading-phrase.ts';
import type { Surroundings } from './surroundings.ts';

/** As far from the figure before it a noun may be dropped. */
const FARTHEST_DROPPED = 40;

/** Whether a person has said this of the figure, which no rule overrules. */
export const isSaid = ({ said }: FoundFact, field: SaidField): boolean => said?.includes(field) ?? false;

/**
 * Figures that stand together share a noun: 39类119项农技, 受灾20户44人, 10人、24人、29人.
 * @param measures of `facts`, one by one; what is shared is written into them.
 */
export function shareMeasures(
  text: string,
  facts: readonly FoundFact[],
  around: readonly (Surroundings | null)[],
  measures: (ReadingPhrase | null)[],
  words: PhraseWords,
): void {
  for (let index = facts.length - 2; index >= 0; index -= 1) {
    const next = measures[index + 1];
    const own = measures[index];
    const meets = around[index]?.meetsNext ?? null;
    if (meets === null || !next || !around[index + 1]) continue;
    const takes = meets === 'described' ? !own : !own || own.start < facts[index]!.start;
    if (next.start > facts[index + 1]!.start && takes && !isSaid(facts[index]!, 'measure'))
      measures[index] = next;
  }
  for (let index = 1; index < facts.length; index += 1) {
    // 产值从1800万元增加到3150万元: what grew, not that it did.
    const between = text.slice(facts[index - 1]!.end, facts[index]!.start);
    if (measures[index - 1] && words.patterns.growsTo.test(between) && !isSaid(facts[index]!, 'measure'))
      measures[index] = measures[index - 1] ?? null;
    if (measures[index] || !around[index] || isSaid(facts[index]!, 'measure')) continue;
    if (
      around[index]!.joinsPrevious ||
      sharesNoun(facts, around, index) ||
      ranksPrevious(facts[index]!, around[index]!, between, words)
    ) {
      measures[index] = measures[index - 1] ?? null;
    }
  }
}

const NEXT_CLAUSE = /^[，,][^，,。；]*$/;

/** 增加值增长9.1%，居全省第3位: an ordinal of what the clause before counts. */
const ranksPrevious = (
  { kind }: FoundFact,
  { left }: Surroundings,
  between: string,
  words: PhraseWords,
): boolean => kind === 'ordinal' && opensRanking(left, words) && NEXT_CLAUSE.test(between);

/** 5名教师去了甲校、8名去了乙校: the same unit later in the sentence, its noun dropped. */
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
    fact.start - previous.end < FARTHEST_DROPPED
  );
}
