import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarkedTexts, SAYINGS, type Saying } from '../../resources/models/links/marked.ts';
import { HELD_OUT, MARKED, shareOf } from './link-run.ts';

/** What was reached when these were last raised; raise them with what you mend. */
const LEAST_HELD_OUT: Record<Saying, number> = { measure: 0.8, subject: 0.8, when: 1, modality: 1 };
const LEAST_LEARNT: Record<Saying, number> = { measure: 0.9, subject: 0.85, when: 1, modality: 1 };

function sharesOf(paths: readonly string[]): Record<Saying, number> {
  const shares = paths.map((path) => shareOf(path));
  const total = (saying: Saying, of: 'right' | 'asked') =>
    shares.reduce((all, share) => all + share[of][saying], 0);
  return Object.fromEntries(
    SAYINGS.map((saying) => [saying, total(saying, 'right') / total(saying, 'asked')]),
  ) as Record<Saying, number>;
}

describe('the share of figures whose links are right', () => {
  it.each(SAYINGS)('in sentences that nothing was learnt from: %s', (saying) => {
    expect(sharesOf([HELD_OUT])[saying]).toBeGreaterThanOrEqual(LEAST_HELD_OUT[saying]);
  });

  it.each(SAYINGS)('in those that the weights were learnt from: %s', (saying) => {
    const files = readdirSync(MARKED).filter((name) => /^(?:kinds|press)-/.test(name));
    expect(sharesOf(files.map((name) => resolve(MARKED, name)))[saying]).toBeGreaterThanOrEqual(
      LEAST_LEARNT[saying],
    );
  });
});

describe('the notation of marked texts', () => {
  it('goes on over lines, and answers may stand in a line before', () => {
    const [one, ...more] = readMarkedTexts(
      '白河村有[[9户]]人家。 → 人家 | 白河村\n+ 种田[[30亩]]。 → 田 | 白河村\n¶ 另有[[一座]]桥。 → 桥\n',
    );
    expect(more).toEqual([]);
    expect(one?.text).toBe('白河村有9户人家。种田30亩。\n另有一座桥。');
    expect(one?.expected.map(({ subject }) => subject)).toEqual([['白河村'], ['白河村'], ['*']]);
  });

  it('takes no answer from a line behind', () => {
    expect(() => readMarkedTexts('有[[9户]]人家。 → 人家 | 白河村\n+ 那是白河村。')).toThrow(
      '白河村 is not in',
    );
  });
});
