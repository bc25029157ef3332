import { utf8fromString } from '@exodus/bytes/utf8.js';
import { writeSpans } from '@shared/exchange/evidence.ts';
import { writeCsv } from '@shared/exchange/forms/csv.ts';
import { writeXlsx } from '@shared/exchange/forms/xlsx.ts';
import type { Column, Row } from '@shared/exchange/tables.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { BodyIndex } from '@shared/search/body-index.ts';
import { type ConcordanceOrder, lineAround, orderLines } from '@shared/search/concordance/keyword-line.ts';
import { HitDescriber } from '@shared/search/passages/describe-hit.ts';
import type { Mark } from '@shared/search/search-index.ts';
import {
  type ArticleDocument,
  documentOf,
  markOfSpans,
  spansOfMark,
  spansOfTitleMark,
} from '../library/article-document.ts';
import type { ArticleRow } from '../library/rows.ts';
import { gatherBlob } from './gather-blob.ts';
import type { ConcordanceFound, ConcordanceLine, ListForm, ListName, TermHits } from './lists-calls.ts';
import { type ChosenFacets, FACETS, type SearchRequest } from './search-calls.ts';
import type { SearchedLibrary } from './searched-library.ts';
import { answersOf, type Candidate, findAsked, type Ranked, rank } from './searching.ts';
import { spansOfWords } from './words-passage.ts';

/** Articles that are read at once. */
const READ_AT_ONCE = 100;
/** Answers to the terms of a list that are held before their articles are read, each once for all that it answers. */
const MOST_HELD = 50_000;
/** Lines that a concordance holds. */
const MOST_LINES = 100_000;

const NO_FACETS = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as ChosenFacets;

/** A place of an article that answers, in a text of it. */
interface Place {
  readonly text: string;
  readonly mark: Mark;
  readonly spans: readonly SourceSpan[];
}

/** A search, the articles that answer it, and what shows where. */
interface Asked {
  readonly ranked: Ranked;
  readonly answers: readonly Candidate[];
  readonly describer: HitDescriber;
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
    while (counted.length < terms.length) {
      const from = counted.length;
      const held: Asked[] = [];
      for (let answers = 0; from + held.length < terms.length && answers < MOST_HELD; ) {
        this.tell(Math.floor(from + held.length / 2), terms.length);
        const asked = await this.askTerm(terms[from + held.length] as string, tags, isStale);
        if (!asked) return null;
        held.push(asked);
        answers += asked.answers.length;
      }
      const places = await this.countPlaces(held, isStale, (done, total) =>
        this.tell(Math.floor(from + (held.length * (1 + done / total)) / 2), terms.length),
      );
      if (isStale()) return null;
      for (const [i, asked] of held.entries())
        counted.push(describeTerm(terms[from + i] as string, asked, places[i] as number));
    }
    this.terms = counted;
    return counted;
  }

  async gatherLines(request: SearchRequest): Promise<ConcordanceFound | null> {
    const isStale = this.begin();
    const ranked = await rank(request, this.index, this.library, isStale, { most: Number.POSITIVE_INFINITY });
    if (!ranked) return null;
    const asked = this.ask(ranked, answersOf(ranked));
    const lines: ConcordanceLine[] = [];
    let articles = 0;
    let isCut = false;
    for await (const { one, row } of this.read(asked.answers, isStale, this.tell)) {
      const { id: article, title, published, source: newspaper, sourceName } = one.about;
      const places = placesOf(asked, one, row, documentOf(row.article));
      const room = MOST_LINES - lines.length;
      for (const { text, mark, spans } of places.slice(0, room)) {
        const words = lineAround(text, mark);
        lines.push({ ...words, article, title, published, newspaper, sourceName, source: row.source, spans });
      }
      if (places.length > 0 && room > 0) articles++;
      isCut = places.length > room;
      if (isCut) break;
    }
    if (isStale()) return null;
    this.lines = lines;
    return { lines: lines.length, articles, isCut };
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

  private async askTerm(
    query: string,
    tags: SearchRequest['tags'],
    isStale: () => boolean,
  ): Promise<Asked | null> {
    const request = { query, chosen: NO_FACETS, sort: 'relevance', shown: 0, bookmarked: [], tags } as const;
    const ranked = await rank(request, this.index, this.library, isStale, { most: Number.POSITIVE_INFINITY });
    return (
      ranked &&
      this.ask(
        ranked,
        ranked.all.filter((candidate) => candidate.exact),
      )
    );
  }

  private ask(ranked: Ranked, answers: readonly Candidate[]): Asked {
    const { folding } = this.library.knowledge;
    return { ranked, answers, describer: new HitDescriber(ranked.found.needles, folding) };
  }

  /** Places that answer each of some searches. */
  private async countPlaces(
    searches: readonly Asked[],
    isStale: () => boolean,
    tell: (done: number, total: number) => void,
  ): Promise<readonly number[]> {
    const places = searches.map(() => 0);
    const articles = new Map<string, { readonly id: string; readonly answers: Map<number, Candidate> }>();
    for (const [at, { answers }] of searches.entries())
      for (const answer of answers) {
        const article = articles.get(answer.id) ?? { id: answer.id, answers: new Map() };
        article.answers.set(at, answer);
        articles.set(answer.id, article);
      }
    for await (const { one, row } of this.read([...articles.values()], isStale, tell)) {
      const document = documentOf(row.article);
      for (const [at, answer] of one.answers)
        places[at]! += placesOf(searches[at] as Asked, answer, row, document).length;
    }
    return places;
  }

  /** Reads the articles of some things, some at a time; ends where it is stopped. */
  private async *read<One extends { readonly id: string }>(
    all: readonly One[],
    isStale: () => boolean,
    tell: (done: number, total: number) => void,
  ): AsyncGenerator<{ readonly one: One; readonly row: ArticleRow }> {
    for (let i = 0; i < all.length && !isStale(); i += READ_AT_ONCE) {
      tell(i, all.length);
      const some = all.slice(i, i + READ_AT_ONCE);
      const rows = await this.library.rows(some.map(({ id }) => id));
      for (const [k, one] of some.entries()) {
        const row = rows[k];
        if (row) yield { one, row };
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

/** Where an article answers a search. */
function placesOf(
  { ranked: { query, narrowing }, describer }: Asked,
  answer: Candidate,
  row: ArticleRow,
  document: ArticleDocument,
): Place[] {
  const hit = describer.describe(answer, query.words.length > 0 ? document : null, false);
  const { facts, quotes } = findAsked(row, narrowing);
  const { title, text } = document;
  return [
    ...hit.titleMarks.map((mark) => ({ text: title, mark, spans: spansOfTitleMark(document, mark) })),
    ...hit.marks.map((mark) => ({ text, mark, spans: spansOfMark(document, mark) })),
    ...[...facts, ...quotes].map((asked): Place => {
      const spans = spansOfWords(asked);
      const mark = markOfSpans(document, spans);
      // What stands in the headline stands in none of the searched text.
      return mark ? { text, mark, spans } : { text: asked.text, mark: [0, asked.text.length], spans };
    }),
  ];
}

function describeTerm(term: string, { ranked, answers }: Asked, hits: number): TermHits {
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
