import { FILTER_FIELDS } from '@shared/search/query/parsed-query.ts';
import type { QueryProblem } from '@shared/search/query/problem.ts';
import type { Messages } from './read-messages.ts';

/** What is wrong at which place of a query, and which fields there are where it names one that is not. */
export function sayQueryProblem(
  { reason, start }: QueryProblem,
  { say, tag }: Pick<Messages, 'say' | 'tag'>,
): string {
  const fields = new Intl.ListFormat(tag).format([...FILTER_FIELDS, 'title']);
  return say('search.problem', { position: start + 1, what: say(`search.query.${reason}`, { fields }) });
}
