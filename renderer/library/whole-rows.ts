import { FACT_MARKS, FACT_TEXTS } from '@shared/search/claims/claim.ts';
import type {
  ArticleRow,
  ClaimsRow,
  IndexedRow,
  NamedRow,
  OfferedRow,
  SourceRow,
  TextRow,
  UnreadRow,
} from './rows.ts';

/**
 * Whether rows have their form, as far as what reads them relies on it. IndexedDB answers what lies on the
 * disk; a row that is none is left out where it is read, and its source is derived again.
 */
type Stored<Row> = { readonly [Key in keyof Row]?: unknown };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
const isList = (value: unknown): value is readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) && value.every(isObject);
const isReading = (value: unknown): boolean =>
  isObject(value) && typeof value.text === 'string' && isList(value.pieces);

export function isWholeSource({
  sha256,
  stamp,
  articles,
  record,
  imprint,
  doubts,
  sheets,
}: Stored<SourceRow>): boolean {
  return (
    typeof sha256 === 'string' &&
    typeof stamp === 'string' &&
    isList(articles) &&
    isList(doubts) &&
    isList(sheets) &&
    isObject(imprint) &&
    isObject(record) &&
    typeof record.name === 'string' &&
    typeof record.reader === 'string' &&
    isObject(record.publishedOn)
  );
}

export function isWholeArticle({ id, source, article, facts, names, quotes }: Stored<ArticleRow>): boolean {
  return (
    typeof id === 'string' &&
    typeof source === 'string' &&
    [facts, names, quotes].every(isList) &&
    isObject(article) &&
    isReading(article.body) &&
    [article.title, article.subtitle].every((reading) => reading === null || isReading(reading)) &&
    Array.isArray(article.captions) &&
    article.captions.every(isReading) &&
    isList(article.paragraphs) &&
    isList(article.headings) &&
    isObject(article.byline) &&
    Array.isArray(article.byline.names) &&
    isList(article.byline.spans)
  );
}

export const isWholeText = ({ text, textHash, read }: Stored<TextRow>): boolean =>
  typeof text === 'string' && typeof textHash === 'string' && isObject(read);

export const isWholeUnread = ({ name, reason }: Stored<UnreadRow>): boolean =>
  typeof name === 'string' && isObject(reason) && typeof reason.reason === 'string';

export const isWholeIndexed = ({ stamp, articles }: Stored<IndexedRow>): boolean =>
  typeof stamp === 'string' &&
  Array.isArray(articles) &&
  articles.every(
    (article) =>
      isObject(article) &&
      typeof article.title === 'string' &&
      [article.places, article.programmes, article.names, article.speakers].every(Array.isArray),
  );

export const isWholeOffered = ({ names, figures }: Stored<OfferedRow>): boolean =>
  isList(names) && isList(figures);

/** What columns keep of each article of a source: its texts, and numbers for them. */
const isPacked = (
  articles: unknown,
  isWhole: (packed: Readonly<Record<string, unknown>>) => boolean,
): boolean =>
  isList(articles) &&
  articles.every(
    (packed) => typeof packed.article === 'string' && Array.isArray(packed.texts) && isWhole(packed),
  );

export const isWholeClaims = ({ articles }: Stored<ClaimsRow>): boolean =>
  isPacked(
    articles,
    (packed) =>
      packed.codes instanceof Uint32Array &&
      packed.marks instanceof Uint8Array &&
      packed.values instanceof Float64Array &&
      packed.values.length === Number(packed.facts) * 2 &&
      packed.codes.length === Number(packed.facts) * FACT_TEXTS.length &&
      packed.marks.length === Number(packed.facts) * FACT_MARKS.length,
  );

export const isWholeNamed = ({ articles }: Stored<NamedRow>): boolean =>
  isPacked(articles, ({ said, posts, paths, subjects, speakers }) =>
    [said, posts, paths, subjects, speakers].every(
      (numbers) => numbers instanceof Uint32Array && numbers.length % 2 === 0,
    ),
  );
