import { parseQuery } from '@shared/search/query/parse-query.ts';
import { expect, it } from 'vitest';
import { readMessages } from '../../../renderer/ui/read-messages.ts';
import { sayQueryProblem } from '../../../renderer/ui/say-query-problem.ts';

it.each([
  ['en', /^.*no such field; there are title, name, speaker, .*from,? and to$/],
  ['zh', /^.*没有这个字段；可用的有 标题、名称、说话人、.*从和到$/],
] as const)('names in %s the fields that there are where one is asked for that is not', (language, words) => {
  const [problem] = parseQuery('spoken:陆行舟').problems;
  expect(sayQueryProblem(problem!, { ...readMessages(language), tag: language })).toMatch(words);
});
