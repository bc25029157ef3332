import type { SearchKnowledge } from '@shared/search/knowledge.ts';
import { type ShortHit, ShortIndex } from '@shared/search/short/short-index.ts';
import { Queue } from '@shared/work/queue.ts';
import type { Library } from '../library/library.ts';
import type { IndexedArticle, OfferedFigure, OfferedRow } from '../library/rows.ts';
import { isWholeOffered } from '../library/whole-rows.ts';
import { OfferedNames } from './offered-names.ts';
import { LENT_KINDS, type LentEntry, type LentKind, type Offer, type OfferRequest } from './search-calls.ts';

/** Sources that are taken in before what was asked meanwhile is answered. */
const AT_ONCE = 8;
/** Figures that are held at most: a library has too many of them; the others are found by searching. */
const MOST_FIGURES = 40_000;
const MOST_OFFERS = 60;

/** Whether a kind is of those that the page lends. */
const isLent = (kind: string): kind is LentKind => LENT_KINDS.some((lent) => lent === kind);

/**
 * Everything short that is offered as one types, kept as sources and what the page lends come and go. What the
 * library holds is taken in when something is first asked for: many a session never asks.
 */
export class Offering {
  private readonly library: Library;
  private readonly tookIn: () => void;
  private readonly fail: (error: unknown) => void;
  private readonly articles: ReadonlyMap<string, IndexedArticle>;
  private readonly index: ShortIndex;
  private readonly names = new OfferedNames();
  private readonly figures = new Map<string, OfferedFigure>();
  /** Ids of each source's headlines and figures. */
  private readonly entries = new Map<string, readonly string[]>();
  private readonly queue = new Queue();
  /** Lets the taking in begin. */
  private wake: () => void = () => undefined;

  /**
   * @param tookIn is called when there is more to offer than before, or less.
   * @param fail is told why something could not be taken in.
   */
  constructor(
    library: Library,
    articles: ReadonlyMap<string, IndexedArticle>,
    knowledge: SearchKnowledge,
    tookIn: () => void,
    fail: (error: unknown) => void,
  ) {
    this.library = library;
    this.tookIn = tookIn;
    this.fail = fail;
    this.articles = articles;
    this.index = new ShortIndex(knowledge.folding, knowledge.pinyin);
    const wanted = new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    this.queue.post(() => wanted, fail);
  }

  /** Takes in sources that are new or have changed, and lets go of those that are not there any more. */
  follow(changed: ReadonlyMap<string, readonly IndexedArticle[]>, gone: readonly string[]): void {
    this.queue.post(async () => {
      for (const source of gone) this.replace(source, [], null);
      const sources = [...changed.keys()];
      for (let i = 0; i < sources.length; i += AT_ONCE) {
        const some = sources.slice(i, i + AT_ONCE);
        const rows = await this.library.offered.bulkGet(some);
        some.forEach((source, k) => {
          const row = rows[k];
          this.replace(source, changed.get(source) ?? [], row && isWholeOffered(row) ? row : null);
        });
      }
      if (changed.size + gone.length > 0) this.tookIn();
    }, this.fail);
  }

  /** Settles when all that was to be taken in has been. */
  settled(): Promise<void> {
    this.wake();
    return this.queue.idle();
  }

  lend(put: readonly LentEntry[], drop: readonly string[]): void {
    this.index.remove(drop);
    this.index.add(put);
  }

  /** Headlines and names by how they sound, where letters stand nowhere as typed. */
  soundsLike(letters: string): ShortHit | undefined {
    const kinds = ['article', 'person', 'place', 'org', 'programme', 'event', 'product', 'title'];
    return this.index.search(letters, { limit: 1, kinds })[0];
  }

  /** From what was taken in so far. */
  offer({ words, kinds, ofEachKind }: OfferRequest): Offer[] {
    this.wake();
    return this.index
      .search(words, { limit: MOST_OFFERS, kinds, ofEachKind })
      .flatMap((hit) => this.describe(hit) ?? []);
  }

  private describe({ entry: { id, kind, text }, marks }: ShortHit): Offer | null {
    if (isLent(kind)) return { kind, id, text, marks };
    if (kind === 'article') {
      const article = this.articles.get(id);
      if (!article) return null;
      const year = article.published?.slice(0, 4) ?? null;
      return { kind, article: id, text, marks, sourceName: article.sourceName, year };
    }
    const figure = this.figures.get(id);
    if (figure) {
      const { article, spans } = figure;
      return { kind: 'figure', article, spans, text, marks, title: this.articles.get(article)?.title ?? '' };
    }
    const name = this.names.get(id);
    return name ? { kind: name.type, text, marks, articles: name.articles } : null;
  }

  private replace(source: string, articles: readonly IndexedArticle[], row: OfferedRow | null): void {
    for (const id of this.entries.get(source) ?? []) {
      this.index.remove([id]);
      this.figures.delete(id);
    }
    const { put, drop } = this.names.replace(source, row?.names ?? []);
    this.index.remove(drop);
    this.index.add(put);
    this.index.add(articles.map(({ id, title }) => ({ id, kind: 'article', text: title })));
    const ids = articles.map(({ id }) => id);
    for (const [i, figure] of (row?.figures ?? []).entries()) {
      if (this.figures.size >= MOST_FIGURES) break;
      const id = `${figure.article}#${i}`;
      this.figures.set(id, figure);
      this.index.add([{ id, kind: 'figure', text: figure.text }]);
      ids.push(id);
    }
    if (ids.length > 0) this.entries.set(source, ids);
    else this.entries.delete(source);
  }
}
