import { placesInOrder } from './reading-order.ts';

/** Texts by number, each once, in the order in which they came; number 0 is the empty text and stands for none. */
export class Dictionary {
  private readonly numbers = new Map<string, number>([['', 0]]);
  private readonly list: string[] = [''];
  private readonly folded: string[] = [''];
  private readonly fold: (text: string) => string;
  private places: Uint32Array | null = null;

  constructor(fold: (text: string) => string) {
    this.fold = fold;
  }

  get size(): number {
    return this.list.length;
  }

  /** @throws RangeError when there is no text of that number. */
  text(number: number): string {
    const text = this.list[number];
    if (text === undefined) throw new RangeError(`no text ${number} among ${this.list.length}`);
    return text;
  }

  /** Its number; it gets one when it has none. */
  number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.places = null;
    this.numbers.set(text, this.list.length);
    const folded = this.fold(text);
    // One string where both are the same: most are.
    this.folded.push(folded === text ? text : folded);
    return this.list.push(text) - 1;
  }

  /** 1 for each text that is one of these. */
  flagsOf(texts: readonly string[]): Uint8Array {
    const flags = new Uint8Array(this.list.length);
    for (const text of texts) {
      const number = this.numbers.get(text);
      if (number !== undefined) flags[number] = 1;
    }
    return flags;
  }

  /** 1 for each text that holds folded words. */
  flagsHolding(words: string): Uint8Array {
    const flags = new Uint8Array(this.list.length);
    this.folded.forEach((text, i) => {
      if (text.includes(words)) flags[i] = 1;
    });
    return flags;
  }

  /** The place of each text in the order in which a reader looks for it; of the empty one the last. */
  order(): Uint32Array {
    if (!this.places) {
      this.places = placesInOrder(this.list);
      // The empty text stands first in any order.
      for (let i = 0; i < this.places.length; i++) (this.places[i] as number)--;
      this.places[0] = this.list.length - 1;
    }
    return this.places;
  }
}
