import type { CitationPlace, CitedArticle } from './cited-article.ts';
import { endPart, joinNames, markInferred, quoteTitle, splitDate } from './written-date.ts';

/**
 * The Chicago Manual of Style, 17th edition, 14.191–14.200. The page of a newspaper is left out (14.191); an
 * unsigned article stands under its newspaper in a list (14.199) and under its title in a note; Chinese names
 * are not inverted (14.77).
 */
export function formatChicago(
  { title, authors, newspaper, date }: CitedArticle,
  place: CitationPlace,
): string {
  const written = date && splitDate(date);
  if (place === 'in-text') {
    const who = joinNames(authors, { most: 3, and: 'and', others: ' et al.' }) || newspaper?.text || title;
    return `(${[who, written && date ? markInferred(written.year, date) : 'n.d.'].filter(Boolean).join(' ')})`;
  }
  const when = written && date ? markInferred(americanDay(written), date) : 'n.d.';
  const names = joinNames(authors, { most: place === 'entry' ? 10 : 3, and: 'and', others: ' et al.' });
  if (place === 'footnote') {
    const parts = [names, title && quoteTitle(title, ','), newspaper?.text, when].filter(Boolean) as string[];
    return endPart(
      parts.map((part, i) => (i < parts.length - 1 && !part.endsWith('”') ? `${part},` : part)).join(' '),
    );
  }
  const first = names || newspaper?.text;
  const issue = [names ? newspaper?.text : null, when].filter(Boolean).join(', ');
  return [first && endPart(first), title && quoteTitle(title, '.'), endPart(issue)].filter(Boolean).join(' ');
}

const americanDay = ({ year, month, day }: ReturnType<typeof splitDate>): string => {
  if (day) return `${month} ${day}, ${year}`;
  return month ? `${month} ${year}` : year;
};
