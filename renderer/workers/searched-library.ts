import type { Fact } from '@shared/model/fact.ts';
import type { FactPlaces } from '@shared/search/claims/claim.ts';
import { ClaimColumns } from '@shared/search/claims/claim-columns.ts';
import type { PackedClaims } from '@shared/search/claims/packed-claims.ts';
import type { SearchKnowledge } from '@shared/search/knowledge.ts';
import { type GatherName, NameColumns } from '@shared/search/names/name-columns.ts';
import type { PackedNames } from '@shared/search/names/packed-names.ts';
import { Queue } from '@shared/work/queue.ts';
import type { Library } from '../library/library.ts';
import type { ArticleRow, IndexedArticle, IndexedRow } from '../library/rows.ts';
import { isWholeClaims, isWholeIndexed, isWholeNamed } from '../library/whole-rows.ts';
import { ColumnsWhenAsked, READ_AT_ONCE, type TakenSources } from './columns-when-asked.ts';
import { indexedStamp } from './indexing.ts';
import { Offering } from './offering.ts';

/** Whether what was asked for before has changed. */
export interface Changed {
  readonly facts: boolean;
  readonly names: boolean;
}

/** What answers need of the library beside its texts: read once, then kept as sources come, change and go. */
export class SearchedLibrary {
  readonly knowledge: SearchKnowledge;
  readonly offering: Offering;
  private readonly library: Library;
  private readonly about = new Map<string, IndexedArticle>();
  /** The state of each source that was taken in, and its articles. */
  private readonly taken = new Map<string, { readonly stamp: string; readonly ids: readonly string[] }>();
  /** Sources that were taken in and of which another row is torn: they are to be indexed again. */
  private readonly torn = new Set<string>();
  private readonly queue = new Queue();
  private isFollowing = false;
  private readonly facts: ColumnsWhenAsked<ClaimColumns, PackedClaims>;
  private readonly named: ColumnsWhenAsked<NameColumns, PackedNames>;
  private gather: GatherName = (_type, full) => full;

  /**
   * @param tookIn is called when there is more to offer than before, or less.
   * @param fail is told why something could not be taken in to be offered.
   */
  constructor(
    library: Library,
    knowledge: SearchKnowledge,
    tookIn: () => void,
    fail: (error: unknown) => void,
  ) {
    this.library = library;
    this.knowledge = knowledge;
    this.offering = new Offering(library, this.about, knowledge, tookIn, fail);
    const sources: TakenSources = {
      queue: this.queue,
      stateOf: (source) => this.taken.get(source)?.stamp,
      list: () => [...this.taken.keys()],
      indexAgain: (source) => this.indexAgain(source),
    };
    this.facts = new ColumnsWhenAsked(
      {
        make: () => new ClaimColumns(knowledge.units, knowledge.folding),
        table: library.claims,
        isWhole: isWholeClaims,
        put: (columns, packed, state) => {
          const about = this.about.get(packed.article);
          if (about) columns.add({ ...about, newspaper: about.source, state }, packed);
        },
      },
      sources,
    );
    this.named = new ColumnsWhenAsked(
      {
        make: () => new NameColumns((...name) => this.gather(...name)),
        table: library.named,
        isWhole: isWholeNamed,
        put: (columns, packed, state) => columns.add(packed.article, state, packed),
      },
      sources,
    );
  }

  /**
   * Takes in what changed in the library since: the first time all of it.
   * @param changed the sources that may have; null: any.
   */
  follow(changed: readonly string[] | null = null): Promise<Changed> {
    return this.queue.run(async () => {
      const [facts, names] = [this.facts.version, this.named.version];
      await this.takeChanges(changed);
      return { facts: facts !== this.facts.version, names: names !== this.named.version };
    });
  }

  /** Articles that were taken in. */
  get size(): number {
    return this.about.size;
  }

  /** Sources wait to be indexed again; a sync of all does that. */
  get hasTorn(): boolean {
    return this.torn.size > 0;
  }

  /** All of the library was taken in; what changed since may not have been. */
  get isTakenIn(): boolean {
    return this.isFollowing;
  }

  /** Articles by their ids: where not all were taken in yet, those alone are read. */
  async aboutOf(ids: readonly string[]): Promise<ReadonlyMap<string, IndexedArticle>> {
    if (this.isFollowing) return this.about;
    const sources = (await this.library.readArticles(ids)).flatMap((row) => row?.source ?? []);
    const rows = await this.library.indexed.bulkGet([...new Set(sources)]);
    const articles = rows.flatMap((row) => (row && isWholeIndexed(row) ? row.articles : []));
    return new Map(articles.map((article) => [article.id, article]));
  }

