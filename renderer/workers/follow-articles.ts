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
      const hashes = changed.slice(i, i + AT_ONCE).map(([source]) => source);
      const { sources, rows } = await this.library.readWithArticles(hashes);
      for (const hash of hashes) this.drop(hash);
      for (const source of sources) {
        const own = rows.filter((row) => row.source === source.sha256);
        for (const row of own) this.taker.put(row, source);
        // As it was read, which may be later than it was listed; one that was gone by then is not taken in.
        this.taken.set(source.sha256, { stamp: source.stamp, ids: own.map(({ id }) => id) });
      }
    }
  }

  private drop(source: string): void {
    for (const id of this.taken.get(source)?.ids ?? []) this.taker.drop(id);
    this.taken.delete(source);
  }
}
