import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import type { ReadingSpan } from '@shared/model/offset.ts';
import type { Region } from '@shared/model/source.ts';
import { CURRENCY_OF, currencyOfPage, payInCurrency } from './currency-of-region.ts';
import { findFigures } from './figures/find-figures.ts';
import { foldWidth } from './fold-width.ts';
import type { FactsKnowledge } from './knowledge.ts';
import { linkFigures } from './links/link-figures.ts';
import { outsideNames } from './outside-names.ts';
import { settleOverlaps } from './settle-overlaps.ts';
import { findTimes } from './times/find-times.ts';

/** The text in the common script and in one width; every word stands where it stood. */
export const foldText = (text: string, { script }: FactsKnowledge): string =>
  script.writeCharacters(foldWidth(text));

/** Taiwan where a page in traditional characters shows it by its words; the other regions read alike. */
export function regionOfWords(
  texts: readonly string[],
  { script, regions }: FactsKnowledge,
): Region | undefined {
  const ofTaiwan = regions.find(({ currency }) => currency === CURRENCY_OF.taiwan);
  const isNamed = ofTaiwan?.words.some((word) => texts.some((text) => text.includes(word)));
  if (!isNamed) return undefined;
  const simplified = texts.map((text) => script.writeCharacters(text));
  return currencyOfPage(texts, simplified, regions) === CURRENCY_OF.taiwan ? 'taiwan' : undefined;
}

/** The knowledge by which a page of a region is read. */
export function inRegion(knowledge: FactsKnowledge, region: Region | undefined): FactsKnowledge {
  if (region !== 'taiwan') return knowledge;
  return { ...knowledge, times: { ...knowledge.times, countsFromRepublic: true } };
}

/** Figures and times of one reading text, in order; times carry `time` and are resolved by `dating`. */
export function recogniseFacts(text: string, knowledge: FactsKnowledge): FoundFact[] {
  const folded = foldText(text, knowledge);
  const facts = settleOverlaps(findTimes(folded, knowledge.times), findFigures(folded, knowledge.figures));
  return folded === text ? facts : facts.map((fact) => asPrinted(text, folded, fact));
}

/** The fact in the words of the page: what was found in the folded text stands at the same places. */
function asPrinted(text: string, folded: string, fact: FoundFact): FoundFact {
  const { start, end, unit, per } = fact;
  const printed = (words: string): string => {
    const at = folded.indexOf(words, start);
    return at < 0 || at + words.length > end ? words : text.slice(at, at + words.length);
  };
  // A unit in Latin letters or signs is named in one width.
  const isHan = (words: string): boolean => /\p{Script=Han}/u.test(words);
  return {
    ...fact,
    text: text.slice(start, end),
    ...(unit !== null && isHan(unit) ? { unit: printed(unit) } : {}),
    ...(per !== undefined && isHan(per) ? { per: printed(per) } : {}),
  };
}

/**
 * Sums of 元 on a page are in the currency of the region that its words show, where it is none of the mainland.
 * @param given the region that the person says it is of.
 */
export function settleCurrencies(
  texts: readonly string[],
  facts: readonly (readonly FoundFact[])[],
  { script, regions }: FactsKnowledge,
  given?: Region,
): FoundFact[][] {
  if (given) return facts.map((list, index) => payInCurrency(texts[index]!, list, CURRENCY_OF[given]));
  const hasSums = facts.some((list) => list.some(({ kind, unit }) => kind === 'money' && unit === 'CNY'));
  const simplified = hasSums ? texts.map((text) => script.writeCharacters(text)) : [];
  const currency = hasSums ? currencyOfPage(texts, simplified, regions) : null;
  return facts.map((list, index) => payInCurrency(texts[index]!, list, currency));
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
  // The words that phrases are cut with are in the common script and in one width.
  const folded = foldText(text, knowledge);
  const linked = linkFigures(folded, outsideNames(facts, names), names, knowledge);
  if (folded === text) return linked;
  const printed = <Phrase extends ReadingSpan & { readonly text: string }>(phrase: Phrase): Phrase => ({
    ...phrase,
    text: text.slice(phrase.start, phrase.end),
  });
  return linked.map((fact) => ({
    ...fact,
    measure: fact.measure && printed(fact.measure),
    subject: fact.subject && printed(fact.subject),
  }));
}
