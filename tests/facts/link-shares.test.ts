import { describe, expect, it } from 'vitest';
import { SAYINGS, type Saying } from './link-notation.ts';
import { shareFiles, shareOf } from './link-run.ts';

/** What was reached when these were last raised; raise them with what you mend. */
const LEAST: Record<Saying, number> = { measure: 0.96, subject: 0.91, when: 1, modality: 1 };
const LEAST_HELD_OUT: Record<Saying, number> = { measure: 0.8, subject: 0.81, when: 1, modality: 1 };
const HELD_OUT = 'held-out.txt';

const sum = (files: readonly string[]): Record<Saying, number> => {
  const shares = files.map(shareOf);
  const total = (saying: Saying, of: 'right' | 'asked') =>
    shares.reduce((all, share) => all + share[of][saying], 0);
  return Object.fromEntries(
    SAYINGS.map((saying) => [saying, total(saying, 'right') / total(saying, 'asked')]),
  ) as Record<Saying, number>;
};

describe('the share of figures that are said rightly', () => {
  const seen = sum(shareFiles().filter((file) => file !== HELD_OUT));
  const heldOut = sum([HELD_OUT]);
  it.each(SAYINGS)('has not fallen: %s', (saying) => {
    expect(seen[saying]).toBeGreaterThanOrEqual(LEAST[saying]);
    expect(heldOut[saying]).toBeGreaterThanOrEqual(LEAST_HELD_OUT[saying]);
  });
});
