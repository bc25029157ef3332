import type { ArticleScore, PageScore, Share } from './score-page.ts';

/** Figures of many pages; shares are of 1, null where there was nothing to count. */
export interface Figures {
  readonly pages: number;
  readonly articles: number;
  readonly found: number | null;
  readonly merged: number | null;
  readonly split: number | null;
  readonly extra: number;
  readonly title: number | null;
  readonly byline: number | null;
  readonly order: number | null;
  readonly right: number | null;
  /** Of all articles, those cut wrong and those wrong in any way with no doubt near them. */
  readonly silentCut: number | null;
  readonly silent: number | null;
  /** Of the right articles, those with a doubt that is near nothing wrong. */
  readonly alarms: number | null;
  readonly doubts: number;
  readonly briefs: number | null;
  readonly photos: number | null;
  readonly captions: number | null;
  readonly furniture: number | null;
  readonly paragraphs: number | null;
}

const divide = (hits: number, of: number): number | null => (of > 0 ? hits / of : null);

/** Sums pages; articles are counted apart from briefs, photographs and notices. */
export function sumScores(pages: readonly PageScore[]): Figures {
  const all = pages.flatMap(({ articles }) => articles);
  const of = (...kinds: readonly string[]): ArticleScore[] =>
    all.filter(({ article }) => kinds.includes(article.kind));
  const articles = of('article');
  const part = (list: readonly ArticleScore[], holds: (score: ArticleScore) => boolean): number | null =>
    divide(list.filter(holds).length, list.length);
  const shareOf = (which: (page: PageScore) => Share): number | null =>
    divide(
      pages.reduce((sum, page) => sum + which(page).hits, 0),
      pages.reduce((sum, page) => sum + which(page).of, 0),
    );
  return {
    pages: pages.length,
    articles: articles.length,
    found: part(articles, ({ found }) => found),
    merged: part(articles, ({ mistakes }) => mistakes.includes('merged')),
    split: part(articles, ({ mistakes }) => mistakes.includes('split')),
    extra: pages.reduce((sum, { extra }) => sum + extra, 0),
    title: part(articles, ({ titleRight }) => titleRight),
    byline: part(articles, ({ bylineRight }) => bylineRight),
    order: part(articles, ({ inOrder }) => inOrder),
    right: part(articles, ({ right }) => right),
    silentCut: part(articles, ({ cutWrong, doubted }) => cutWrong && !doubted),
    silent: part(articles, ({ right, doubted }) => !right && !doubted),
    alarms: part(
      articles.filter(({ right }) => right),
      ({ alarmed }) => alarmed,
    ),
    doubts: pages.reduce((sum, { doubts }) => sum + doubts.length, 0) / Math.max(1, pages.length),
    briefs: part(of('brief'), ({ found }) => found),
    photos: part(of('photo'), ({ right }) => right),
    captions: shareOf((page) => page.captions),
    furniture: shareOf((page) => page.furniture),
    paragraphs: divide(
      articles.reduce((sum, score) => sum + score.paragraphs, 0),
      articles.reduce((sum, score) => sum + score.article.paragraphs.length, 0),
    ),
  };
}
