import { describeSpans } from '@shared/anchors/describe.ts';
import type { FigureTarget } from '@shared/journal/act.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { Library } from '../library/library.ts';

/** A fact and the page that it stands in. */
export interface FactOfPage {
  readonly fact: Fact;
  readonly source: SourceHash;
}

/** How acts name facts, in their order; null of a page whose text is not there. */
export async function describeFacts(
  library: Library,
  facts: readonly FactOfPage[],
): Promise<(FigureTarget | null)[]> {
  const sources = [...new Set(facts.map(({ source }) => source))];
  const texts = new Map(
    (await library.readTexts(sources)).flatMap((row) => (row ? [[row.sha256, row]] : [])),
  );
  return facts.map(({ fact, source }) => {
    const read = texts.get(source);
    if (!read) return null;
    const { text, textHash } = read;
    const spans = fact.spans ?? [{ start: fact.start, end: fact.end }];
    return { target: describeSpans(spans, { source, text, textHash }), kind: fact.kind };
  });
}
