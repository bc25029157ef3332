import {
  type FigureSource,
  type PlacedSaid,
  placeSaid,
  type SaidOfFigures,
} from '@shared/analysis/agreement/said-figures.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { Library } from '../library/library.ts';

/** What the person said of figures, by the facts that the library holds of them now. */
export async function placeSaidIn(library: Library, said: SaidOfFigures): Promise<PlacedSaid> {
  const figures = [...said.paired, ...said.settled].flatMap((one) => one.figures);
  const sources = new Map<SourceHash, FigureSource>();
  // One source at a time: all their texts at once may be more than there is room for.
  for (const source of new Set(figures.map(({ target }) => target.source))) {
    const [text] = await library.readTexts([source]);
    if (!text) continue;
    const facts = (await library.readArticlesOf([source])).flatMap((row) => row.facts);
    sources.set(source, { source, text: text.text, textHash: text.textHash, facts });
  }
  return placeSaid(said, ({ target }) => sources.get(target.source) ?? null);
}
