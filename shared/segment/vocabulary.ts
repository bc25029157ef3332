import {
  extendWordHash,
  findWord,
  frequencyOf,
  startWordHash,
  type WordTable,
} from '@shared/text/word-frequencies.ts';

/** Single characters and pairs share one table of counts; a few share a slot. */
const SLOTS = 1 << 15;
/** What is read of a paragraph: enough to tell what it is about. */
const LONGEST = 600;
/** Logarithmic frequencies, doubled, from which a word, a character or two characters say nothing of a topic. */
const COMMON_WORD = 24;
const COMMON_CHARACTER = 22;
const COMMON_PAIR = 52;
const CHARACTER = 1.5;

const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;

/** The characters and pairs of characters of a text, each once, as slots of a table of counts. */
export type Terms = readonly number[];

/** Reads terms out of texts and knows how much each says of a topic. */
export class TermReader {
  /** Weight of a slot; below 0 where its term was not met yet. */
  private readonly weights = new Float32Array(SLOTS).fill(-1);
  private readonly met = new Int32Array(SLOTS);
  private round = 0;
  private readonly words: WordTable;

  constructor(words: WordTable) {
    this.words = words;
  }

  read(text: string): Terms {
    this.round++;
    const terms: number[] = [];
    const end = Math.min(text.length, LONGEST);
    let before = 0;
    for (let i = 0; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (isHan(unit)) {
        this.meet(0, unit, terms);
        if (isHan(before)) this.meet(before, unit, terms);
      }
      before = unit;
    }
    return terms;
  }

  /** 0 where a term says nothing of a topic, 1 or a little more where it is rare. */
  weightOf(slot: number): number {
    return this.weights[slot] as number;
  }

  private meet(first: number, second: number, terms: number[]): void {
    const slot = (Math.imul(first * 0x10001 + second, 0x9e3779b1) >>> 11) & (SLOTS - 1);
    if (this.met[slot] === this.round) return;
    this.met[slot] = this.round;
    if ((this.weights[slot] as number) < 0) this.weights[slot] = this.weigh(first, second);
    if ((this.weights[slot] as number) > 0) terms.push(slot);
  }

  private weigh(first: number, second: number): number {
    const frequency = (...units: number[]): number => {
      const entry = findWord(this.words, units.reduce(extendWordHash, startWordHash()));
      return entry < 0 ? 0 : frequencyOf(entry);
    };
    const rarity = (found: number, common: number, range: number): number =>
      Math.min(1, Math.max(0, (common - found) / range));
    if (first === 0) return CHARACTER * rarity(frequency(second), COMMON_CHARACTER, COMMON_CHARACTER);
    const word = frequency(first, second);
    return word > 0
      ? rarity(word, COMMON_WORD, 20)
      : rarity(frequency(first) + frequency(second), COMMON_PAIR, 40);
  }
}

/** In how many blocks of a story each term stands. */
export class Vocabulary {
  private readonly counts = new Uint8Array(SLOTS);
  private terms = 0;

  clear(): void {
    this.counts.fill(0);
    this.terms = 0;
  }

  add(terms: Terms, times: number): void {
    for (const slot of terms) {
      const count = (this.counts[slot] as number) + times;
      if (count > 255 || count < 0) continue;
      this.counts[slot] = count;
      this.terms += times;
    }
  }

  /** How much likelier the terms are here than in another vocabulary, as a logarithm. */
  favours(terms: Terms, other: Vocabulary, reader: TermReader): number {
    const size = Math.log(other.terms + PRIOR) - Math.log(this.terms + PRIOR);
    let sum = 0;
    for (const slot of terms) {
      const here = this.counts[slot] as number;
      const there = other.counts[slot] as number;
      if (here === 0 && there === 0) continue;
      sum += reader.weightOf(slot) * ((LOGARITHMS[here] as number) - (LOGARITHMS[there] as number) + size);
    }
    return sum;
  }
}

/** What a term is counted for where it was not met, and how many such terms a story is thought to have. */
const UNMET = 0.3;
const PRIOR = 200;
const LOGARITHMS = Float64Array.from({ length: 256 }, (_, count) => Math.log(count + UNMET));
