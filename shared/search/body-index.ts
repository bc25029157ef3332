import type { Failure } from '@shared/contracts/results.ts';
import type { Folding } from '@shared/text/folding.ts';
import type { SearchKnowledge } from './knowledge.ts';
import { HitDescriber } from './passages/describe-hit.ts';
import type { Segment } from './postings/segment.ts';
import { SegmentSet } from './postings/segment-set.ts';
import { parseQuery } from './query/parse-query.ts';
import type { ParsedQuery } from './query/parsed-query.ts';
import { type IndexStatistics, lengthWeights } from './ranking/bm25.ts';
import { findCandidates } from './ranking/find-candidates.ts';
import { rankedTermsOf } from './ranking/needle.ts';
import { provePhrase } from './ranking/prove-phrase.ts';
import { NeedleFinder, needlesOf, type QueryNeedles, type SoughtNeedle } from './ranking/query-needles.ts';
import { rankAny } from './ranking/rank-any.ts';
import { Scratch } from './ranking/term-postings.ts';
import { type Ranked, sortByScore } from './ranking/top-ranked.ts';
import type { SearchedSegment } from './ranking/weighed-term.ts';
import type {
  IndexedDocument,
  SearchAnswer,
  SearchHit,
  SearchIndex,
  SearchOptions,
  SegmentStore,
  TextStore,
} from './search-index.ts';

/** Ranked hits fill an answer up to so many where the caller sets no limit. */
const FILL_TO = 20;
/** Texts that are read at once to see whether they hold the words. */
const READ_AT_ONCE = 256;

/** Texts that are read before a search that was told what is enough stops. Of 100,000 articles that takes a tenth of a second. */
const READ_FOR_FIRST = 1024;

/** Hits that get marks where the caller does not say. */
const MARKED = 100;

/** How many of the first hits get marks, and how many passages. */
export interface Shown {
  readonly marks: number;
  readonly snippets: number;
}

/** A document that was found, before anything of it is shown. */
export interface FoundDocument {
  readonly id: string;
  readonly score: number;
  readonly exact: boolean;
}

export interface Found {
  /** Exact ones first, best first. */
  readonly documents: readonly FoundDocument[];
  readonly exactCount: number;
  readonly needles: QueryNeedles;
  /** All that answer are among them; else those are that were found so far, the best of what was looked at. */
  readonly isWhole: boolean;
}

/** Segments with the numbers that scores depend on, worked out once for as long as they stay as they are. */
interface Searched {
  readonly of: unknown;
  readonly segments: readonly SearchedSegment[];
  readonly statistics: IndexStatistics;
}

interface Step {
  readonly searched: Searched;
  readonly options: SearchOptions;
}

/** Documents that hold what was asked for, best first; all of them where `isWhole`. */
interface Held {
  readonly hits: readonly Ranked[];
  readonly isWhole: boolean;
}

/** A document that has all terms; where it is open, only its text tells whether it holds the words. */
type Candidate = Ranked & { readonly isOpen: boolean };

/** The bodies of a library: exact and ranked search over postings that stay packed. */
export class BodyIndex implements SearchIndex {
  private readonly segments: SegmentSet;
  private readonly texts: TextStore;
  private readonly folding: Folding;
  private readonly scratch = new Scratch();
  private readonly finder: NeedleFinder;
  private view: Searched | null = null;

  private constructor(segments: SegmentSet, texts: TextStore, { folding }: SearchKnowledge) {
    this.segments = segments;
    this.texts = texts;
    this.folding = folding;
    this.finder = new NeedleFinder(folding);
  }

  static async open(store: SegmentStore, texts: TextStore, knowledge: SearchKnowledge): Promise<BodyIndex> {
    return new BodyIndex(await SegmentSet.open(store), texts, knowledge);
  }

  /** What could not be read when the index was opened; the documents that `ids` lacks must be added again. */
  get damage(): readonly Failure<'index-damaged'>[] {
    return this.segments.damage;
  }

