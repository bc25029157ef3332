import { parseQuery } from '@shared/search/query/parse-query.ts';
import { expect, it } from 'vitest';
import { readMessages } from '../../../renderer/ui/read-messages.ts';
import { sayQueryProblem } from '../../../renderer/ui/say-query-problem.ts';

it.each([
  ['en', /^.*no such field; there are name, speaker, place, .*to,? and title$/],
  ['zh', /^.*没有这个字段；可用的有 name、speaker、place、.*to和title$/],
] as const)('names in %s the fields that there are where one is asked for that is not', (language, words) => {
  const [problem] = parseQuery('said:陆行舟').problems;
  expect(sayQueryProblem(problem!, { ...readMessages(language), tag: language })).toMatch(words);
});
