import type { Extraction } from '@shared/model/extraction.ts';
import { openingOf } from '@shared/model/page.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { Extracted } from '@shared/pipeline/extract.ts';
import { Dexie, type Table } from 'dexie';
import {
  type ArticleRow,
  type ArticleSummary,
  type ClaimsRow,
  type IndexedRow,
  LIBRARY_SCHEMA,
  type NamedRow,
  type OfferedRow,
  type Origin,
  type PrintedWordsRow,
  type SegmentRow,
  type SourceRow,
  type TextRow,
  type UnreadRow,
} from './rows.ts';
import { isWholeArticle, isWholeSource, isWholeText, isWholeUnread } from './whole-rows.ts';

/** Dexie multiplies a version by ten before it hands it to IndexedDB. */
export const NATIVE_VERSION = LIBRARY_SCHEMA * 10;
const HEAD_LENGTH = 24;

/** The beginning of its source's hash, with which an article's id begins. */
export const headOf = (article: string): string => article.split('-')[0] ?? article;

/** What one run gives and the library keeps of it. */
export type Kept = Omit<Extracted, 'recognised'> & Pick<TextRow, 'printHash' | 'read' | 'encodingGiven'>;

/** What rows were derived with; `undated` leaves out the publication date that the person gives. */
export interface Stamps {
  readonly stamp: string;
  readonly undated: string;
}

/** Everything derived, and nothing that a person made: it may vanish at any time and is built again. */
export class Library extends Dexie {
  declare readonly sources: Table<SourceRow, string>;
  declare readonly texts: Table<TextRow, string>;
  declare readonly articles: Table<ArticleRow, string>;
  declare readonly segments: Table<SegmentRow, string>;
  declare readonly indexed: Table<IndexedRow, string>;
  declare readonly offered: Table<OfferedRow, string>;
  declare readonly claims: Table<ClaimsRow, string>;
  declare readonly named: Table<NamedRow, string>;
  declare readonly unread: Table<UnreadRow, string>;
  declare readonly printedWords: Table<PrintedWordsRow, string>;

  /** Is told the beginning of the hash of a source that has a torn row: it is to be derived again. */
  onTorn: (start: string) => void = () => undefined;

  constructor(name: string) {
    super(name);
    this.version(LIBRARY_SCHEMA).stores({
      sources: 'sha256, stamp',
      texts: 'sha256, printHash',
      articles: 'id, source',
      segments: 'key',
      indexed: 'sha256, stamp',
      offered: 'sha256',
      claims: 'sha256',
      named: 'sha256',
      unread: 'sha256',
      printedWords: 'sha256',
    });
  }

  /** Replaces all rows of one source in one transaction: readers see the old state or the new one. */
  async keep(extracted: Kept, origin: Origin, { stamp, undated }: Stamps): Promise<void> {
    const { extraction, text, textHash, closedDoubts, unplacedCuts, takenAway, unattachedVerdicts } =
      extracted;
    const { rejectedNames, unattachedNames } = extracted;
    const { printHash, read, encodingGiven } = extracted;
    const sha256 = extraction.source.sha256;
    const rows = articleRows(extraction, stamp);
    await this.transaction('rw', this.tablesOfSource(), async () => {
      await this.unread.delete(sha256);
      await this.printedWords.delete(sha256);
      await this.articles.where('source').equals(sha256).delete();
      await this.articles.bulkPut(rows);
      await this.texts.put({ sha256, text, textHash, printHash, read, encodingGiven });
      await this.sources.put({
        sha256,
        origin,
        stamp,
        undated,
        record: extraction.source,
        sheets: extraction.sheets,
        furniture: extraction.furniture,
        duplicates: extraction.duplicates,
        imprint: extraction.imprint,
        doubts: extraction.doubts,
        closedDoubts,
        unplacedCuts,
        takenAway,
        rejectedNames,
        unattachedVerdicts,
        unattachedNames,
        articles: rows.map((row) => summarise(row, extraction.doubts)),
      });
    });
  }

