import { describe, expect, it } from 'vitest';
import { scoreAgreements } from '../score-agreements.ts';

/** What `npm run eval:agreement` prints is not to fall, on either half of the answers, by more than a pair or two. */
const FLOORS = {
  tuned: { precision: 0.97, recall: 0.72, verdicts: 0.94 },
  'held out': { precision: 0.96, recall: 0.57, verdicts: 0.95 },
} as const;

describe('findAgreements on the answers', () => {
  it('brings together, finds and judges as many rightly as it did, and tells no difference that is none', async () => {
    for (const { half, grouped, told, verdicts, differs } of await scoreAgreements()) {
      const { precision, recall, verdicts: judged } = FLOORS[half];
      expect(grouped.right / grouped.told, `${half}: precision`).toBeGreaterThanOrEqual(precision);
      expect(told.right / told.asked, `${half}: recall`).toBeGreaterThanOrEqual(recall);
      expect(verdicts.right / verdicts.asked, `${half}: verdicts`).toBeGreaterThanOrEqual(judged);
      expect(differs.told, `${half}: differences`).toBeGreaterThanOrEqual(7);
      expect(differs.right, `${half}: differences`).toBe(differs.told);
    }
  });
});
