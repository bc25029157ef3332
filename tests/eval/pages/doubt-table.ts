import type { DoubtReason } from '@shared/model/page.ts';
import type { ArticleScore, DoubtScore, PageScore } from './score-page.ts';

/** What the doubts of one reason are worth. */
export interface DoubtWorth {
  readonly reason: DoubtReason;
  readonly doubts: number;
  /** Of these doubts, those with something wrong near them. */
  readonly apt: number;
  /** Wrong articles near one, those cut wrong, and those near no doubt of another reason. */
  readonly caught: number;
  readonly cuts: number;
  readonly alone: number;
  /** Right articles that would be no alarm without this reason. */
  readonly alarms: number;
}

const isApt = ({ near }: DoubtScore): boolean => near.some(({ right }) => !right);

/** What each reason of doubts catches and what it costs, in articles of the kind `article`; the most doubts first. */
export function weighDoubts(pages: readonly PageScore[]): DoubtWorth[] {
  const reasons = new Set(pages.flatMap(({ doubts }) => doubts.map(({ reason }) => reason)));
  return [...reasons].map((reason) => weigh(reason, pages)).sort((a, b) => b.doubts - a.doubts);
}

function weigh(reason: DoubtReason, pages: readonly PageScore[]): DoubtWorth {
  const sum = (count: (page: PageScore, own: DoubtScore[], others: DoubtScore[]) => number): number =>
    pages.reduce((all, page) => {
      const own = page.doubts.filter((doubt) => doubt.reason === reason);
      return (
        all +
        count(
          page,
          own,
          page.doubts.filter((doubt) => doubt.reason !== reason),
        )
      );
    }, 0);
  const isNear = (doubts: readonly DoubtScore[], article: ArticleScore): boolean =>
    doubts.some(({ near }) => near.includes(article));
  const count = (articles: readonly ArticleScore[], holds: (article: ArticleScore) => boolean): number =>
    articles.filter((one) => one.article.kind === 'article' && holds(one)).length;
  return {
    reason,
    doubts: sum((_, own) => own.length),
    apt: sum((_, own) => own.filter(isApt).length),
    caught: sum(({ articles }, own) => count(articles, (one) => !one.right && isNear(own, one))),
    cuts: sum(({ articles }, own) => count(articles, (one) => one.cutWrong && isNear(own, one))),
    alone: sum(({ articles }, own, others) =>
      count(articles, (one) => !one.right && isNear(own, one) && !isNear(others, one)),
    ),
    alarms: sum(({ articles }, own, others) => {
      const idle = (doubts: readonly DoubtScore[]) => doubts.filter((doubt) => !isApt(doubt));
      return count(articles, (one) => one.right && isNear(idle(own), one) && !isNear(idle(others), one));
    }),
  };
}

const COLUMNS = ['doubts', 'apt', 'caught', 'cuts', 'alone', 'alarms'] as const;

/** The worth of each reason, a row a reason. */
export const doubtTable = (pages: readonly PageScore[]): string =>
  [
    `${'doubts of'.padEnd(24)}${COLUMNS.map((column) => column.padStart(8)).join('')}`,
    ...weighDoubts(pages).map(
      (worth) =>
        worth.reason.padEnd(24) + COLUMNS.map((column) => String(worth[column]).padStart(8)).join(''),
    ),
  ].join('\n');
