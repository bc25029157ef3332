import type { Words } from '../forms/words.ts';
import type { CitedArticle } from './cited-article.ts';

/**
 * What of a citation is not printed on the page, in words behind it: a date that was inferred, and what a person gave.
 * Empty where all of it is printed.
 */
export function sayBases({ newspaper, date, edition }: CitedArticle, words: Words): string {
  const parts = [
    ['newspaper', newspaper],
    ['published', date],
    ['edition', edition],
  ] as const;
  const given = parts.flatMap(([column, part]) =>
    part?.basis === 'given' ? [words(`export.column.${column}`)] : [],
  );
  return [
    date?.basis === 'inferred' ? ` ${words('export.dateInferred')}` : '',
    given.length > 0 ? ` ${words('export.partsGiven', { parts: given.join(words('export.comma')) })}` : '',
  ].join('');
}
