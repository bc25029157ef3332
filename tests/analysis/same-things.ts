import type { AnsweredPair } from './answered-figures.ts';

const SAME = ['agree', 'within-bounds', 'later-figure', 'differ'];

/**
 * Pairs that nobody was asked about and that follow from others: when a and b are of one thing, and b and c, so are a and c; and
 * when a is of a part of what b is of, so is whatever is of one thing with a, of whatever is of one thing with b.
 * @returns for two facts, whether they are such a pair.
 */
export function followsFrom(pairs: readonly AnsweredPair[]): (one: string, other: string) => boolean {
  const thing = new Map<string, string>();
  const rootOf = (fact: string): string => {
    let root = fact;
    while (thing.has(root) && thing.get(root) !== root) root = thing.get(root)!;
    return root;
  };
  for (const { facts, answer } of pairs) {
    if (facts === null || !SAME.includes(answer)) continue;
    const [one, other] = facts.map(rootOf) as [string, string];
    thing.set(one, one);
    thing.set(other, one);
  }
  const keyOf = (one: string, other: string): string => [rootOf(one), rootOf(other)].sort().join('|');
  const scopes = new Set(
    pairs.flatMap(({ facts, answer }) =>
      facts !== null && answer === 'other-scope' ? [keyOf(...facts)] : [],
    ),
  );
  return (one, other) =>
    scopes.has(keyOf(one, other)) || (thing.has(one) && thing.has(other) && rootOf(one) === rootOf(other));
}
