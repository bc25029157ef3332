import { MAX_FREQUENCY } from './posting-list.ts';

/** A triple in fewer documents gets no list: so many texts are read in a moment. */
const LEAST_HOLDERS = 48;
/** In small segments, which will be merged, one of so many documents is enough. */
const LEAST_SHARE = 1 / 256;
const LEAST_IN_ANY = 4;
/** Postings of triples for one of bigrams and words, at most: they are there for speed alone. */
const LARGEST_SHARE = 0.15;
/** Postings that take as much room as the key of a triple. */
const ROOM_OF_KEY = 6;
/** Places, at most, of the table in which triples are counted before any is looked at by itself. */
const MOST_PLACES = 1 << 22;

/** The documents of one triple, rising, with how often it stands in each. */
export interface FoundTriple {
  /** Term numbers of its two bigrams. */
  readonly first: number;
  readonly second: number;
  readonly documents: Uint32Array;
  readonly frequencies: Uint8Array;
}

/**
 * Finds the triples of ideographs that stand in many documents. It is told the bigrams of all documents one
 * after another; two that follow each other make a triple.
 */
export class TripleFinder {
  /** One more than the term of each bigram, 0 where a run ends. */
  private bigrams = new Uint32Array(1 << 12);
  private length = 0;
  /** Where each field of each document ends, and what a word of it counts. */
  private readonly fields: { readonly end: number; readonly document: number; readonly weight: number }[] =
    [];

  bigram(term: number): void {
    this.put(term + 1);
  }

  endRun(): void {
    this.put(0);
  }

  endField(document: number, weight: number): void {
    this.fields.push({ end: this.length, document, weight });
  }

  /**
   * To be called once, at the end.
   * @param holders documents of each term.
   * @param pairs of a term and a document.
   */
  find(holders: Uint32Array, pairs: number): FoundTriple[] {
    const documents = this.fields.at(-1)?.document ?? 0;
    const least = Math.min(LEAST_HOLDERS, Math.max(LEAST_IN_ANY, Math.ceil(documents * LEAST_SHARE)));
    if (!holders.some((count) => count >= least)) return [];
    const table = this.countTriples(holders, least);
    const accepted = acceptMostHeld(table, least, pairs * LARGEST_SHARE);
    const found = accepted.map((triple) => ({
      first: table.first(triple),
      second: table.second(triple),
      documents: new Uint32Array(table.holders[triple] as number),
      frequencies: new Uint8Array(table.holders[triple] as number),
    }));
    this.collect(found, Int32Array.from(numbered(accepted, table.size)));
    return found;
  }

  /** Puts the number of the triple that starts at each place, and one, in the place of its bigram. */
  private countTriples(holders: Uint32Array, least: number): PairTable {
    const { bigrams, length } = this;
    const isFrequent = (bigram: number): boolean => bigram !== 0 && (holders[bigram - 1] as number) >= least;
    const places = Math.min(MOST_PLACES, powerAbove(length));
    const counts = new Uint8Array(places);
    for (let i = 0, isBefore = false; i < length; i++) {
      const isHere = isFrequent(bigrams[i] as number);
      if (isBefore && isHere) {
        const place = hashOf(bigrams[i - 1] as number, bigrams[i] as number) & (places - 1);
        if ((counts[place] as number) < least) counts[place]!++;
      }
      isBefore = isHere;
    }
    const table = new PairTable();
    let at = 0;
    for (const { end, document } of this.fields)
      for (; at < end; at++) {
        const first = bigrams[at] as number;
        const second = at + 1 < end ? (bigrams[at + 1] as number) : 0;
        bigrams[at] = 0;
        if (first === 0 || second === 0) continue;
        if ((counts[hashOf(first, second) & (places - 1)] as number) < least) continue;
        bigrams[at] = table.count(first, second, document) + 1;
      }
    return table;
  }