  get documents(): number {
    return this.segments.documents;
  }

  ids(): Iterable<string> {
    return this.segments.ids();
  }

  add(documents: readonly IndexedDocument[]): Promise<void> {
    return this.segments.add(documents, this.folding);
  }

  remove(ids: readonly string[]): Promise<void> {
    return this.segments.remove(ids);
  }

  /** Makes one segment of all: the smallest and quickest form, worth it after a large import. */
  compact(): Promise<void> {
    return this.segments.compact();
  }

  /** Takes over what another page has changed since. */
  refresh(): Promise<void> {
    return this.segments.refresh();
  }

  async search(query: string | ParsedQuery, options: SearchOptions = {}): Promise<SearchAnswer | null> {
    const parsed = typeof query === 'string' ? parseQuery(query) : query;
    const found = await this.find(parsed, options);
    if (!found) return null;
    const hits = await this.describe(found, {
      marks: options.marks ?? MARKED,
      snippets: options.snippets ?? 0,
    });
    return { hits, exactCount: found.exactCount, problems: parsed.problems };
  }

  /** Which documents, in which order: the part of a search that needs no passage. Null: `isStale` stopped it. */
  async find(query: Pick<ParsedQuery, 'words'>, options: SearchOptions = {}): Promise<Found | null> {
    const needles = needlesOf(query.words, this.folding);
    const { phrases, words } = needles;
    const searched = this.searched();
    const step = { searched, options };
    const banned = await this.holdersOfAny(needles.excluded, step);
    const exact = banned && (await this.exactly([...phrases, ...words], banned, step));
    if (!exact) return null;
    const ranked = exact.hits.slice(0, options.limit).map((hit) => found(searched, hit, true));
    const room = (options.limit ?? FILL_TO) - ranked.length;
    // What has not been looked at yet may hold the words, and would be told as if it did not.
    if (exact.isWhole && room > 0 && words.length > 0) {
      const held = phrases.length > 0 ? await this.exactly(phrases, banned, wholly(step)) : null;
      if (phrases.length > 0 && !held) return null;
      const wanted = held && placesOf(held.hits);
      const taken = new Set([...banned, ...placesOf(exact.hits)]);
      const terms = rankedTermsOf(words.map(({ needle }) => needle));
      const isFree = (segment: number, document: number): boolean => {
        const place = placeOf(segment, document);
        if (taken.has(place) || (wanted && !wanted.has(place))) return false;
        return options.accept?.(searched.segments[segment]!.segment.id(document)) ?? true;
      };
      const more = rankAny(searched.segments, terms, searched.statistics, this.scratch, room, isFree);
      ranked.push(...more.map((hit) => found(searched, hit, false)));
    }
    return { documents: ranked, exactCount: exact.hits.length, needles, isWhole: exact.isWhole };
  }

  /** Marks of the documents that were found, and passages of the first ones. */
  async describe({ documents, needles }: Found, shown: Shown): Promise<SearchHit[]> {
    const describer = new HitDescriber(needles, this.folding);
    const hits: SearchHit[] = [];
    for (let i = 0; i < documents.length; i += READ_AT_ONCE) {
      const some = documents.slice(i, i + READ_AT_ONCE);
      const marked = some.slice(0, Math.max(0, shown.marks - i));
      const texts = await this.texts.read(marked.map(({ id }) => id));
      some.forEach((document, k) => {
        hits.push(describer.describe(document, texts[k] ?? null, i + k < shown.snippets));
      });
    }
    return hits;
  }

