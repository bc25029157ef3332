import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAllowed, readLinkCases, SAYINGS, sayingOf } from './link-notation.ts';
import { linkCase } from './link-run.ts';

const folder = resolve(import.meta.dirname, 'link-cases');

describe.each(readdirSync(folder))('%s', (file) => {
  it.each(readLinkCases(readFileSync(resolve(folder, file), 'utf8')))('$line', (wanted) => {
    const found = linkCase(wanted);
    const got = wanted.expected.map(({ figure }) => {
      const fact = found.find(({ text }) => text === figure);
      return [fact?.text, ...SAYINGS.map((saying) => sayingOf(fact, saying))];
    });
    // The answer where it is one of those allowed, else all that are: so that a failure shows both.
    const said = wanted.expected.map((claim, index) => [
      claim.figure,
      ...SAYINGS.map((saying, at) => {
        const answer = got[index]?.[at + 1] ?? '–';
        return isAllowed(answer, claim[saying]) ? answer : claim[saying].join(' or ');
      }),
    ]);
    expect(got).toEqual(said);
  });
});
