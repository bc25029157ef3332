import type { CheckedSource, FigureReader, ReadFigure } from '@shared/exchange/proof/checked-source.ts';
import type { FactIn } from '@shared/model/fact.ts';
import type { Span } from '@shared/model/offset.ts';
import { extract } from '@shared/pipeline/extract.ts';
import type { Knowledge } from '@shared/pipeline/knowledge.ts';
import { recogniseText } from '@shared/pipeline/recognise-text.ts';
import { sha256 } from '../knowledge/sha256.ts';

/** Reads figures anew by the pipeline; one run a source and date. */
export function figureReader(
  knowledge: Knowledge,
  bytesOf: (source: CheckedSource) => Uint8Array,
): FigureReader {
  const pages = new Map<string, Promise<readonly ReadFigure[]>>();
  return {
    readPage(source, given) {
      const key = `${source.sha256} ${given ?? ''}`;
      const known = pages.get(key);
      if (known) return known;
      const reading = readFigures(source, given);
      pages.set(key, reading);
      return reading;
    },
    readWords: (text, published) => recogniseText(text, published, knowledge).facts.map(toFigure),
  };

  async function readFigures(source: CheckedSource, given: string | null): Promise<readonly ReadFigure[]> {
    const extracted = await extract(
      {
        name: source.name,
        bytes: bytesOf(source),
        ...(given ? { description: { publishedOn: given } } : {}),
      },
      knowledge,
      { sha256 },
    );
    return extracted.ok ? extracted.value.extraction.facts.map(toFigure) : [];
  }
}

const toFigure = (fact: FactIn<number> & { readonly spans?: readonly Span<number>[] }): ReadFigure => ({
  spans: (fact.spans ?? [{ start: fact.start, end: fact.end }]) as ReadFigure['spans'],
  kind: fact.kind,
  value: fact.value,
  ...(fact.valueMax === undefined ? {} : { valueMax: fact.valueMax }),
  unit: fact.unit,
  bound: fact.bound,
  ...(fact.per === undefined ? {} : { per: fact.per }),
  ...(fact.multiplier === undefined ? {} : { multiplier: fact.multiplier }),
});
