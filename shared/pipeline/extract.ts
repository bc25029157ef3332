import { utf8fromString } from '@exodus/bytes/utf8.js';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { outsideCalled } from '@shared/facts/outside-names.ts';
import {
  inRegion,
  linkFacts,
  recogniseFacts,
  regionOfWords,
  settleCurrencies,
} from '@shared/facts/recognise.ts';
import { type ReadFile, readFile } from '@shared/formats/read-file.ts';
import type { FactVerdict, MadeCut, MarkedName, SettledDoubt } from '@shared/journal/state.ts';
import type { Article, Extraction } from '@shared/model/extraction.ts';
import type { Fact, FoundFact } from '@shared/model/fact.ts';
import type { FoundName, NameMention, OwnWord } from '@shared/model/name.ts';
import type { CutArticle, Page } from '@shared/model/page.ts';
import type { Sheet } from '@shared/model/read-source.ts';
import {
  type ArchiveOrigin,
  type Publication,
  type Sha256,
  type SourceDescription,
  type SourceHash,
  sourceHash,
} from '@shared/model/source.ts';
import { PASSES } from '@shared/names/passes.ts';
import { readNames, recogniseNames } from '@shared/names/recognise.ts';
import { recogniseQuotations } from '@shared/quotes/recognise.ts';
import { cutSheets } from './cut-sheets.ts';
import { datePage } from './date-page.ts';
import type { Knowledge } from './knowledge.ts';
import { layNameMarks, markBylineNames } from './lay-name-marks.ts';
import { layVerdicts } from './lay-verdicts.ts';
import { mapFact, mapName, mapQuotation, placeBylineNames } from './map-to-source.ts';
import { listPassages, type Passage } from './passage.ts';
import { placeCuts } from './place-cuts.ts';
import { plainSheets } from './plain-page.ts';
import { type Recall, type Recognised, recallFrom } from './recall.ts';
import { type ClosedDoubt, settleDoubts } from './settle-doubts.ts';

/** What the person made of a source, from the journal. */
export interface SourceActs {
  readonly description?: SourceDescription;
  readonly cuts?: readonly MadeCut[];
  readonly settledDoubts?: readonly SettledDoubt[];
  readonly verdicts?: readonly FactVerdict[];
  readonly names?: readonly MarkedName[];
  /** The person's own list of names, which holds for every page. */
  readonly words?: readonly OwnWord[];
  /** The archive that it came out of. */
  readonly origin?: ArchiveOrigin;
}

interface PageRequest extends SourceActs {
  readonly name: string;
}

export interface ExtractRequest extends PageRequest {
  readonly bytes: Uint8Array;
}

/** A page whose bytes are read already, now or before. */
export interface ReadRequest extends PageRequest {
  readonly source: SourceHash;
  readonly read: ReadFile;
}

export interface Extracted {
  readonly extraction: Extraction;
  /** The source text that all source offsets count in. */
  readonly text: string;
  readonly textHash: string;
  /** Ids of cuts that no longer fit; listed, never guessed. */
  readonly unplacedCuts: readonly string[];
  /** Doubts that the person settled; those of the extraction stand open. */
  readonly closedDoubts: readonly ClosedDoubt[];
  /** Facts that the person said are none, each with the act that said so. */
  readonly takenAway: readonly { readonly act: string; readonly fact: Fact }[];
  /** Names that the person said are none at their place, each with the act that said so. */
  readonly rejectedNames: readonly { readonly act: string; readonly name: NameMention }[];
  /** Verdicts whose fact is not found any more. */
  readonly unattachedVerdicts: readonly FactVerdict[];
  /** Ids of the acts that say something of names whose words are not found any more. */
  readonly unattachedNames: readonly string[];
  /** For the next run over the same page, after the person mended it. */
  readonly recognised: Recognised;
}

/** What a run asks of its host. */
export interface RunHost {
  readonly sha256: Sha256;
  /** Asked between stages; true ends the run with `cancelled`. */
  readonly shouldStop?: () => boolean;
  /** What an earlier run under the same knowledge recognised: texts that did not change are not read again. */
  readonly earlier?: Recognised;
}

