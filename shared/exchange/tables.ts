import type { Bookmark } from '@shared/journal/state.ts';
import type { Article } from '@shared/model/extraction.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { NameMention } from '@shared/model/name.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import type { Quotation } from '@shared/model/quotation.ts';
import { spansOfReading } from '@shared/text/reading-spans.ts';
import { joinLines } from '@shared/text/unseen.ts';
import { type Choice, inChoice, isChosen, isConfirmed, spansOf, standsWithin } from './choice.ts';
import { type CitedArticle, citeArticle } from './citation/cited-article.ts';
import { type Evidence, evidenceOf, writeSpans } from './evidence.ts';
import { citedPage, type ExportedSource } from './exported-source.ts';

/** What a cell holds; null where the page says nothing. */
export type Cell = string | number | null;

/** A column by its name in every form; numbers and whole days are such where the form knows them. */
export interface Column {
  readonly name: string;
  readonly type: 'text' | 'number' | 'date';
}

export type Row = readonly Cell[];

/** Rows of one kind with their columns; the order of both is part of the format. */
export interface Table {
  readonly name: TableName;
  readonly columns: readonly Column[];
  rows(source: ExportedSource, choice: Choice): Iterable<Row>;
}

export const TABLE_NAMES = ['facts', 'names', 'quotes', 'bookmarks', 'articles', 'texts', 'doubts'] as const;

export type TableName = (typeof TABLE_NAMES)[number];

const text = (name: string): Column => ({ name, type: 'text' });
const number = (name: string): Column => ({ name, type: 'number' });
/** ISO 8601, as precise as the page is. */
const date = (name: string): Column => ({ name, type: 'date' });

/** Where an item stands: its article, and how the article is cited. */
const PLACE: readonly Column[] = [
  text('article'),
  text('headline'),
  text('byline'),
  text('newspaper'),
  text('edition'),
  date('published'),
  text('published_basis'),
  text('newspaper_basis'),
  text('edition_basis'),
];

/** What lets another prove an item; see FORMAT.md. */
const PROOF: readonly Column[] = [
  text('source_name'),
  text('source_sha256'),
  text('reader'),
  text('text_sha256'),
  text('spans'),
  text('exact'),
  text('prefix'),
  text('suffix'),
  text('engine'),
];

const placeCells = (cited: CitedArticle | null): Row => [
  cited?.id ?? null,
  cited?.title ?? null,
  cited && cited.authors.length > 0 ? cited.authors.join('、') : null,
  cited?.newspaper?.text ?? null,
  cited?.edition?.text ?? null,
  cited?.date?.text ?? null,
  cited?.date?.basis ?? null,
  cited?.newspaper?.basis ?? null,
  cited?.edition?.basis ?? null,
];

const proofCells = (evidence: Evidence): Row => [
  evidence.sourceName,
  evidence.sourceSha256,
  evidence.reader,
  evidence.textSha256,
  writeSpans(evidence.spans),
  evidence.exact,
  evidence.prefix,
  evidence.suffix,
  evidence.engine,
];

const FACT_COLUMNS: readonly Column[] = [
  text('id'),
  text('words'),
  text('kind'),
  number('value'),
  number('value_max'),
  date('date'),
  text('unit'),
  text('bound'),
  text('per'),
  text('direction'),
  text('modality'),
  number('multiplier'),
  text('measure'),
  text('subject'),
  date('when'),
  text('status'),
  number('confidence'),
  text('rule'),
  text('terms'),
];

/** A value is a number or, for times, an ISO date; each has its own column. */
const factCells = (fact: Fact): Row => [
  fact.id,
  fact.text,
  fact.kind,
  typeof fact.value === 'number' ? fact.value : null,
  fact.valueMax ?? null,
  typeof fact.value === 'string' ? fact.value : null,
  fact.unit,
  fact.bound,
  fact.per ?? null,
  fact.direction ?? null,
  fact.modality ?? null,
  fact.multiplier ?? null,
  fact.measure?.text ?? null,
  fact.subject?.text ?? null,
  fact.when,
  fact.verdict ?? 'found',
  fact.confidence,
  fact.rule,
  fact.terms?.join(':') ?? null,
];

