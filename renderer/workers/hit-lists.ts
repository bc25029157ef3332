import { utf8fromString } from '@exodus/bytes/utf8.js';
import { decode } from '@shared/decode/decode.ts';
import { writeSpans } from '@shared/exchange/evidence.ts';
import { writeCsv } from '@shared/exchange/forms/csv.ts';
import { writeXlsx } from '@shared/exchange/forms/xlsx.ts';
import type { Column, Row } from '@shared/exchange/tables.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { BodyIndex } from '@shared/search/body-index.ts';
import { type ConcordanceOrder, lineAround, orderLines } from '@shared/search/concordance/keyword-line.ts';
import { HitDescriber } from '@shared/search/passages/describe-hit.ts';
import type { Mark } from '@shared/search/search-index.ts';
import { documentOf, markOfSpans, spansOfMark, spansOfTitleMark } from '../library/article-document.ts';
import type { ArticleRow, IndexedArticle } from '../library/rows.ts';
import { gatherBlob } from './gather-blob.ts';
import type { ConcordanceFound, ConcordanceLine, ListForm, ListName, TermHits } from './lists-calls.ts';
import { type ChosenFacets, FACETS, type SearchRequest } from './search-calls.ts';
import type { SearchedLibrary } from './searched-library.ts';
import { findAsked, type Ranked, rank } from './searching.ts';
import { spansOfWords } from './words-passage.ts';

/** Articles that are read at once. */
const READ_AT_ONCE = 100;
/** Lines that a concordance holds. */
const MOST_LINES = 100_000;

const NO_FACETS = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as ChosenFacets;

/** A place of an article that answers, in a text of it. */
interface Place {
  readonly text: string;
  readonly mark: Mark;
  readonly spans: readonly SourceSpan[];
}

interface AnsweringArticle {
  readonly row: ArticleRow;
  readonly about: IndexedArticle;
  readonly places: readonly Place[];
}

/** Tables of hits: what a list of terms has, and every place of a search with the words around it. */
export class HitLists {
  private readonly index: BodyIndex;
  private readonly library: SearchedLibrary;
  private readonly tell: (done: number, total: number) => void;
  private turn = 0;
  private terms: readonly TermHits[] = [];
  private lines: readonly ConcordanceLine[] = [];
  private ordered: {
    readonly of: unknown;
    readonly by: ConcordanceOrder;
    readonly places: Uint32Array;
  } | null = null;

  /** @param tell how far a list is. */
  constructor(index: BodyIndex, library: SearchedLibrary, tell: (done: number, total: number) => void) {
    this.index = index;
    this.library = library;
    this.tell = tell;
  }

  /** Ends what is under way. */
  stop(): void {
    this.turn++;
  }

  async countTerms(
    terms: readonly string[],
    tags: SearchRequest['tags'],
  ): Promise<readonly TermHits[] | null> {
    const isStale = this.begin();
    const counted: TermHits[] = [];
    for (const term of terms) {
      this.tell(counted.length, terms.length);
      const hits = await this.countTerm(term, tags, isStale);
      if (!hits) return null;
      counted.push(hits);
    }
    this.terms = counted;
    return counted;
  }

  async gatherLines(request: SearchRequest): Promise<ConcordanceFound | null> {
    const isStale = this.begin();
    const ranked = await rank(request, this.index, this.library, isStale, Number.POSITIVE_INFINITY);
    if (!ranked) return null;
    const exact = ranked.sorted.filter((candidate) => candidate.exact);
    const answers = exact.length > 0 ? exact : ranked.sorted;
    const lines: ConcordanceLine[] = [];
    let isCut = false;
    for await (const { row, about, places } of this.read(ranked, answers, isStale, this.tell)) {
      for (const { text, mark, spans } of places) {
        if (lines.length === MOST_LINES) {
          isCut = true;
          break;
        }
        const { id: article, title, published, source: newspaper, sourceName } = about;
        const words = lineAround(text, mark);
        lines.push({ ...words, article, title, published, newspaper, sourceName, source: row.source, spans });
      }
      if (isCut) break;
    }
    if (isStale()) return null;
    this.lines = lines;
    return { lines: lines.length, articles: answers.length, isCut };
  }

  linesAt(order: ConcordanceOrder, from: number, to: number): readonly ConcordanceLine[] {
    const places = this.placesIn(order).subarray(from, to);
    return Array.from(places, (at) => this.lines[at] as ConcordanceLine);
  }

  /** The list as it was last made. */
  async write(list: ListName, form: ListForm, order: ConcordanceOrder): Promise<Blob> {
    const [columns, rows] =
      list === 'terms'
        ? [TERM_COLUMNS, this.terms.map(cellsOfTerm)]
        : [LINE_COLUMNS, this.cellsOfLines(order)];
    if (form === 'xlsx') return await gatherBlob(writeXlsx([{ name: list, columns, rows }]));
    return await gatherBlob(encode(writeCsv({ columns }, rows)));
  }

