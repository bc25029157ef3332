import { CopyCandidates } from '@shared/analysis/reuse/copy-candidates.ts';
import { ReuseIndex, type SharedPassage } from '@shared/analysis/reuse/reuse-index.ts';
import type { Folding } from '@shared/text/folding.ts';
import { Queue } from '@shared/work/queue.ts';
import type { Library } from '../library/library.ts';
import type { CopyingArticle } from './compare-calls.ts';
import { FollowedArticles } from './follow-articles.ts';

/** Articles that are looked at closely: what is printed by more is told of the nearest. */
const MOST = 200;

/** Which articles of the library print the same passages: read when it is first asked, kept in step from then on. */
export class LibraryCopies {
  private readonly library: Library;
  private readonly folding: Folding;
  private readonly candidates: CopyCandidates;
  private readonly followed: FollowedArticles;
  private readonly queue = new Queue();

  constructor(library: Library, folding: Folding) {
    this.library = library;
    this.folding = folding;
    const candidates = new CopyCandidates(folding);
    this.candidates = candidates;
    this.followed = new FollowedArticles(library, {
      put: ({ id, article }) => candidates.put(id, article.body.text),
      drop: (id) => candidates.drop(id),
    });
  }

  /**
   * The articles that share passages with one, those that share most first; null where it is not in the library.
   * @param tell how many sources of those that came or changed are taken in.
   */
  of(article: string, tell: (done: number, total: number) => void): Promise<CopyingArticle[] | null> {
    return this.queue.run(async () => {
      await this.followed.follow(tell);
      const [row] = await this.library.readArticles([article]);
      if (!row) return null;
      const { text } = row.article.body;
      const others = this.candidates.of(article, text).slice(0, MOST);
      const index = new ReuseIndex(this.folding);
      for (const other of await this.library.readArticles(others))
        if (other) index.put(other.id, other.article.body.text);
      return gather(index.add(article, text));
    });
  }
}

/** By article, those that share most first. */
function gather(passages: readonly SharedPassage[]): CopyingArticle[] {
  const found = new Map<string, SharedPassage[]>();
  for (const passage of passages) {
    const other = passage.ends[1].article;
    found.set(other, [...(found.get(other) ?? []), passage]);
  }
  return [...found]
    .map(([article, shared]) => ({
      article,
      passages: shared.length,
      same: shared.reduce((sum, { same }) => sum + same, 0),
      at: shared.map(({ ends: [{ start, end }] }) => ({ start, end })).sort((a, b) => a.start - b.start),
    }))
    .sort((a, b) => b.same - a.same);
}
