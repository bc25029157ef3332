import type { FactIn } from '@shared/model/fact.ts';

/** A whole with the parts that the page names, and whether they add up to it. */
export interface PartsOfWhole<Fact> {
  readonly whole: Fact;
  readonly parts: readonly Fact[];
  /** Of the values that are definite. */
  readonly sum: number;
  /** `not-all`: the parts are fewer and the page need not have named the rest. `open`: a bound leaves it open. */
  readonly adds: 'up' | 'not-all' | 'too-much' | 'open';
}

/** Groups figures that are parts of one (其中…) and adds them up; groups in the order of their wholes. */
export function sumParts<Offset extends number, Fact extends FactIn<Offset>>(
  facts: readonly Fact[],
): PartsOfWhole<Fact>[] {
  const groups: PartsOfWhole<Fact>[] = [];
  for (const whole of facts) {
    const parts = facts.filter(({ partOf }) => partOf?.start === whole.start && partOf.end === whole.end);
    if (parts.length === 0 || typeof whole.value !== 'number') continue;
    const sum = parts.reduce((total, { value }) => total + (typeof value === 'number' ? value : 0), 0);
    const exact = [whole, ...parts].every(
      ({ bound, value, valueMax }) =>
        bound === 'exact' && typeof value === 'number' && valueMax === undefined,
    );
    groups.push({ whole, parts, sum, adds: exact ? compare(sum, whole.value) : 'open' });
  }
  return groups;
}

function compare(sum: number, whole: number): 'up' | 'not-all' | 'too-much' {
  if (Math.abs(sum - whole) <= 1e-9 * Math.abs(whole)) return 'up';
  return sum < whole ? 'not-all' : 'too-much';
}
