import type { ParsedQuery } from './parsed-query.ts';
import type { QueryProblem } from './problem.ts';
import type { QueryWord } from './query-word.ts';

const QUOTE = /["＂]/;
const SPACE = /\s/;

/** Takes a query apart. What cannot be understood is reported with its place and looked for as plain words. */
export function parseQuery(query: string): ParsedQuery {
  const words: QueryWord[] = [];
  const problems: QueryProblem[] = [];
  for (let i = 0; i < query.length; ) {
    if (SPACE.test(query[i] as string)) {
      i++;
      continue;
    }
    const start = i;
    const isExcluded = query[i] === '-' && i + 1 < query.length && !SPACE.test(query[i + 1] as string);
    if (isExcluded) i++;
    if (QUOTE.test(query[i] as string)) {
      const from = ++i;
      while (i < query.length && !QUOTE.test(query[i] as string)) i++;
      const text = query.slice(from, i);
      if (i === query.length) problems.push({ reason: 'phrase-not-closed', start, end: i });
      else i++;
      if (text) words.push({ text, isPhrase: true, isExcluded, inTitle: false, start, end: i });
      else problems.push({ reason: 'phrase-empty', start, end: i });
      continue;
    }
    const from = i;
    while (i < query.length && !SPACE.test(query[i] as string) && !QUOTE.test(query[i] as string)) i++;
    words.push({ text: query.slice(from, i), isPhrase: false, isExcluded, inTitle: false, start, end: i });
  }
  return { words, problems };
}
