import { type Random, shuffle } from '../names/random.ts';

/** Candidates by the places of their features among the weights, and which of them are right. */
export interface RankingExample {
  readonly features: readonly Int32Array[];
  readonly right: readonly boolean[];
}

const ROUNDS = 10;
const RATE = 0.15;
const DECAY = 1;
const SCALE = 100;
const TINY = 1e-6;

/**
 * Weights under which the right candidates are the likeliest: logistic regression over the candidates of each example,
 * by stochastic descent with a step of its own for each weight; the mean over the rounds stands firmer than the last. The same input gives the same weights.
 * @param random numbers from 0 to 1.
 * @returns the weights in hundredths.
 */
export function trainRanking(examples: readonly RankingExample[], size: number, random: Random): Int16Array {
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-8);
  const mean = new Float64Array(size);
  const order = examples.map((_, index) => index);
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      for (const [feature, slope] of slopesOf(examples[index]!, weights)) {
        const whole = slope + (DECAY / examples.length) * weights[feature]!;
        squares[feature]! += whole * whole;
        weights[feature]! -= (RATE * whole) / Math.sqrt(squares[feature]!);
      }
    }
    for (const [feature, weight] of weights.entries()) mean[feature]! += weight / ROUNDS;
  }
  return Int16Array.from(mean, (weight) => Math.round(SCALE * weight));
}

/** How the loss of one example changes with each weight. */
function slopesOf({ features, right }: RankingExample, weights: Float64Array): Map<number, number> {
  const scores = features.map((list) => list.reduce((sum, feature) => sum + weights[feature]!, 0));
  const most = Math.max(...scores);
  const likely = scores.map((score) => Math.exp(score - most));
  const all = likely.reduce((sum, one) => sum + one, 0);
  const allRight = likely.reduce((sum, one, index) => (right[index] ? sum + one : sum), 0);
  const slopes = new Map<number, number>();
  for (const [index, one] of likely.entries()) {
    const slope = one / all - (right[index] ? one / allRight : 0);
    if (Math.abs(slope) <= TINY) continue;
    for (const feature of features[index]!) slopes.set(feature, (slopes.get(feature) ?? 0) + slope);
  }
  return slopes;
}
