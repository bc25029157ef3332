import { describe, expect, it } from 'vitest';
import { logisticRegression } from '../../../resources/models/agreement/logistic-regression.ts';
import { createRandom } from '../../../resources/models/names/random.ts';

describe('logisticRegression', () => {
  it('finds weights that drew the observations, whatever their order', () => {
    const draw = createRandom(7);
    const real = [2, -1.5, 0];
    const observations = Array.from({ length: 4000 }, () => {
      const row = [draw(), draw(), draw()];
      const sum = row.reduce((all, value, i) => all + value * real[i]!, -0.5);
      return { row, isOne: draw() < 1 / (1 + Math.exp(-sum)), weight: 1 };
    });
    const weights = logisticRegression(observations, 1e-6);
    for (const [i, weight] of [...real, -0.5].entries()) expect(weights[i]).toBeCloseTo(weight, 0);
    const turned = logisticRegression([...observations].reverse(), 1e-6);
    for (const [i, weight] of weights.entries()) expect(turned[i]).toBeCloseTo(weight, 6);
  });

  it('counts an observation of weight two as two', () => {
    const one = { row: [1], isOne: true, weight: 1 };
    const no = { row: [0], isOne: false, weight: 1 };
    const yes = { row: [0], isOne: true, weight: 1 };
    const doubled = logisticRegression([one, no, { ...yes, weight: 2 }], 0.1);
    const twice = logisticRegression([one, no, yes, yes], 0.1);
    for (const [i, weight] of doubled.entries()) expect(twice[i]).toBeCloseTo(weight, 6);
  });
});