  private begin(): () => boolean {
    const mine = ++this.turn;
    return () => mine !== this.turn;
  }

  private async countTerm(
    term: string,
    tags: SearchRequest['tags'],
    isStale: () => boolean,
  ): Promise<TermHits | null> {
    const request = {
      query: term,
      chosen: NO_FACETS,
      sort: 'relevance',
      shown: 0,
      bookmarked: [],
      tags,
    } as const;
    const ranked = await rank(request, this.index, this.library, isStale, Number.POSITIVE_INFINITY);
    if (!ranked) return null;
    const answers = ranked.all.filter((candidate) => candidate.exact);
    let hits = 0;
    for await (const { places } of this.read(ranked, answers, isStale)) hits += places.length;
    if (isStale()) return null;
    const dates = answers.flatMap(({ about }) => about.published ?? []).sort();
    return {
      term,
      articles: answers.length,
      hits,
      newspapers: new Set(answers.map(({ about }) => about.source)).size,
      first: dates[0] ?? null,
      last: dates.at(-1) ?? null,
      askedAs: ranked.askedAs,
      problems: ranked.query.problems,
    };
  }

  /** Reads some answers at a time; ends where it is stopped. */
  private async *read(
    { query, found, narrowing }: Ranked,
    answers: Ranked['sorted'],
    isStale: () => boolean,
    tell: (done: number, total: number) => void = () => undefined,
  ): AsyncGenerator<AnsweringArticle> {
    const describer = new HitDescriber(found.needles, this.library.knowledge.folding);
    for (let i = 0; i < answers.length && !isStale(); i += READ_AT_ONCE) {
      tell(i, answers.length);
      const some = answers.slice(i, i + READ_AT_ONCE);
      const rows = await this.library.rows(some.map(({ id }) => id));
      for (const [k, answer] of some.entries()) {
        const row = rows[k];
        if (!row) continue;
        const document = documentOf(row.article);
        const hit = describer.describe(answer, query.words.length > 0 ? document : null, false);
        const { facts, quotes } = findAsked(row, narrowing);
        const { title, text } = document;
        yield {
          row,
          about: answer.about,
          places: [
            ...hit.titleMarks.map((mark) => ({ text: title, mark, spans: spansOfTitleMark(document, mark) })),
            ...hit.marks.map((mark) => ({ text, mark, spans: spansOfMark(document, mark) })),
            ...[...facts, ...quotes].map((asked): Place => {
              const spans = spansOfWords(asked);
              const mark = markOfSpans(document, spans);
              // What stands in the headline stands in none of the searched text.
              return mark ? { text, mark, spans } : { text: asked.text, mark: [0, asked.text.length], spans };
            }),
          ],
        };
      }
    }
  }

  private placesIn(by: ConcordanceOrder): Uint32Array {
    if (this.ordered?.of !== this.lines || this.ordered.by !== by)
      this.ordered = { of: this.lines, by, places: orderLines(this.lines, by) };
    return this.ordered.places;
  }

  private *cellsOfLines(order: ConcordanceOrder): Generator<Row> {
    for (const at of this.placesIn(order)) {
      const { left, words, right, title, newspaper, published, article, sourceName, source, spans } = this
        .lines[at] as ConcordanceLine;
      yield [left, words, right, title, newspaper, published, article, sourceName, source, writeSpans(spans)];
    }
  }
}

/** The terms of a text file or of what was pasted, one a line, each once. */
const termsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\r\n]/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

export function readTerms(bytes: Uint8Array): readonly string[] | null {
  const read = decode(bytes);
  return read.ok ? termsOf(read.value.text) : null;
}

const text = (name: string): Column => ({ name, type: 'text' });
const number = (name: string): Column => ({ name, type: 'number' });
const date = (name: string): Column => ({ name, type: 'date' });

const TERM_COLUMNS: readonly Column[] = [
  text('term'),
  number('articles'),
  number('hits'),
  number('newspapers'),
  date('first'),
  date('last'),
  text('asked_as'),
];

const cellsOfTerm = ({ term, articles, hits, newspapers, first, last, askedAs }: TermHits): Row => [
  term,
  articles,
  hits,
  newspapers,
  first,
  last,
  askedAs,
];

const LINE_COLUMNS: readonly Column[] = [
  text('left'),
  text('words'),
  text('right'),
  text('headline'),
  text('newspaper'),
  date('published'),
  text('article'),
  text('source_name'),
  text('source_sha256'),
  text('spans'),
];

async function* encode(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield utf8fromString(piece);
}