  async articles(): Promise<ReadonlyMap<string, IndexedArticle>> {
    await this.queue.idle();
    return this.about;
  }

  /** All facts in columns; what asks for articles while they are read is answered. */
  claims(): Promise<ClaimColumns> {
    return this.facts.ask();
  }

  /** All names in columns. */
  names(): Promise<NameColumns> {
    return this.named.ask();
  }

  /** Names go by these forms from now on. */
  async gatherNames(gather: GatherName): Promise<void> {
    this.gather = gather;
    if (this.named.version === undefined) return;
    const columns = await this.named.ask();
    columns.gatherAgain();
  }

  /** Articles as the library holds them now, which need not be the state that `claims` knows: see `factsOf`. */
  rows(ids: readonly string[]): Promise<readonly (ArticleRow | undefined)[]> {
    return this.library.readArticles(ids);
  }

  private async takeChanges(some: readonly string[] | null): Promise<void> {
    const taken = new Map<string, readonly IndexedArticle[]>();
    let gone: readonly string[] = [];
    if (this.isFollowing) {
      const stamps = await this.readStamps(some);
      gone = [...(some ?? this.taken.keys())].filter(
        (source) => this.taken.has(source) && !stamps.has(source),
      );
      const changed = [...stamps].flatMap(([source, stamp]) =>
        this.taken.get(source)?.stamp === stamp ? [] : [source],
      );
      for (const source of gone) this.drop(source);
      for (let i = 0; i < changed.length; i += READ_AT_ONCE) {
        const rows = await this.library.indexed.bulkGet(changed.slice(i, i + READ_AT_ONCE));
        for (const row of rows) if (row) await this.take(row, taken);
      }
    } else {
      // What a try that failed took in may be gone.
      for (const source of [...this.taken.keys()]) this.drop(source);
      // Some at a time, so that what is asked meanwhile is answered.
      for (let last: string | undefined = ''; last !== undefined; ) {
        const rows = await this.library.readIndexedAfter(last, READ_AT_ONCE);
        for (const row of rows) await this.take(row, taken);
        last = rows.at(-1)?.sha256;
      }
      this.isFollowing = true;
    }
    // Not waited for: answers need it not, and offers come from what it holds so far.
    this.offering.follow(taken, gone);
  }

  private async take(row: IndexedRow, taken: Map<string, readonly IndexedArticle[]>): Promise<void> {
    if (!isWholeIndexed(row)) {
      await this.indexAgain(row.sha256);
      return;
    }
    this.drop(row.sha256);
    for (const article of row.articles) this.about.set(article.id, article);
    const ids = row.articles.map(({ id }) => id);
    this.taken.set(row.sha256, { stamp: row.stamp, ids });
    taken.set(row.sha256, row.articles);
    await this.facts.add([row.sha256]);
    await this.named.add([row.sha256]);
  }

  private async readStamps(some: readonly string[] | null): Promise<ReadonlyMap<string, string>> {
    if (some === null) return await this.library.readIndexedStamps();
    const rows = await this.library.indexed.bulkGet([...some]);
    return new Map(rows.flatMap((row) => (row ? [[row.sha256, row.stamp] as const] : [])));
  }

  private drop(source: string): void {
    for (const id of this.taken.get(source)?.ids ?? []) {
      this.about.delete(id);
      this.facts.remove(id);
      this.named.remove(id);
    }
    this.taken.delete(source);
    this.torn.delete(source);
  }

  /** With the next sync, after which it is taken in again. */
  private async indexAgain(source: string): Promise<void> {
    const known = this.taken.get(source);
    if (known) {
      this.taken.set(source, { ...known, stamp: '' });
      this.torn.add(source);
    }
    await this.library.indexed.delete(source);
  }
}

/**
 * The facts of an article whose places are known; null where the article was derived anew since they were, when others
 * may have their places.
 */
export const factsOf = (row: ArticleRow, { state, places }: FactPlaces): readonly Fact[] | null =>
  isInState(row, state) ? places.flatMap((place) => row.facts[place] ?? []) : null;

/** Whether an article is still what it was when its source was taken in, in that state. */
export const isInState = (row: ArticleRow, state: string): boolean => indexedStamp(row.stamp) === state;
