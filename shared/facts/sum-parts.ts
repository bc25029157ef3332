import type { FactIn } from '@shared/model/fact.ts';

/** A whole with the parts that the page names, and whether they add up to it. */
export interface PartsOfWhole<Fact> {
  /** Null for shares of a hundred whose whole the page gives in no figure. */
  readonly whole: Fact | null;
  readonly parts: readonly Fact[];
  /** Of the values that are definite. */
  readonly sum: number;
  /** What they ought to add up to: the whole's value, or a hundred where the parts are shares of it. */
  readonly total: number;
  /** `not-all`: the parts are fewer and the page need not have named the rest. `open`: a bound leaves it open. */
  readonly adds: 'up' | 'not-all' | 'too-much' | 'open';
}

/** Rounded to whole numbers, each share may be off by this much. */
const ROUNDING = 0.05;

/** Groups figures that are parts of one (其中…) and adds them up; groups in the order of their first parts. */
export function sumParts<Offset extends number, Fact extends FactIn<Offset>>(
  facts: readonly Fact[],
): PartsOfWhole<Fact>[] {
  const places = new Map(facts.map((fact) => [place(fact), fact] as const));
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.partOf === undefined) continue;
    const key = `${place(fact.partOf)} ${fact.kind === 'percent' ? 'shares' : 'parts'}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()].flatMap((parts) => {
    const whole = places.get(place(parts[0]!.partOf!)) ?? null;
    const areShares = parts.every(({ kind }) => kind === 'percent');
    if (!areShares && typeof whole?.value !== 'number') return [];
    const sum = parts.reduce((total, { value }) => total + (typeof value === 'number' ? value : 0), 0);
    const isExact = [...(areShares || whole === null ? [] : [whole]), ...parts].every(
      ({ bound, value, valueMax }) =>
        bound === 'exact' && typeof value === 'number' && valueMax === undefined,
    );
    const total = areShares ? 100 : Number(whole?.value);
    const tolerance = areShares ? ROUNDING * parts.length : 1e-9 * Math.abs(total);
    return [{ whole, parts, sum, total, adds: isExact ? compare(sum, total, tolerance) : 'open' }];
  });
}

const place = ({ start, end }: { readonly start: number; readonly end: number }): string => `${start}-${end}`;

function compare(sum: number, total: number, tolerance: number): 'up' | 'not-all' | 'too-much' {
  if (Math.abs(sum - total) <= tolerance + 1e-12) return 'up';
  return sum < total ? 'not-all' : 'too-much';
}
