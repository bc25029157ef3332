import { scanTerms } from '../terms/scan-terms.ts';
import { MAX_FREQUENCY } from './posting-list.ts';
import { SegmentWriter, tripleKey } from './segment-writer.ts';
import { TripleFinder } from './triple-finder.ts';

/** A word of the title counts as so many in the text. Chosen, not measured: no set at hand has headlines to find by. */
const TITLE_WEIGHT = 3;

/** Folded units of one field of a document. */
export interface FoldedUnits {
  readonly units: Uint16Array;
  readonly length: number;
}

/** Collects documents and writes them as one segment. */
export class SegmentBuilder {
  private readonly ids: string[] = [];
  private readonly lengths: number[] = [];
  /** One entry a pair of term and document, in the order of the documents. */
  private pairTerms = new Uint32Array(1 << 12);
  private pairFrequencies = new Uint8Array(1 << 12);
  private readonly pairEnds: number[] = [];
  private pairs = 0;
  private readonly bigramTerms = new KeyTable();
  private readonly triples = new TripleFinder();
  private readonly wordTerms = new Map<string, number>();
  /** Key of each term, or the word itself. */
  private readonly keys: (number | string)[] = [];
  /** For each term, one more than the last pair it made. */
  private lastPairs = new Uint32Array(1 << 12);
  private firstPairOfDocument = 0;
  private weight = 1;
  private length = 0;

  /** Pairs of term and document so far: what decides how large the segment will be. */
  get size(): number {
    return this.pairs;
  }

  get documents(): number {
    return this.ids.length;
  }

  add(id: string, title: FoldedUnits, text: FoldedUnits): void {
    this.firstPairOfDocument = this.pairs;
    this.length = 0;
    this.weight = TITLE_WEIGHT;
    scanTerms(title.units, title.length, this);
    this.triples.endField(this.ids.length, TITLE_WEIGHT);
    this.weight = 1;
    scanTerms(text.units, text.length, this);
    this.triples.endField(this.ids.length, 1);
    this.ids.push(id);
    this.lengths.push(this.length);
    this.pairEnds.push(this.pairs);
  }

  ideographs(key: number): void {
    const next = this.keys.length;
    const term = this.bigramTerms.getOrSet(key, next);
    if (term === next) this.keys.push(key);
    if (key & 0xffff) this.triples.bigram(term);
    else this.triples.endRun();
    this.count(term);
  }

  word(word: string): void {
    let term = this.wordTerms.get(word);
    if (term === undefined) {
      term = this.keys.length;
      this.wordTerms.set(word, term);
      this.keys.push(word);
    }
    this.count(term);
  }

  finish(): Uint8Array {
    const { keys } = this;
    const starts = new Uint32Array(keys.length + 1);
    for (let i = 0; i < this.pairs; i++) starts[(this.pairTerms[i] as number) + 1]!++;
    for (let term = 0; term < keys.length; term++) starts[term + 1]! += starts[term] as number;
    const documents = new Uint32Array(this.pairs);
    const frequencies = new Uint8Array(this.pairs);
    const next = starts.slice();
    for (let document = 0, pair = 0; document < this.ids.length; document++)
      for (; pair < (this.pairEnds[document] as number); pair++) {
        const at = next[this.pairTerms[pair] as number]!++;
        documents[at] = document;
        frequencies[at] = this.pairFrequencies[pair] as number;
      }
    const writer = new SegmentWriter();
    const list = (term: number) =>
      [
        documents.subarray(starts[term], starts[term + 1]),
        frequencies.subarray(starts[term], starts[term + 1]),
        (starts[term + 1] as number) - (starts[term] as number),
      ] as const;
    for (const key of this.bigramTerms.sortedKeys())
      writer.ideographs(key, ...list(this.bigramTerms.getOrSet(key, 0)));
    for (const word of [...this.wordTerms.keys()].sort())
      writer.word(word, ...list(this.wordTerms.get(word) as number));
    this.writeTriples(writer, starts);
    return writer.finish(this.ids, this.lengths);
  }

  private writeTriples(writer: SegmentWriter, starts: Uint32Array): void {
    const holders = Uint32Array.from(
      this.keys,
      (_, term) => (starts[term + 1] as number) - (starts[term] as number),
    );
    const found = this.triples
      .find(holders, this.pairs)
      .map((triple) => ({
        ...triple,
        key: tripleKey(this.keys[triple.first] as number, this.keys[triple.second] as number),
      }))
      .sort((a, b) => a.key - b.key);
    for (const { key, documents, frequencies } of found)
      writer.triple(key, documents, frequencies, documents.length, true);
  }

  private count(term: number): void {
    this.length++;
    if (term >= this.lastPairs.length) this.lastPairs = grown(this.lastPairs, Uint32Array);
    const last = this.lastPairs[term] as number;
    if (last > this.firstPairOfDocument) {
      const frequency = (this.pairFrequencies[last - 1] as number) + this.weight;
      this.pairFrequencies[last - 1] = Math.min(MAX_FREQUENCY, frequency);
      return;
    }
    if (this.pairs === this.pairTerms.length) {
      this.pairTerms = grown(this.pairTerms, Uint32Array);
      this.pairFrequencies = grown(this.pairFrequencies, Uint8Array);
    }
    this.pairTerms[this.pairs] = term;
    this.pairFrequencies[this.pairs] = this.weight;
    this.lastPairs[term] = ++this.pairs;
  }
}

function grown<Numbers extends Uint8Array | Uint32Array>(
  numbers: Numbers,
  kind: new (length: number) => Numbers,
): Numbers {
  const twice = new kind(numbers.length * 2);
  twice.set(numbers);
  return twice;
}

/** Numbers by 32-bit keys: an open table, since a Map of a million keys takes five times the room. */
class KeyTable {
  private keys = new Uint32Array(1 << 12);
  /** One more than the value; 0 where the place is free. */
  private values = new Uint32Array(1 << 12);
  private count = 0;

  /** The value of `key`, which is set to `value` when it had none. */
  getOrSet(key: number, value: number): number {
    const mask = this.keys.length - 1;
    let at = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    for (;;) {
      const found = this.values[at] as number;
      if (found === 0) break;
      if (this.keys[at] === key) return found - 1;
      at = (at + 1) & mask;
    }
    this.keys[at] = key;
    this.values[at] = value + 1;
    if (++this.count * 2 > this.keys.length) this.grow();
    return value;
  }

  sortedKeys(): Uint32Array {
    const keys = new Uint32Array(this.count);
    let next = 0;
    this.values.forEach((value, at) => {
      if (value !== 0) keys[next++] = this.keys[at] as number;
    });
    return keys.sort();
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Uint32Array(keys.length * 2);
    this.count = 0;
    for (let at = 0; at < keys.length; at++)
      if (values[at] !== 0) this.getOrSet(keys[at] as number, (values[at] as number) - 1);
  }
}
