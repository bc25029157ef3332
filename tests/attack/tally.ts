/** What became of one attack. */
export type Outcome =
  /** The damage changed nothing that is read: nothing to notice. */
  | 'harmless'
  /** It was said, and everything is as it was. */
  | 'restored'
  /** It was said, and what is lost was named. */
  | 'named'
  /** Something is lost or other than it was, and nothing was said. */
  | 'silent';

export interface Tally {
  readonly attack: string;
  tried: number;
  readonly outcomes: Record<Outcome, number>;
  /** Acts that were acknowledged and are gone. */
  actsLost: number;
  /** What went wrong, to be looked at: the seed and what was found. */
  readonly losses: string[];
}

export const newTally = (attack: string): Tally => ({
  attack,
  tried: 0,
  outcomes: { harmless: 0, restored: 0, named: 0, silent: 0 },
  actsLost: 0,
  losses: [],
});

export function printTallies(tallies: readonly Tally[]): void {
  console.table(
    Object.fromEntries(
      tallies.map(({ attack, tried, outcomes, actsLost }) => [
        attack,
        {
          tried,
          noticed: outcomes.restored + outcomes.named,
          restored: outcomes.restored,
          'named as lost': outcomes.named,
          harmless: outcomes.harmless,
          'lost in silence': outcomes.silent,
          'acknowledged acts lost': actsLost,
        },
      ]),
    ),
  );
  for (const { attack, losses } of tallies) for (const loss of losses) console.error(`${attack}: ${loss}`);
}

/** Numbers from 0 to 1 that a seed gives again (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let value = this.#state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0, below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value {
    const value = values[this.below(values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256));
  }
}