const NAME_COLUMNS = [text('words'), text('type'), text('canonical'), text('role'), text('place_code')];

const nameCells = (name: NameMention): Row => [
  name.text,
  name.type,
  name.canonical ?? null,
  name.role ?? null,
  name.places?.length === 1 ? (name.places[0]?.code ?? null) : null,
];

const QUOTE_COLUMNS = [text('words'), text('manner'), text('speaker')];

const quoteCells = (quote: Quotation): Row => [quote.text, quote.manner, quote.speaker?.text ?? null];

const BOOKMARK_COLUMNS = [
  text('id'),
  text('words'),
  text('note'),
  text('tags'),
  text('colour'),
  text('made_at'),
  text('changed_at'),
];

const bookmarkCells = (bookmark: Bookmark): Row => [
  bookmark.id,
  joinLines(bookmark.target.quote.exact),
  bookmark.note,
  bookmark.tags.join(' '),
  bookmark.colour ?? null,
  bookmark.madeAt,
  bookmark.changedAt,
];

/** What is cited of each article, by id. */
export function citedArticles(source: ExportedSource): ReadonlyMap<string, CitedArticle> {
  const page = citedPage(source);
  return new Map(source.extraction.articles.map((article) => [article.id, citeArticle(article, page)]));
}

/** The article that holds a place, or null for words that belong to none. */
function articleAt(source: ExportedSource, at: number): Article | null {
  const holds = ({ title, subtitle, body, captions }: Article): boolean =>
    [title, subtitle, body, ...captions].some((reading) =>
      reading?.pieces.some(({ to, length }) => at >= to && at < to + length),
    );
  return source.extraction.articles.find(holds) ?? null;
}

function tableOf<
  Item extends SourceSpan & { readonly article: string; readonly spans?: readonly SourceSpan[] },
>(
  name: TableName,
  own: readonly Column[],
  cells: (item: Item) => Row,
  items: (source: ExportedSource, choice: Choice) => Iterable<Item>,
): Table {
  return {
    name,
    columns: [...own, ...PLACE, ...PROOF],
    *rows(source, choice) {
      const cited = citedArticles(source);
      for (const item of items(source, choice))
        if (isChosen(item, choice))
          yield [
            ...cells(item),
            ...placeCells(cited.get(item.article) ?? null),
            ...proofCells(evidenceOf(spansOf(item), source)),
          ];
    },
  };
}

const facts = tableOf<Fact>('facts', FACT_COLUMNS, factCells, ({ extraction }, choice) =>
  extraction.facts.filter((fact) => !choice.confirmedOnly || isConfirmed(fact)),
);

const names = tableOf<NameMention>('names', NAME_COLUMNS, nameCells, ({ extraction }) => extraction.names);

const quotes = tableOf<Quotation>('quotes', QUOTE_COLUMNS, quoteCells, ({ extraction }) => extraction.quotes);

const bookmarks: Table = {
  name: 'bookmarks',
  columns: [...BOOKMARK_COLUMNS, ...PLACE, ...PROOF],
  *rows(source, choice) {
    const cited = citedArticles(source);
    for (const bookmark of source.bookmarks) {
      const { target } = bookmark;
      if (!(choice.bookmarks?.has(bookmark.id) ?? standsWithin(target.spans, choice))) continue;
      const article = articleAt(source, target.spans[0]?.start ?? 0);
      if (choice.articles && !(article && choice.articles.has(article.id))) continue;
      yield [
        ...bookmarkCells(bookmark),
        ...placeCells((article && cited.get(article.id)) ?? null),
        // A bookmark's words are what the person marked, also where the text has changed since.
        ...proofCells({
          sourceName: source.extraction.source.name,
          sourceSha256: target.source,
          reader: source.reader,
          textSha256: target.textHash,
          spans: target.spans,
          exact: target.quote.exact,
          prefix: target.quote.prefix,
          suffix: target.quote.suffix,
          engine: source.engine,
        }),
      ];
    }
  },
};

