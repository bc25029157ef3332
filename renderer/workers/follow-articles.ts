import type { Library } from '../library/library.ts';
import type { ArticleRow, SourceRow } from '../library/rows.ts';

/** Sources that are read at once. */
const AT_ONCE = 64;

/** Is given every article of a library, and told of those that are gone or are about to be given anew. */
export interface ArticleTaker {
  put(row: ArticleRow, source: SourceRow): void;
  drop(article: string): void;
}

/** Keeps what is made of the articles of a library in step with it: all are read when it is first asked, then what changed. */
export class FollowedArticles {
  private readonly library: Library;
  private readonly taker: ArticleTaker;
  /** The state of each source that was taken in, and its articles. */
  private readonly taken = new Map<string, { readonly stamp: string; readonly ids: readonly string[] }>();

  constructor(library: Library, taker: ArticleTaker) {
    this.library = library;
    this.taker = taker;
  }

  /** @param tell how many sources of those that came or changed are taken in. */
  async follow(tell: (done: number, total: number) => void): Promise<void> {
    const stamps = await this.library.readStamps();
    for (const source of [...this.taken.keys()]) if (!stamps.has(source)) this.drop(source);
    const changed = [...stamps].filter(([source, stamp]) => this.taken.get(source)?.stamp !== stamp);
    for (let i = 0; i < changed.length; i += AT_ONCE) {
      tell(i, changed.length);
      const some = changed.slice(i, i + AT_ONCE);
      const hashes = some.map(([source]) => source);
      const rows = await this.library.readArticlesOf(hashes);
      const sources = new Map((await this.library.readSources(hashes)).map((row) => [row.sha256, row]));
      for (const [hash, stamp] of some) {
        this.drop(hash);
        const source = sources.get(hash as SourceRow['sha256']);
        const own = source ? rows.filter((row) => row.source === hash) : [];
        for (const row of own) if (source) this.taker.put(row, source);
        this.taken.set(hash, { stamp, ids: own.map(({ id }) => id) });
      }
    }
  }

  private drop(source: string): void {
    for (const id of this.taken.get(source)?.ids ?? []) this.taker.drop(id);
    this.taken.delete(source);
  }
}
