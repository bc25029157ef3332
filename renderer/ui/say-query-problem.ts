import { ARTICLE_KINDS } from '@shared/model/page.ts';
import { nameOfField, nameOfKind, QUERY_FIELDS } from '@shared/search/query/field-names.ts';
import type { QueryProblem } from '@shared/search/query/problem.ts';
import type { Messages } from './read-messages.ts';

/** What is wrong at which place of a query, and which fields there are where it names one that is not. */
export function sayQueryProblem(
  { reason, start }: QueryProblem,
  { say, tag, language }: Pick<Messages, 'say' | 'tag' | 'language'>,
): string {
  const list = (words: readonly string[]): string => new Intl.ListFormat(tag).format(words);
  const fields = list(QUERY_FIELDS.map((field) => nameOfField(field, language)));
  const kinds = list(ARTICLE_KINDS.map((kind) => nameOfKind(kind, language)));
  return say('search.problem', {
    position: start + 1,
    what: say(`search.query.${reason}`, { fields, kinds }),
  });
}
