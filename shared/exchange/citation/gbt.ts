import { type CitationPlace, type CitedArticle, editionNumber, isHan } from './cited-article.ts';

/** The two editions of GB/T 7714 differ, for a newspaper, in the width of their marks. */
interface Marks {
  readonly comma: string;
  readonly colon: string;
  readonly open: string;
  readonly close: string;
}

/** GB/T 7714—2025. */
export const FULL_WIDTH: Marks = { comma: '，', colon: '：', open: '（', close: '）' };

/** GB/T 7714—2015. */
export const HALF_WIDTH: Marks = { comma: ', ', colon: ': ', open: '(', close: ')' };

/** At most three people are named, then 等 or et al. (GB/T 7714—2015, 8.1.2). */
const MOST_AUTHORS = 3;

/**
 * 主要责任者. 题名：其他题名信息[N]. 报纸名，出版日期（版次）. A numbered list leaves out an unknown author (8.1.4);
 * an estimated date stands in square brackets (8.4.3.2).
 */
export function formatGbt(
  { title, subtitle, authors, newspaper, date, edition }: CitedArticle,
  { comma, colon, open, close }: Marks,
  place: CitationPlace,
  number: number,
): string {
  if (place === 'in-text') return `[${number}]`;
  const others = authors.length > MOST_AUTHORS ? [isHan(authors[0] ?? '') ? '等' : 'et al'] : [];
  const names = [...authors.slice(0, MOST_AUTHORS), ...others].join(comma);
  const heading = `${[title, subtitle].filter(Boolean).join(colon)}[N]`;
  const day = date && (date.basis === 'inferred' ? `[${date.text}]` : date.text);
  const page = edition ? `${open}${editionNumber(edition.text)}${close}` : '';
  const issue = [newspaper?.text, day].filter(Boolean).join(comma) + page;
  return `${[names, heading, issue].filter((part) => part !== '').join('. ')}.`;
}
