import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { outsideCalled } from '@shared/facts/outside-names.ts';
import {
  inRegion,
  linkFacts,
  recogniseFacts,
  regionOfWords,
  settleCurrencies,
} from '@shared/facts/recognise.ts';
import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import type { ReadingOffset, ReadingSpan } from '@shared/model/offset.ts';
import type { FoundQuotation } from '@shared/model/quotation.ts';
import type { PartialDate } from '@shared/model/source.ts';
import { recogniseNames } from '@shared/names/recognise.ts';
import { recogniseQuotations } from '@shared/quotes/recognise.ts';
import type { Knowledge } from './knowledge.ts';
import { seeText } from './seen-text.ts';

export interface Recognised {
  readonly facts: readonly FoundFact[];
  readonly names: readonly FoundName[];
  /** Direct speech. */
  readonly quotes: readonly FoundQuotation[];
}

/** Facts, names and quotations of a text that is no page, read as it is seen; offsets in the text as given. */
export function recogniseText(text: string, published: PartialDate | null, knowledge: Knowledge): Recognised {
  const seen = seeText<ReadingOffset>(text);
  if (seen === null) return recogniseSeen(text, published, knowledge);
  const { facts, names, quotes } = recogniseSeen(seen.text, published, knowledge);
  const back = <Item extends ReadingSpan>(item: Item): Item => ({ ...item, ...seen.hullOf(item) });
  return {
    facts: facts.map((fact) => ({
      ...back(fact),
      measure: fact.measure && back(fact.measure),
      subject: fact.subject && back(fact.subject),
      ...(fact.partOf && { partOf: back(fact.partOf) }),
      ...(fact.cell && { cell: { ...fact.cell, table: back(fact.cell.table), row: back(fact.cell.row) } }),
    })),
    names: names.map(back),
    quotes: quotes.map((quote) => ({ ...back(quote), speaker: quote.speaker && back(quote.speaker) })),
  };
}

function recogniseSeen(text: string, published: PartialDate | null, knowledge: Knowledge): Recognised {
  const [names = []] = recogniseNames([{ text, role: 'body', article: 0 }], knowledge.names);
  const region = regionOfWords([text], knowledge.facts);
  const regional = inRegion(knowledge.facts, region);
  const [recognised = []] = settleCurrencies([text], [recogniseFacts(text, regional)], regional, region);
  const found = resolveTimes(text, outsideCalled(recognised, names), published, knowledge.dating);
  return {
    facts: linkFacts(text, found, names, knowledge.facts),
    names,
    quotes: recogniseQuotations(text, names, knowledge.quotes).filter(({ manner }) => manner === 'direct'),
  };
}
