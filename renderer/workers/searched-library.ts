import type { SearchKnowledge } from '@shared/search/knowledge.ts';
import { ShortIndex } from '@shared/search/short/short-index.ts';
import { FactIndex } from '@shared/search/values/fact-index.ts';
import type { Library } from '../library/library.ts';
import type { ArticleRow, IndexedArticle } from '../library/rows.ts';

/** Articles that are read at once when the facts of all are asked for. */
const READ_AT_ONCE = 500;

/** What answers need of the library beside its texts: read when first asked for, kept until it changes. */
export class SearchedLibrary {
  readonly knowledge: SearchKnowledge;
  private readonly library: Library;
  private about: Promise<ReadonlyMap<string, IndexedArticle>> | null = null;
  private facts: Promise<FactIndex> | null = null;
  private short: Promise<ShortIndex> | null = null;

  constructor(library: Library, knowledge: SearchKnowledge) {
    this.library = library;
    this.knowledge = knowledge;
  }

  /** The library is no longer what it was. */
  forget(): void {
    this.about = null;
    this.facts = null;
    this.short = null;
  }

  articles(): Promise<ReadonlyMap<string, IndexedArticle>> {
    this.about ??= this.readArticles();
    return this.about;
  }

  factIndex(): Promise<FactIndex> {
    this.facts ??= this.readFacts();
    return this.facts;
  }

  /** Headlines and names, to be found by how they sound. */
  shortIndex(): Promise<ShortIndex> {
    this.short ??= this.readShort();
    return this.short;
  }

  rows(ids: readonly string[]): Promise<readonly (ArticleRow | undefined)[]> {
    return this.library.articles.bulkGet([...ids]);
  }

  private async readArticles(): Promise<ReadonlyMap<string, IndexedArticle>> {
    const rows = await this.library.indexed.toArray();
    return new Map(rows.flatMap(({ articles }) => articles.map((article) => [article.id, article])));
  }

  private async readShort(): Promise<ShortIndex> {
    const { folding, pinyin } = this.knowledge;
    const index = new ShortIndex(folding, pinyin);
    const articles = [...(await this.articles()).values()];
    const names = [...new Set(articles.flatMap((article) => article.names))];
    index.add(names.map((text) => ({ id: `name:${text}`, kind: 'name', text })));
    index.add(articles.map(({ id, title }) => ({ id: `title:${id}`, kind: 'title', text: title })));
    return index;
  }

  private async readFacts(): Promise<FactIndex> {
    const index = new FactIndex(this.knowledge.units, this.knowledge.folding);
    const ids = [...(await this.articles()).keys()];
    for (let i = 0; i < ids.length; i += READ_AT_ONCE)
      for (const row of await this.rows(ids.slice(i, i + READ_AT_ONCE)))
        if (row) index.add(row.id, row.facts);
    return index;
  }
}