const articles: Table = {
  name: 'articles',
  columns: [
    ...PLACE,
    text('subtitle'),
    text('kind'),
    text('text'),
    number('doubts'),
    text('continues_in'),
    text('continued_from'),
    ...PROOF.filter(({ name }) => /^(source|reader|text_sha)/.test(name)),
  ],
  *rows(source, choice) {
    const cited = citedArticles(source);
    for (const [index, article] of source.extraction.articles.entries()) {
      if (!inChoice(article.id, choice)) continue;
      yield [
        ...placeCells(cited.get(article.id) ?? null),
        article.subtitle?.text ?? null,
        article.kind,
        article.body.text || article.captions.map((caption) => caption.text).join('\n'),
        source.extraction.doubts.filter((doubt) => doubt.article === index).length,
        otherPart(source, article, 'first'),
        otherPart(source, article, 'second'),
        source.extraction.source.name,
        source.anchored.source,
        source.reader,
        source.anchored.textHash,
      ];
    }
  },
};

/** Where the words stand in which a story goes on that this article is the first part of, or comes from as the second. */
function otherPart(source: ExportedSource, article: Article, end: 'first' | 'second'): string | null {
  const story = source.continued?.find(({ [end]: own }) => {
    const isHere = own.source === source.anchored.source && own.textHash === source.anchored.textHash;
    return isHere && articleAt(source, own.spans[0]?.start ?? -1)?.id === article.id;
  });
  if (!story) return null;
  const other = end === 'first' ? story.second : story.first;
  return `${other.source} ${writeSpans(other.spans)}`;
}

/** A reading text of an article: its words without the page's line ends, tied to the source. */
interface Passage extends SourceSpan {
  readonly article: string;
  readonly part: 'title' | 'subtitle' | 'body' | 'caption';
  readonly text: string;
  readonly spans: readonly SourceSpan[];
}

function* passagesOf({ extraction, anchored }: ExportedSource): Generator<Passage> {
  for (const { id, title, subtitle, body, captions } of extraction.articles) {
    const parts = [
      ['title', title],
      ['subtitle', subtitle],
      ['body', body],
      ...captions.map((caption) => ['caption', caption] as const),
    ] as const;
    for (const [part, reading] of parts) {
      const spans = spansOfReading(reading, anchored.text);
      const [hull] = spans;
      if (reading && hull) yield { ...hull, article: id, part, text: reading.text, spans };
    }
  }
}

const texts = tableOf<Passage>(
  'texts',
  [text('words'), text('part')],
  (passage) => [passage.text, passage.part],
  passagesOf,
);

const doubts: Table = {
  name: 'doubts',
  columns: [text('reason'), number('probability'), ...PLACE, ...PROOF],
  *rows(source, choice) {
    const cited = citedArticles(source);
    for (const { reason, article, span, ...rest } of source.extraction.doubts) {
      const id = article === null ? null : (source.extraction.articles[article]?.id ?? null);
      if (span.start >= span.end || (choice.articles && !(id && choice.articles.has(id)))) continue;
      if (!standsWithin([span], choice)) continue;
      yield [
        reason,
        'probability' in rest && typeof rest.probability === 'number' ? rest.probability : null,
        ...placeCells((id && cited.get(id)) || null),
        ...proofCells(evidenceOf([span], source)),
      ];
    }
  },
};

/** Every table that can go out. */
export const TABLES: Readonly<Record<TableName, Table>> = {
  facts,
  names,
  quotes,
  bookmarks,
  articles,
  texts,
  doubts,
};
