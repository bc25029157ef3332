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

const FIRST_HAN = 0x3400;
const LAST_HAN = 0x9fff;
const UNKNOWN = 255;
const isHan = (unit: number): boolean => unit >= FIRST_HAN && unit <= LAST_HAN;

/** The characters and pairs of characters of a text, each once: its slot in a table of counts, and its weight. */
export interface Terms {
  readonly slots: Uint16Array;
  /** 0 where a term says nothing of a topic, 1 or a little more where it is rare. */
  readonly weights: Float64Array;
}

/** Slots of the memory of weights; a term that finds its slot taken is weighed again. */
const REMEMBERED = 1 << 16;

/** What figures and Latin letters say of a topic. */
const LATIN = 0.5;

const hashOf = (key: number, first: number): number =>
  Math.imul(key, 0x9e3779b1) ^ Math.imul(first, 0x85ebca6b);
const placeOf = (key: number, first: number): number => (hashOf(key, first) >>> 7) & (REMEMBERED - 1);

/** Reads terms out of texts. It remembers weights, which depend on the dictionary alone. */
export class TermReader {
  private readonly keys = new Uint32Array(REMEMBERED);
  private readonly weights = new Float32Array(REMEMBERED);
  private readonly characters = new Uint8Array(LAST_HAN - FIRST_HAN + 1).fill(UNKNOWN);
  private readonly met = new Int32Array(SLOTS);
  private readonly slots = new Uint16Array(2 * LONGEST);
  private readonly own = new Float64Array(2 * LONGEST);
  private count = 0;
  private round = 0;
  private readonly words: WordTable;

  constructor(words: WordTable) {
    this.words = words;
  }

  read(text: string): Terms {
    this.round = (this.round + 1) | 0;
    this.count = 0;
    const end = Math.min(text.length, LONGEST);
    let before = 0;
    for (let i = 0; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (!isHan(unit)) before = 0;
      else {
        this.meet(0, unit);
        if (before !== 0) this.meet(before, unit);
        before = unit;
      }
    }
    return { slots: this.slots.slice(0, this.count), weights: this.own.slice(0, this.count) };
  }

  /** How much two neighbouring characters say of a topic: 0 where they are common in the language, to 1. */
  weighPair(first: number, second: number): number {
    if (!isHan(first) || !isHan(second)) return LATIN;
    const key = first * 0x10000 + second;
    const place = placeOf(key, first);
    if (this.keys[place] !== key) {
      this.keys[place] = key;
      this.weights[place] = this.weigh(first, second);
    }
    return this.weights[place] as number;
  }

  private meet(first: number, second: number): void {
    const key = first * 0x10000 + second;
    const hash = hashOf(key, first);
    const slot = (hash >>> 11) & (SLOTS - 1);
    if (this.met[slot] === this.round) return;
    this.met[slot] = this.round;
    const place = placeOf(key, first);
    if (this.keys[place] !== key) {
      this.keys[place] = key;
      this.weights[place] = this.weigh(first, second);
    }
    const weight = this.weights[place] as number;
    if (weight <= 0) return;
    this.slots[this.count] = slot;
    this.own[this.count++] = weight;
  }

  private weigh(first: number, second: number): number {
    if (first === 0) return CHARACTER * rarity(this.frequencyOf(second), COMMON_CHARACTER, COMMON_CHARACTER);
    const entry = findWord(this.words, extendWordHash(extendWordHash(startWordHash(), first), second));
    const word = entry < 0 ? 0 : frequencyOf(entry);
    return word > 0
      ? rarity(word, COMMON_WORD, 20)
      : rarity(this.frequencyOf(first) + this.frequencyOf(second), COMMON_PAIR, 40);
  }

  /** How common a single character is as a word. */
  private frequencyOf(unit: number): number {
    const known = this.characters[unit - FIRST_HAN] as number;
    if (known < UNKNOWN) return known;
    const entry = findWord(this.words, extendWordHash(startWordHash(), unit));
    const frequency = entry < 0 ? 0 : frequencyOf(entry);
    this.characters[unit - FIRST_HAN] = frequency;
    return frequency;
  }
}

const rarity = (found: number, common: number, range: number): number =>
  Math.min(1, Math.max(0, (common - found) / range));

/** In how many blocks of a story each term stands. */
export class Vocabulary {
  private readonly counts = new Uint8Array(SLOTS);
  private terms = 0;

  clear(): void {
    this.counts.fill(0);
    this.terms = 0;
  }

  add({ slots }: Terms, times: number): void {
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i] as number;
      const count = (this.counts[slot] as number) + times;
      if (count > 255 || count < 0) continue;
      this.counts[slot] = count;
      this.terms += times;
    }
  }

  /** How much likelier the terms are here than in another vocabulary, as a logarithm. */
  favours({ slots, weights }: Terms, other: Vocabulary): number {
    const size = Math.log(other.terms + PRIOR) - Math.log(this.terms + PRIOR);
    let sum = 0;
    for (let i = 0; i < slots.length; i++) {
      const here = this.counts[slots[i] as number] as number;
      const there = other.counts[slots[i] as number] as number;
      if (here === 0 && there === 0) continue;
      sum += (weights[i] as number) * ((LOGARITHMS[here] as number) - (LOGARITHMS[there] as number) + size);
    }
    return sum;
  }
}

/** What a term is counted for where it was not met, and how many such terms a story is thought to have. */
const UNMET = 0.3;
const PRIOR = 200;
const LOGARITHMS = Float64Array.from({ length: 256 }, (_, count) => Math.log(count + UNMET));