  private collect(found: readonly FoundTriple[], numbers: Int32Array): void {
    const filled = new Uint32Array(found.length);
    let at = 0;
    for (const { end, document, weight } of this.fields)
      for (; at < end; at++) {
        const triple = this.bigrams[at] as number;
        const number = triple === 0 ? -1 : (numbers[triple - 1] as number);
        if (number < 0) continue;
        const { documents, frequencies } = found[number] as FoundTriple;
        const next = filled[number] as number;
        const isAgain = next > 0 && documents[next - 1] === document;
        const entry = isAgain ? next - 1 : next;
        if (!isAgain) filled[number] = next + 1;
        documents[entry] = document;
        frequencies[entry] = Math.min(MAX_FREQUENCY, (frequencies[entry] as number) + weight);
      }
  }

  private put(bigram: number): void {
    if (this.length === this.bigrams.length) {
      const grown = new Uint32Array(this.length * 2);
      grown.set(this.bigrams);
      this.bigrams = grown;
    }
    this.bigrams[this.length++] = bigram;
  }
}

function hashOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

const powerAbove = (count: number): number => 2 ** Math.ceil(Math.log2(count + 1));

/** Triples that stand in the most documents, as long as all their postings are at most so many. */
function acceptMostHeld(table: PairTable, least: number, most: number): number[] {
  const candidates = Array.from({ length: table.size }, (_, triple) => triple)
    .filter((triple) => (table.holders[triple] as number) >= least)
    .sort((a, b) => (table.holders[b] as number) - (table.holders[a] as number));
  let postings = 0;
  let end = 0;
  for (; end < candidates.length; end++) {
    postings += (table.holders[candidates[end] as number] as number) + ROOM_OF_KEY;
    if (postings > most) break;
  }
  return candidates.slice(0, end);
}

/** For each of `size` numbers its place among `some`, −1 where it is not one of them. */
function numbered(some: readonly number[], size: number): Int32Array {
  const places = new Int32Array(size).fill(-1);
  some.forEach((number, place) => {
    places[number] = place;
  });
  return places;
}

/** Counts documents by pairs of numbers. */
class PairTable {
  size = 0;
  /** Documents of each pair, by its number. */
  holders = new Uint32Array(1 << 10);
  private firsts = new Uint32Array(1 << 10);
  private seconds = new Uint32Array(1 << 10);
  /** One more than the last document of each. */
  private latest = new Uint32Array(1 << 10);
  /** One more than the number of a pair; 0 where the slot is free. */
  private slots = new Uint32Array(1 << 12);

  first(pair: number): number {
    return (this.firsts[pair] as number) - 1;
  }

  second(pair: number): number {
    return (this.seconds[pair] as number) - 1;
  }

  /** @returns the number of the pair. */
  count(first: number, second: number, document: number): number {
    const pair = this.find(first, second);
    if (this.latest[pair] !== document + 1) {
      this.latest[pair] = document + 1;
      this.holders[pair]!++;
    }
    return pair;
  }

  private find(first: number, second: number): number {
    const mask = this.slots.length - 1;
    let at = hashOf(first, second) & mask;
    for (;;) {
      const pair = (this.slots[at] as number) - 1;
      if (pair < 0) break;
      if (this.firsts[pair] === first && this.seconds[pair] === second) return pair;
      at = (at + 1) & mask;
    }
    if (this.size === this.firsts.length) this.grow();
    const pair = this.size++;
    this.firsts[pair] = first;
    this.seconds[pair] = second;
    this.slots[at] = pair + 1;
    if (this.size * 2 > this.slots.length) this.rehash();
    return pair;
  }

  private grow(): void {
    this.holders = twice(this.holders);
    this.firsts = twice(this.firsts);
    this.seconds = twice(this.seconds);
    this.latest = twice(this.latest);
  }

  private rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let pair = 0; pair < this.size; pair++) {
      let at = hashOf(this.firsts[pair] as number, this.seconds[pair] as number) & mask;
      while (this.slots[at] !== 0) at = (at + 1) & mask;
      this.slots[at] = pair + 1;
    }
  }
}

function twice(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}
