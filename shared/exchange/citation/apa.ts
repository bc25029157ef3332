import type { CitationPlace, CitedArticle } from './cited-article.ts';
import { endPart, joinNames, markInferred, quoteTitle, splitDate } from './written-date.ts';

/**
 * Publication Manual of the American Psychological Association, 7th edition: a newspaper's article (10.1,
 * example 16), `n.d.` where no date is known (9.17), the title in the author's place where nobody signs (9.12).
 * The newspaper's name stands between asterisks, which say italics in plain text.
 */
export function formatApa(
  { title, authors, newspaper, date, edition }: CitedArticle,
  place: CitationPlace,
): string {
  const written = date && splitDate(date);
  if (place !== 'entry') {
    const who = authors.length > 2 ? `${authors[0]} et al.` : authors.join(' & ');
    const year = written && date ? markInferred(written.year, date) : 'n.d.';
    return `(${[who || (title ? quoteTitle(title, '') : newspaper?.text), year].filter(Boolean).join(', ')})`;
  }
  const day = written
    ? [written.year, [written.month, written.day].filter(Boolean).join(' ')].filter(Boolean).join(', ')
    : 'n.d.';
  const when = `(${date ? markInferred(day, date) : day})`;
  const names = joinNames(authors, { most: 20, and: '&', others: ', et al' });
  const issue = [newspaper && `*${newspaper.text}*`, edition?.text.normalize('NFKC')]
    .filter(Boolean)
    .join(', ');
  const bare = title?.replace(/。$/u, '') ?? null;
  const parts = names ? [names, when, bare, issue] : [bare, when, issue];
  return parts.flatMap((part) => (part ? [endPart(part)] : [])).join(' ');
}
