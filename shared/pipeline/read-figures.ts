import { utf8fromString } from '@exodus/bytes/utf8.js';
import { type Result, success } from '@shared/contracts/results.ts';
import { readFile } from '@shared/formats/read-file.ts';
import type { FactIn } from '@shared/model/fact.ts';
import type { SourceSpan, Span } from '@shared/model/offset.ts';
import type { Publication, Sha256 } from '@shared/model/source.ts';
import { extract } from './extract.ts';
import type { Knowledge } from './knowledge.ts';
import { recogniseText } from './recognise-text.ts';

/** A file with its source text, to hold something against. */
export interface SourceToCheck {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly reader: string;
  readonly text: string;
  readonly textSha256: string;
}

/** Reads a file's text, and nothing more of it. */
export async function readSourceToCheck(
  name: string,
  bytes: Uint8Array,
  sha256: Sha256,
): Promise<Result<SourceToCheck>> {
  const read = await readFile({ bytes, name });
  if (!read.ok) return read;
  const { text, reader } = read.value;
  return success({
    name,
    bytes,
    sha256: await sha256(bytes),
    reader,
    text,
    textSha256: await sha256(utf8fromString(text)),
  });
}

/** What is said of a figure, without what it counts and of whom. */
export type FigureAlone = Pick<
  FactIn<number>,
  'kind' | 'value' | 'valueMax' | 'unit' | 'bound' | 'per' | 'multiplier'
> & { readonly spans: readonly SourceSpan[] };

export interface PageReadAnew {
  readonly figures: readonly FigureAlone[];
  readonly published: Publication;
}

/** Reads pages and words anew; a page once for each date that is given for it. */
export interface ReadingAnew {
  /** Null where the page cannot be read. */
  readPage(source: SourceToCheck, given: string | null): Promise<PageReadAnew | null>;
  readWords(text: string, published: string | null): readonly FigureAlone[];
}

export function createReadingAnew(knowledge: Knowledge, sha256: Sha256): ReadingAnew {
  const pages = new Map<string, Promise<PageReadAnew | null>>();
  const readPage = async (
    { name, bytes }: SourceToCheck,
    given: string | null,
  ): Promise<PageReadAnew | null> => {
    const description = given === null ? {} : { description: { publishedOn: given } };
    const extracted = await extract({ name, bytes, ...description }, knowledge, { sha256 });
    if (!extracted.ok) return null;
    const { facts, source } = extracted.value.extraction;
    return { figures: facts.map(toFigure), published: source.publishedOn };
  };
  return {
    readPage: (source, given) => {
      const key = `${source.sha256} ${given ?? ''}`;
      const reading = pages.get(key) ?? readPage(source, given);
      pages.set(key, reading);
      return reading;
    },
    readWords: (text, published) => recogniseText(text, published, knowledge).facts.map(toFigure),
  };
}

const toFigure = (fact: FactIn<number> & { readonly spans?: readonly Span<number>[] }): FigureAlone => ({
  spans: (fact.spans ?? [{ start: fact.start, end: fact.end }]) as readonly SourceSpan[],
  kind: fact.kind,
  value: fact.value,
  ...(fact.valueMax === undefined ? {} : { valueMax: fact.valueMax }),
  unit: fact.unit,
  bound: fact.bound,
  ...(fact.per === undefined ? {} : { per: fact.per }),
  ...(fact.multiplier === undefined ? {} : { multiplier: fact.multiplier }),
});
