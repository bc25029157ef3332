import { utf8fromString } from '@exodus/bytes/utf8.js';
import { type Result, success } from '@shared/contracts/results.ts';
import { readFile } from '@shared/formats/read-file.ts';
import type { Extraction } from '@shared/model/extraction.ts';
import type { FactIn } from '@shared/model/fact.ts';
import type { SourceSpan, Span } from '@shared/model/offset.ts';
import { ENCODINGS, type Encoding, type Publication, type Sha256 } from '@shared/model/source.ts';
import { extract } from './extract.ts';
import type { Knowledge } from './knowledge.ts';
import { recogniseText } from './recognise-text.ts';
import { PAGE_STAGES } from './stamps.ts';

/** A file with its source text, to hold something against. */
export interface SourceToCheck {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly reader: string;
  readonly text: string;
  readonly textSha256: string;
  /** In which it was read although another was detected. */
  readonly encoding?: Encoding;
}

/** Reads a file's text, and nothing more of it. */
export async function readSourceToCheck(
  name: string,
  bytes: Uint8Array,
  sha256: Sha256,
  encoding?: Encoding,
): Promise<Result<SourceToCheck>> {
  const read = await readFile({ bytes, name, ...(encoding ? { encoding } : {}) });
  if (!read.ok) return read;
  const { text, reader } = read.value;
  return success({
    name,
    bytes,
    sha256: await sha256(bytes),
    reader,
    text,
    textSha256: await sha256(utf8fromString(text)),
    ...(encoding ? { encoding } : {}),
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
  readonly extraction: Extraction;
}

/** Reads pages and words anew; a page once for each date that is given for it. */
export interface ReadingAnew {
  /** The stages that read here; what others read may differ in what it links. */
  readonly stages: string;
  /** The same bytes in the encoding that gives the text of that hash, as a person may have set it; null where none does. */
  readOtherwise(source: SourceToCheck, textSha256: string): Promise<SourceToCheck | null>;
  /** Null where the page cannot be read. */
  readPage(source: SourceToCheck, given: string | null): Promise<PageReadAnew | null>;
  readWords(text: string, published: string | null): readonly FigureAlone[];
}

export function createReadingAnew(knowledge: Knowledge, sha256: Sha256): ReadingAnew {
  const pages = new Map<string, Promise<PageReadAnew | null>>();
  const otherwise = new Map<string, Promise<SourceToCheck | null>>();
  const encoded = new Map<string, Promise<ReadonlyMap<string, Encoding>>>();
  const readPage = async (
    { name, bytes, encoding }: SourceToCheck,
    given: string | null,
  ): Promise<PageReadAnew | null> => {
    const description = {
      ...(given === null ? {} : { publishedOn: given }),
      ...(encoding ? { encoding } : {}),
    };
    const extracted = await extract({ name, bytes, description }, knowledge, { sha256 });
    if (!extracted.ok) return null;
    const { extraction } = extracted.value;
    return {
      figures: extraction.facts.map(toFigure),
      published: extraction.source.publishedOn,
      extraction,
    };
  };
  /** Encodings by the hash of the text that each gives; the texts, one as long as the file for each, are let go. */
  const readInEach = async ({ name, bytes }: SourceToCheck): Promise<ReadonlyMap<string, Encoding>> => {
    const found = new Map<string, Encoding>();
    for (const encoding of ENCODINGS) {
      const read = await readSourceToCheck(name, bytes, sha256, encoding);
      if (read.ok && !found.has(read.value.textSha256)) found.set(read.value.textSha256, encoding);
    }
    return found;
  };
  const readOtherwise = async (source: SourceToCheck, textSha256: string): Promise<SourceToCheck | null> => {
    const reading = encoded.get(source.sha256) ?? readInEach(source);
    encoded.set(source.sha256, reading);
    const encoding = (await reading).get(textSha256);
    const read = encoding && (await readSourceToCheck(source.name, source.bytes, sha256, encoding));
    return read?.ok ? read.value : null;
  };
  return {
    stages: PAGE_STAGES,
    readOtherwise: (source, textSha256) => {
      const key = `${source.sha256} ${textSha256}`;
      const reading = otherwise.get(key) ?? readOtherwise(source, textSha256);
      otherwise.set(key, reading);
      return reading;
    },
    readPage: (source, given) => {
      const key = `${source.sha256} ${source.encoding ?? ''} ${given ?? ''}`;
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