  /** What was kept of a source, null when a part of it is missing. */
  async read(sha256: SourceHash): Promise<Kept | null> {
    return await this.transaction('r', this.sources, this.texts, this.articles, async () => {
      const source = await this.sources.get(sha256);
      const text = await this.texts.get(sha256);
      const rows = await this.articles.where('source').equals(sha256).sortBy('order');
      if (!source || !text || !isWholeSource(source) || !isWholeText(text)) return null;
      if (rows.length !== source.articles.length || !rows.every(isWholeArticle)) return null;
      const { record, sheets, furniture, duplicates, imprint, doubts, closedDoubts } = source;
      return {
        text: text.text,
        textHash: text.textHash,
        printHash: text.printHash,
        read: text.read,
        encodingGiven: text.encodingGiven,
        closedDoubts,
        unplacedCuts: source.unplacedCuts,
        takenAway: source.takenAway,
        rejectedNames: source.rejectedNames,
        unattachedVerdicts: source.unattachedVerdicts,
        unattachedNames: source.unattachedNames,
        extraction: {
          source: record,
          sheets,
          places: text.read.places,
          articles: rows.map(({ article }) => article),
          furniture,
          duplicates,
          imprint,
          doubts,
          facts: rows.flatMap(({ facts }) => facts),
          names: rows.flatMap(({ names }) => names),
          quotes: rows.flatMap(({ quotes }) => quotes),
        },
      };
    });
  }

  /** A source on the shelf whose text has this printed form. */
  async findTwin(printHash: string): Promise<SourceRow | null> {
    const twins = await this.texts.where('printHash').equals(printHash).primaryKeys();
    return (await this.readSources(twins))[0] ?? null;
  }

  async forget(sha256: SourceHash, sparesText = false): Promise<void> {
    await this.transaction('rw', this.tablesOfSource(), async () => {
      await this.unread.delete(sha256);
      await this.articles.where('source').equals(sha256).delete();
      await this.printedWords.delete(sha256);
      if (!sparesText) await this.texts.delete(sha256);
      await this.sources.delete(sha256);
    });
  }

  /** Sources, of these or of all, whose rows have their form; torn ones are left out until derived again. */
  async readSources(hashes?: readonly string[]): Promise<SourceRow[]> {
    const rows = hashes ? await this.sources.bulkGet([...hashes]) : await this.sources.toArray();
    return rows.filter((row) => row !== undefined && isWholeSource(row)) as SourceRow[];
  }

  /** Articles by their ids, in that order; torn ones are told of and left out as if they were not there. */
  async readArticles(ids: readonly string[]): Promise<(ArticleRow | undefined)[]> {
    return (await this.articles.bulkGet([...ids])).map((row) => row && this.unlessTorn(row));
  }

  /** The source of an article in the library, told by the keys alone; null when it is not there. */
  async sourceOfArticle(id: string): Promise<SourceHash | null> {
    const sources = await this.sources.where('sha256').startsWith(headOf(id)).primaryKeys();
    for (const source of sources) {
      const articles = await this.articles.where('source').equals(source).primaryKeys();
      if (articles.includes(id)) return source as SourceHash;
    }
    return null;
  }

  /** All articles of some sources or, without any, of the library, without the torn ones. */
  async readArticlesOf(sources?: readonly string[]): Promise<ArticleRow[]> {
    const rows = await (sources
      ? this.articles
          .where('source')
          .anyOf([...sources])
          .toArray()
      : this.articles.toArray());
    return rows.flatMap((row) => this.unlessTorn(row) ?? []);
  }

  /** Sources with their articles, all as they were at one moment. */
  async readWithArticles(
    hashes: readonly string[],
  ): Promise<{ readonly sources: readonly SourceRow[]; readonly rows: readonly ArticleRow[] }> {
    return await this.transaction('r', this.sources, this.articles, async () => ({
      sources: await this.readSources(hashes),
      rows: await this.readArticlesOf(hashes),
    }));
  }

  /** Texts of some sources, in that order; torn ones are told of and left out. */
  async readTexts(sources: readonly string[]): Promise<(TextRow | undefined)[]> {
    return (await this.texts.bulkGet([...sources])).map((row) => {
      if (!row || isWholeText(row)) return row;
      this.tellTorn(row.sha256);
      return undefined;
    });
  }