  /** Documents that hold all needles, best first; null where it is stale. */
  private async exactly(
    needles: readonly SoughtNeedle[],
    banned: ReadonlySet<number>,
    { searched, options: { accept, isStale, enough } }: Step,
  ): Promise<Held | null> {
    if (needles.length === 0) return { hits: [], isWhole: true };
    const candidates = findCandidates(
      searched.segments,
      needles.map(({ needle }) => needle),
      searched.statistics,
      this.scratch,
    );
    const all: Candidate[] = [];
    candidates.forEach(({ documents, scores }, segment) => {
      const entry = searched.segments[segment] as SearchedSegment;
      const isSettled = settle(entry.segment, documents, needles, this.scratch);
      documents.forEach((document, i) => {
        if (banned.has(placeOf(segment, document))) return;
        if (accept && !accept(entry.segment.id(document))) return;
        all.push({ segment, document, score: scores[i] as number, isOpen: !isSettled(i) });
      });
    });
    const hits: Ranked[] = [];
    let read = 0;
    for (const some of batches(sortByScore(all))) {
      if (isStale?.()) return null;
      if (enough !== undefined && (hits.length >= enough || read >= READ_FOR_FIRST))
        return { hits, isWhole: false };
      const open = some.filter(({ isOpen }) => isOpen);
      read += open.length;
      const texts = await this.texts.read(open.map((hit) => found(searched, hit, true).id));
      const failed = new Set(
        open.filter((_, i) => {
          const text = texts[i];
          return !text || !this.finder.holdsAll(text, needles);
        }),
      );
      for (const hit of some) if (!failed.has(hit)) hits.push(hit);
    }
    return { hits, isWhole: true };
  }

  private async holdersOfAny(needles: readonly SoughtNeedle[], step: Step): Promise<Set<number> | null> {
    const places = new Set<number>();
    for (const needle of needles) {
      const held = await this.exactly([needle], new Set(), wholly(step));
      if (!held) return null;
      for (const place of placesOf(held.hits)) places.add(place);
    }
    return places;
  }

  /** The segments as they are now, with the numbers that scores depend on. */
  private searched(): Searched {
    const { segments } = this.segments;
    if (this.view?.of !== segments) {
      const documents = segments.reduce((sum, { segment }) => sum + segment.documents, 0);
      const length = segments.reduce((sum, { segment }) => sum + segment.totalLength, 0);
      const statistics = { documents, meanLength: Math.max(1, length / Math.max(1, documents)) };
      this.view = {
        of: segments,
        statistics,
        segments: segments.map(({ segment, removed }) => ({
          segment,
          lengthWeights: lengthWeights(segment, statistics),
          isRemoved: (document: number) => removed.has(document),
        })),
      };
    }
    return this.view;
  }
}

/** Tells of a candidate, by its place among them, whether the postings alone show that it holds all needles. */
function settle(
  segment: Segment,
  documents: Uint32Array,
  needles: readonly SoughtNeedle[],
  scratch: Scratch,
): (place: number) => boolean {
  if (needles.some(({ inTitle }) => inTitle)) return () => false;
  const doubtful = needles.filter(({ needle }) => !needle.isCertain);
  const proofs = doubtful.map(({ needle }) => provePhrase(segment, needle, documents, scratch));
  return (place) => proofs.every((proof) => proof?.[place] === 1);
}

/** Candidates in the order given, so many together that at most `READ_AT_ONCE` of them are open. */
function* batches(candidates: readonly Candidate[]): Generator<readonly Candidate[]> {
  let start = 0;
  let open = 0;
  for (const [i, { isOpen }] of candidates.entries()) {
    if (!isOpen || ++open < READ_AT_ONCE) continue;
    yield candidates.slice(start, i + 1);
    [start, open] = [i + 1, 0];
  }
  if (start < candidates.length) yield candidates.slice(start);
}

/** The same search, of which all is to be known. */
const wholly = ({ searched, options: { enough: _, ...options } }: Step): Step => ({ searched, options });

/** A document's place among all, as one number. */
const placeOf = (segment: number, document: number): number => segment * 2 ** 32 + document;

const placesOf = (ranked: readonly Ranked[]): Set<number> =>
  new Set(ranked.map(({ segment, document }) => placeOf(segment, document)));

const found = (
  { segments }: Searched,
  { segment, document, score }: Ranked,
  exact: boolean,
): FoundDocument => ({
  id: (segments[segment] as SearchedSegment).segment.id(document),
  score,
  exact,
});
