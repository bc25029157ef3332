import { utf8fromString } from '@exodus/bytes/utf8.js';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { type DecodedText, decode } from '@shared/decode/decode.ts';
import { linkFacts, recogniseFacts } from '@shared/facts/recognise.ts';
import type { FactVerdict, MadeCut, SettledDoubt } from '@shared/journal/state.ts';
import type { Article, Extraction } from '@shared/model/extraction.ts';
import type { FoundFact } from '@shared/model/fact.ts';
import type { FoundName } from '@shared/model/name.ts';
import type { Page } from '@shared/model/page.ts';
import { type Sha256, type SourceDescription, type SourceHash, sourceHash } from '@shared/model/source.ts';
import { recogniseNames } from '@shared/names/recognise.ts';
import { recogniseQuotations } from '@shared/quotes/recognise.ts';
import { segment } from '@shared/segment/segment.ts';
import { datePage } from './date-page.ts';
import type { Knowledge } from './knowledge.ts';
import { layVerdicts } from './lay-verdicts.ts';
import { mapFact, mapName, mapQuotation, placeBylineNames } from './map-to-source.ts';
import { listPassages, type Passage } from './passage.ts';
import { placeCuts } from './place-cuts.ts';
import { type ClosedDoubt, settleDoubts } from './settle-doubts.ts';

/** Changes whenever the same text and knowledge may give another result. */
export const PIPELINE_VERSION = 1;

/** What the person made of a source, from the journal. */
export interface SourceActs {
  readonly description?: SourceDescription;
  readonly cuts?: readonly MadeCut[];
  readonly settledDoubts?: readonly SettledDoubt[];
  readonly verdicts?: readonly FactVerdict[];
}

export interface ExtractRequest extends SourceActs {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Extracted {
  readonly extraction: Extraction;
  /** The decoded text that all source offsets count in. */
  readonly text: string;
  readonly textHash: string;
  /** Ids of cuts that no longer fit; listed, never guessed. */
  readonly unplacedCuts: readonly string[];
  /** Doubts that the person settled; those of the extraction stand open. */
  readonly closedDoubts: readonly ClosedDoubt[];
  /** Verdicts whose fact is not found any more. */
  readonly unattachedVerdicts: readonly FactVerdict[];
}

/** What a run asks of its host. */
export interface RunHost {
  readonly sha256: Sha256;
  /** Asked between stages; true ends the run with `cancelled`. */
  readonly shouldStop?: () => boolean;
}

/** The one run: bytes of a page to articles, facts, names and quotations, all in source offsets. */
export async function extract(
  request: ExtractRequest,
  knowledge: Knowledge,
  { sha256, shouldStop = () => false }: RunHost,
): Promise<Result<Extracted>> {
  const decoded = decode(request.bytes, request.name, request.description?.encoding);
  if (!decoded.ok) return decoded;
  const source = sourceHash(await sha256(request.bytes));
  const textHash = await sha256(utf8fromString(decoded.value.text));
  const anchored = { source, textHash, text: decoded.value.text };

  const cuts = placeCuts(request.cuts ?? [], anchored);
  const { page, unplaced } = segment(anchored.text, knowledge.segment, cuts.placed);
  const doubts = settleDoubts(page.doubts, request.settledDoubts ?? [], anchored);
  if (shouldStop()) return failure('cancelled');

  const passages = listPassages(page.articles);
  const names = nameAll(page, passages, knowledge);
  if (shouldStop()) return failure('cancelled');

  const found = passages.map(({ text }) => recogniseFacts(text, knowledge.facts));
  const dated = datePage(
    page,
    passages,
    found,
    request.description?.publishedOn,
    knowledge.dating,
    anchored.text,
  );
  const overlay = layVerdicts(passages, dated.facts, request.verdicts ?? [], anchored);
  const facts = passages.map(({ text }, i) =>
    linkFacts(text, overlay.facts[i] ?? [], names[i] ?? [], knowledge.facts),
  );
  if (shouldStop()) return failure('cancelled');

  return success({
    text: anchored.text,
    textHash,
    unplacedCuts: [...cuts.unplaced, ...unplaced.map((index) => cuts.ids[index] as string)],
    closedDoubts: doubts.closed,
    unattachedVerdicts: overlay.unattached,
    extraction: {
      source: {
        name: request.name,
        sha256: source,
        mediaType: decoded.value.mediaType,
        encoding: decoded.value.encoding,
        length: anchored.text.length,
        publishedOn: dated.publication,
      },
      ...assemble(source, decoded.value, page, passages, facts, names, knowledge),
      doubts: doubts.open,
    },
  });
}

/** Names of every passage; bylines take part, so that their people are known in the text. */
function nameAll(page: Page, passages: readonly Passage[], knowledge: Knowledge): FoundName[][] {
  const bylines = page.articles.flatMap(({ byline }, article) =>
    byline.names.length > 0 ? [{ role: 'byline' as const, article, text: byline.names.join(' ') }] : [],
  );
  return recogniseNames(
    [...passages.map(({ text, role, article }) => ({ text, role, article })), ...bylines],
    knowledge.names,
  ).slice(0, passages.length);
}

function assemble(
  source: SourceHash,
  { text }: DecodedText,
  page: Page,
  passages: readonly Passage[],
  facts: readonly (readonly FoundFact[])[],
  names: readonly (readonly FoundName[])[],
  knowledge: Knowledge,
): Omit<Extraction, 'source' | 'doubts'> {
  const articles = page.articles.map((article): Article => {
    const first = Math.min(...article.body.pieces.map(({ to }) => to), text.length);
    return { ...article, id: `${source.slice(0, 16)}-${first}` };
  });
  const idOf = (passage: Passage): string => (articles[passage.article] as Article).id;
  const inOrder = <Item extends { start: number; end: number }>(items: Item[]): Item[] =>
    items.sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    articles,
    furniture: page.furniture,
    duplicates: page.duplicates,
    imprint: page.imprint,
    facts: inOrder(
      passages.flatMap((passage, i) =>
        (facts[i] ?? []).map((fact) => mapFact(fact, passage, idOf(passage), source, text)),
      ),
    ),
    names: inOrder([
      ...passages.flatMap((passage, i) =>
        (names[i] ?? []).map((name) => mapName(name, passage, idOf(passage), text)),
      ),
      ...articles.flatMap((article) => placeBylineNames(article, text, knowledge.segment.press.deskTails)),
    ]),
    quotes: inOrder(
      passages
        .filter(({ role }) => role === 'body')
        .flatMap((passage) =>
          recogniseQuotations(passage.text, names[passages.indexOf(passage)] ?? [], knowledge.quotes).map(
            (quote) => mapQuotation(quote, passage, idOf(passage), text),
          ),
        ),
    ),
  };
}