  /** Sources that could not be read; rows that do not have their form are left out. */
  async readUnread(): Promise<UnreadRow[]> {
    return (await this.unread.toArray()).filter(isWholeUnread);
  }

  /** The state of each source, without reading its row. */
  readStamps(): Promise<Map<string, string>> {
    return stampsOf(this.sources);
  }

  /** The state of each source that the search index holds, without reading its rows. */
  readIndexedStamps(): Promise<Map<string, string>> {
    return stampsOf(this.indexed);
  }

  /** At most so many of what is known of indexed sources, by hash, after that of `source`. */
  readIndexedAfter(source: string, most: number): Promise<IndexedRow[]> {
    return this.indexed.where(':id').above(source).limit(most).toArray();
  }

  /** Of these sources those of which a part is missing or torn. */
  async findDamaged(hashes: readonly string[]): Promise<SourceHash[]> {
    return await this.transaction('r', this.sources, this.texts, this.articles, async () => {
      const rows = (await this.sources.bulkGet([...hashes])).filter((row) => row !== undefined);
      const texts = new Set(await this.texts.where('sha256').anyOf(hashes).primaryKeys());
      const articles = new Set(await this.articles.where('source').anyOf(hashes).primaryKeys());
      return rows
        .filter(
          (row) =>
            !isWholeSource(row) ||
            !texts.has(row.sha256) ||
            row.articles.some((article) => !articles.has(article.id)),
        )
        .map((row) => row.sha256);
    });
  }

  /** Whether all parts of a source are there; the same as `findDamaged` without reading any other. */
  async isWhole(sha256: SourceHash): Promise<boolean> {
    return (await this.read(sha256)) !== null;
  }

  /** The tables that `keep` and `forget` write. */
  private tablesOfSource(): Table[] {
    return [this.sources, this.texts, this.articles, this.unread, this.printedWords];
  }

  private unlessTorn(row: ArticleRow): ArticleRow | undefined {
    if (isWholeArticle(row)) return row;
    this.tellTorn(headOf(row.id));
    return undefined;
  }

  private tellTorn(start: string): void {
    // Later, because rows are read in transactions that may not write.
    setTimeout(() => this.onTorn(start));
  }
}

/** Sources share few stamps, and a database hands out the primary keys of one at once. */
async function stampsOf(table: Table<unknown, string>): Promise<Map<string, string>> {
  const stamps = (await table.orderBy('stamp').uniqueKeys()) as string[];
  const keys = await Promise.all(stamps.map((stamp) => table.where('stamp').equals(stamp).primaryKeys()));
  return new Map(stamps.flatMap((stamp, i) => keys[i]?.map((key) => [key, stamp] as const) ?? []));
}

function articleRows(extraction: Extraction, stamp: string): ArticleRow[] {
  const facts = byArticle(extraction.facts);
  const names = byArticle(extraction.names);
  const quotes = byArticle(extraction.quotes);
  return extraction.articles.map((article, order) => ({
    id: article.id,
    source: extraction.source.sha256,
    order,
    stamp,
    article,
    facts: facts.get(article.id) ?? [],
    names: names.get(article.id) ?? [],
    quotes: quotes.get(article.id) ?? [],
  }));
}

function byArticle<Item extends { readonly article: string }>(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.article);
    if (group) group.push(item);
    else groups.set(item.article, [item]);
  }
  return groups;
}

function summarise(row: ArticleRow, doubts: Extraction['doubts']): ArticleSummary {
  const { article } = row;
  return {
    id: row.id,
    kind: article.kind,
    title: article.title?.text ?? openingOf(article).slice(0, HEAD_LENGTH),
    hasTitle: article.title !== null,
    byline: article.byline.names,
    length: article.body.text.length,
    facts: row.facts.length,
    checked: row.facts.filter((fact) => fact.verdict !== undefined).length,
    names: row.names.length,
    quotes: row.quotes.length,
    doubts: doubts.filter((doubt) => doubt.article === row.order).length,
  };
}
