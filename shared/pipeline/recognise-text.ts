import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { linkFacts, recogniseFacts, settleCurrencies } from '@shared/facts/recognise.ts';
import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import type { FoundQuotation } from '@shared/model/quotation.ts';
import type { PartialDate } from '@shared/model/source.ts';
import { recogniseNames } from '@shared/names/recognise.ts';
import { recogniseQuotations } from '@shared/quotes/recognise.ts';
import type { Knowledge } from './knowledge.ts';

export interface Recognised {
  readonly facts: readonly FoundFact[];
  readonly names: readonly FoundName[];
  /** Direct speech. */
  readonly quotes: readonly FoundQuotation[];
}

/** Facts, names and quotations of a text that is no page: one reading text, offsets in it. */
export function recogniseText(text: string, published: PartialDate | null, knowledge: Knowledge): Recognised {
  const [names = []] = recogniseNames([{ text, role: 'body', article: 0 }], knowledge.names);
  const [recognised = []] = settleCurrencies(
    [text],
    [recogniseFacts(text, knowledge.facts)],
    knowledge.facts,
  );
  const found = resolveTimes(text, recognised, published, knowledge.dating);
  return {
    facts: linkFacts(text, found, names, knowledge.facts),
    names,
    quotes: recogniseQuotations(text, names, knowledge.quotes).filter(({ manner }) => manner === 'direct'),
  };
}