/** The one run: bytes of a page to articles, facts, names and quotations, all in source offsets. */
export async function extract(
  { bytes, ...request }: ExtractRequest,
  knowledge: Knowledge,
  host: RunHost,
): Promise<Result<Extracted>> {
  const read = await readFile({ bytes, name: request.name, encoding: request.description?.encoding });
  if (!read.ok) return read;
  const source = sourceHash(await host.sha256(bytes));
  return await extractRead({ ...request, source, read: read.value }, knowledge, host);
}

/** The run from the source text on: the part of `extract` that needs no bytes. */
export async function extractRead(
  request: ReadRequest,
  knowledge: Knowledge,
  { sha256, shouldStop = () => false, earlier = new Map() }: RunHost,
): Promise<Result<Extracted>> {
  const { name, source } = request;
  const { text, reader, mediaType, encoding } = request.read;
  const textHash = await sha256(utf8fromString(text));
  const anchored = { source, textHash, text };

  const isPlain = request.description?.reading === 'plain';
  // Cuts and doubts of the page taken apart hold again when it is.
  const cuts = placeCuts(isPlain ? [] : (request.cuts ?? []), anchored);
  const cut = isPlain
    ? plainSheets(text)
    : cutSheets(text, request.read.sheets, request.read.hints, knowledge.segment, cuts.placed);
  const { page, unplaced } = cut;
  const doubts = settleDoubts(page.doubts, request.settledDoubts ?? [], anchored);
  if (shouldStop()) return failure('cancelled');

  const passages = isPlain ? [] : listPassages(page.articles);
  const { recall, recognised } = recallFrom(earlier);
  const marked = layNameMarks(
    passages,
    nameAll(page, passages, request.words ?? [], knowledge, recall),
    isPlain ? [] : (request.names ?? []),
    anchored,
  );
  const { names } = marked;
  const articles = page.articles.map(
    (article): Article => ({ ...article, id: `${source.slice(0, 16)}-${firstOffset(article, text.length)}` }),
  );
  const idOf = ({ article }: Passage): string => (articles[article] as Article).id;
  const bylines = markBylineNames(
    articles.flatMap((article) => placeBylineNames(article, text, knowledge.segment.press.deskTails)),
    marked.elsewhere,
  );
  if (shouldStop()) return failure('cancelled');

  const texts = passages.map(({ text }) => text);
  const region = request.description?.region ?? regionOfWords(texts, knowledge.facts);
  const regional = inRegion(knowledge.facts, region);
  const found = settleCurrencies(
    texts,
    passages.map(({ text }) => recall(`facts ${region ?? ''}`, text, () => recogniseFacts(text, regional))),
    regional,
    region,
  ).map((facts, i) => outsideCalled(facts, names[i] ?? []));
  const dated = datePage(
    { ...request.read, cut },
    passages,
    found,
    names,
    request.description?.publishedOn,
    knowledge,
  );
  const link = (i: number, found: readonly FoundFact[]): readonly FoundFact[] => {
    const [{ text }, named] = [passages[i] as Passage, names[i] ?? []];
    return recall('links', JSON.stringify([text, found, named]), () =>
      linkFacts(text, found, named, knowledge.facts),
    );
  };
  const overlay = layVerdicts(passages, dated.facts, request.verdicts ?? [], anchored, (i) =>
    link(i, dated.facts[i] ?? []),
  );
  const facts = passages.map((_, i) => link(i, overlay.facts[i] ?? []));
  if (shouldStop()) return failure('cancelled');

  const inPassages = { passages, facts, names };
  const assembled = assemble(source, text, inPassages, bylines.names, idOf, knowledge, recall);
  return success({
    text: anchored.text,
    textHash,
    unplacedCuts: [...cuts.unplaced, ...unplaced.map((index) => cuts.ids[index] as string)],
    closedDoubts: doubts.closed,
    takenAway: overlay.takenAway.map(({ act, passage, fact }) => {
      const of = passages[passage] as Passage;
      return { act, fact: mapFact(fact, of, idOf(of), source, anchored.text) };
    }),
    rejectedNames: [
      ...marked.rejected.map(({ act, passage, name }) => {
        const of = passages[passage] as Passage;
        return { act, name: mapName(name, of, idOf(of), anchored.text) };
      }),
      ...bylines.rejected,
    ],
    unattachedVerdicts: overlay.unattached,
    unattachedNames: [...marked.unplaced, ...bylines.unplaced],
    recognised,
    extraction: {
      source: {
        name,
        sha256: source,
        mediaType,
        encoding,
        reader,
        textSha256: textHash,
        length: anchored.text.length,
        publishedOn: dated.publication,
        ...(request.origin ? { origin: request.origin } : {}),
        ...(request.read.leftOut?.length ? { leftOut: request.read.leftOut } : {}),
      },
      sheets: withDates(request.read.sheets, dated.sheets),
      places: request.read.places,
      articles,
      furniture: page.furniture,
      duplicates: page.duplicates,
      imprint: page.imprint,
      ...assembled,
      doubts: doubts.open,
    },
  });
}

