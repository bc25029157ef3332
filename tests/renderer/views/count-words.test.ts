import { expect, it } from 'vitest';
import { sayCount } from '../../../renderer/features/search/count-words.ts';
import { readMessages } from '../../../renderer/ui/read-messages.ts';

const { say } = readMessages('en');
const answered = { phase: 'answered', articles: 4, exact: 3, hits: 5, sought: 'rest' } as const;

it.each([
  [answered, '5 hits in 3 articles'],
  // A field alone marks no place, and finds all the same.
  [{ ...answered, hits: 0 }, '3 articles'],
  [{ ...answered, hits: null }, '3 articles'],
  [{ ...answered, exact: 0 }, 'Nothing holds it all; 4 articles hold a part'],
  [{ ...answered, articles: 0, exact: 0 }, 'Nothing found'],
  // What was found first says nothing of how much there is.
  [{ ...answered, phase: 'counting' as const, articles: 60, hits: null }, '60 articles so far…'],
  [{ ...answered, articles: 0, exact: 0, sought: 'nothing' as const }, 'Nothing to search for yet'],
])('%j is %s', (search, words) => {
  expect(sayCount(search, say)).toBe(words);
});
