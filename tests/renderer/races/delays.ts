import { Random } from '../../segment/generator/random.ts';

/** How long things take on their way, drawn from a seed: most no time, some a moment, few a quarter of a second. */
export class Delays {
  readonly #random: Random;
  #isOver = false;

  constructor(seed: number) {
    this.#random = new Random(seed);
  }

  /** Everything is at once from now on. */
  end(): void {
    this.#isOver = true;
  }

  /** Settles when the next thing is there. */
  async pass(): Promise<void> {
    const milliseconds = this.#draw();
    if (milliseconds > 0 && !this.#isOver) await new Promise((settle) => setTimeout(settle, milliseconds));
  }

  #draw(): number {
    const kind = this.#random.below(12);
    if (kind < 7) return 0;
    return kind < 11 ? this.#random.between(1, 15) : this.#random.between(40, 250);
  }
}

/** Messages of one way: each takes its time, none overtakes another. */
export class SlowLine {
  readonly #delays: Delays;
  #last: Promise<void> = Promise.resolve();

  constructor(delays: Delays) {
    this.#delays = delays;
  }

  send(arrive: () => void): void {
    const before = this.#last;
    this.#last = this.#delays.pass().then(async () => {
      await before;
      arrive();
    });
  }
}