/** Where a source has several sheets, each with the date that its times were resolved by. */
const withDates = (sheets: readonly Sheet[], publications: readonly Publication[]): Sheet[] =>
  sheets.map(({ publishedOn: _stated, ...sheet }, i) => {
    const value = publications[i]?.value ?? null;
    return sheets.length > 1 && value !== null ? { ...sheet, publishedOn: value } : sheet;
  });

/** Names of every passage; bylines take part, so that their people are known in the text. */
function nameAll(
  page: Page,
  passages: readonly Passage[],
  words: readonly OwnWord[],
  knowledge: Knowledge,
  recall: Recall,
): FoundName[][] {
  const bylines = page.articles.flatMap(({ byline }, article) =>
    byline.names.length > 0 ? [{ role: 'byline' as const, article, text: byline.names.join(' ') }] : [],
  );
  return recogniseNames(
    [...passages.map(({ text, role, article }) => ({ text, role, article })), ...bylines],
    knowledge.names,
    (text) => recall('names', `${text.role} ${text.text}`, () => readNames(text, knowledge.names)),
    PASSES,
    words,
  ).slice(0, passages.length);
}

/** Where the body begins or, of an article without one, the first of its other words: no two share a place. */
function firstOffset({ body, title, subtitle, captions, byline }: CutArticle, textLength: number): number {
  const ofBody = body.pieces.map(({ to }) => to);
  const ofOthers = [title, subtitle, ...captions].flatMap(
    (reading) => reading?.pieces.map(({ to }) => to) ?? [],
  );
  const starts: number[] =
    ofBody.length > 0 ? ofBody : [...ofOthers, ...byline.spans.map(({ start }) => start)];
  return starts.reduce((first, start) => Math.min(first, start), textLength);
}

/** Passages, and the facts and names of each. */
interface InPassages {
  readonly passages: readonly Passage[];
  readonly facts: readonly (readonly FoundFact[])[];
  readonly names: readonly (readonly FoundName[])[];
}

/** What was found, in the order of its places in the source. */
function assemble(
  source: SourceHash,
  text: string,
  { passages, facts, names }: InPassages,
  bylineNames: readonly NameMention[],
  idOf: (passage: Passage) => string,
  knowledge: Knowledge,
  recall: Recall,
): Pick<Extraction, 'facts' | 'names' | 'quotes'> {
  const inOrder = <Item extends { start: number; end: number }>(items: Item[]): Item[] =>
    items.sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    facts: inOrder(
      passages.flatMap((passage, i) =>
        (facts[i] ?? []).map((fact) => mapFact(fact, passage, idOf(passage), source, text)),
      ),
    ),
    names: inOrder([
      ...passages.flatMap((passage, i) =>
        (names[i] ?? []).map((name) => mapName(name, passage, idOf(passage), text)),
      ),
      ...bylineNames,
    ]),
    quotes: inOrder(
      passages.flatMap((passage, i) => {
        if (passage.role !== 'body') return [];
        const { text: words } = passage;
        const named = names[i] ?? [];
        return recall('quotes', JSON.stringify([words, named]), () =>
          recogniseQuotations(words, named, knowledge.quotes),
        ).map((quote) => mapQuotation(quote, passage, idOf(passage), text));
      }),
    ),
  };
}
