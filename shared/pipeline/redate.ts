import { resolveTimes } from '@shared/dating/resolve-times.ts';
import { linkFacts } from '@shared/facts/recognise.ts';
import type { Extraction } from '@shared/model/extraction.ts';
import type { Fact, FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import { type ReadingOffset, readingSpan, type SourceOffset, type Span } from '@shared/model/offset.ts';
import type { PartialDate } from '@shared/model/source.ts';
import type { OffsetMap } from '@shared/text/offset-map.ts';
import type { Knowledge } from './knowledge.ts';
import { mapFact } from './map-to-source.ts';
import { listPassages } from './passage.ts';

/**
 * The same extraction under another publication date, given by the person: every time is resolved again and
 * every figure linked again, nothing is recognised again. Not for a page on which the person rejected a time,
 * since others may have leant on it, nor for one with a corrected fact, which remembers how it was read.
 * @param text the decoded source.
 */
export function redate(
  extraction: Extraction,
  published: PartialDate,
  text: string,
  knowledge: Knowledge,
): Extraction {
  const { sha256 } = extraction.source;
  const facts = listPassages(extraction.articles).flatMap((passage) => {
    const article = extraction.articles[passage.article]?.id ?? '';
    const back = passage.map.invert(text.length);
    const here = <Item extends Span<SourceOffset>>(items: readonly Item[]) =>
      items.flatMap((item) => {
        const span = toReading(item, back);
        return span === null ? [] : [{ ...item, ...span }];
      });
    const names = here(extraction.names) as FoundName[];
    const found = here(extraction.facts).map(toFoundFact);
    const resolved = resolveTimes(passage.text, found, published, knowledge.dating);
    return linkFacts(passage.text, resolved, names, knowledge.facts).map((fact) =>
      mapFact(fact, passage, article, sha256, text),
    );
  });
  return {
    ...extraction,
    source: { ...extraction.source, publishedOn: { value: published, basis: 'given', evidence: [] } },
    sheets: extraction.sheets.map((sheet) =>
      extraction.sheets.length > 1 ? { ...sheet, publishedOn: published } : sheet,
    ),
    facts: facts.sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

type Back = OffsetMap<SourceOffset, ReadingOffset>;

/** Hull of an item's pieces in one reading text, null when it stands in another. */
function toReading(
  item: Span<SourceOffset> & { readonly spans?: readonly Span<SourceOffset>[] },
  back: Back,
): Span<ReadingOffset> | null {
  const spans = (item.spans ?? [item]).flatMap((span) => back.mapSpan(span));
  if (spans.length === 0) return null;
  return readingSpan(Math.min(...spans.map(({ start }) => start)), Math.max(...spans.map(({ end }) => end)));
}

/** The fact as it was before linking. */
function toFoundFact(fact: Omit<Fact, 'start' | 'end'> & Span<ReadingOffset>): FoundFact {
  const { id: _id, article: _article, spans: _spans, partOf: _whole, cell: _cell, ...found } = fact;
  const { modality: _modality, direction: _direction, conversion: _conversion, ...unlinked } = found;
  return { ...unlinked, measure: null, subject: null, when: null };
}
