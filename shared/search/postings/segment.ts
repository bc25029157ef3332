import { utf8fromStringLoose, utf8toStringLoose } from '@exodus/bytes/utf8.js';
import { bigramKey } from '../terms/scan-terms.ts';
import { ByteReader } from './bytes.ts';
import { checksum, hashOf } from './checksum.ts';
import { PostingList } from './posting-list.ts';
import { CHECKED_FROM, GROUP, HEADER, HEADER_WORDS, MAGIC, SEGMENT_VERSION } from './segment-layout.ts';

/** Index of a term of a segment: bigrams and tails first, by key, then words. */
export type TermNumber = number;

/** A list and what it is the list of. */
export interface KeyedList<Key> {
  readonly key: Key;
  readonly list: PostingList;
}

export interface TripleList {
  readonly list: PostingList;
  /** No other document of the segment holds the triple. */
  readonly isWhole: boolean;
}

/** A segment as it lies in its blob: typed views, nothing unpacked. Documents are numbers from 0. */
export class Segment {
  readonly documents: number;
  /** Sum of the documents' lengths. */
  readonly totalLength: number;
  /** Terms in each document, at most 65,535. */
  readonly lengths: Uint16Array;
  readonly bigrams: number;
  readonly words: number;
  private readonly triples: number;
  private readonly firsts: Uint16Array;
  private readonly firstStarts: Uint32Array;
  private readonly seconds: Uint16Array;
  private readonly bigramGroups: Uint32Array;
  private readonly wordGroups: Uint32Array;
  private readonly wordTexts: Uint32Array;
  /** Key of the first bigram of each triple. */
  private readonly triplePairs: Uint32Array;
  /** Its third ideograph. */
  private readonly tripleThirds: Uint16Array;
  private readonly tripleGroups: Uint32Array;
  private readonly tripleWholes: Uint8Array;
  private readonly wordText: Uint8Array;
  private readonly postings: Uint8Array;
  private readonly idStarts: Uint32Array;
  private readonly idText: Uint8Array;
  /** Documents by the hash of their id, one more than their number; made when a document is first looked up. */
  private idTable: Uint32Array | null = null;
  /** All ids in one string, where bytes and units are the same; empty where they are not. */
  private asciiIds: string | null = null;

  private constructor(blob: Uint8Array, header: Uint32Array) {
    const at = (field: number): number => blob.byteOffset + (header[field] as number);
    const count = (field: number): number => header[field] as number;
    const { buffer } = blob;
    this.documents = count(HEADER.documents);
    this.totalLength = count(HEADER.totalLength);
    this.bigrams = count(HEADER.bigrams);
    this.words = count(HEADER.words);
    this.firsts = new Uint16Array(buffer, at(HEADER.firstsAt), count(HEADER.firsts));
    this.firstStarts = new Uint32Array(buffer, at(HEADER.firstStartsAt), count(HEADER.firsts) + 1);
    this.seconds = new Uint16Array(buffer, at(HEADER.secondsAt), this.bigrams);
    this.bigramGroups = new Uint32Array(buffer, at(HEADER.bigramGroupsAt), Math.ceil(this.bigrams / GROUP));
    this.wordGroups = new Uint32Array(buffer, at(HEADER.wordGroupsAt), Math.ceil(this.words / GROUP));
    this.wordTexts = new Uint32Array(buffer, at(HEADER.wordTextsAt), Math.ceil(this.words / GROUP));
    this.triples = count(HEADER.triples);
    this.triplePairs = new Uint32Array(buffer, at(HEADER.triplePairsAt), this.triples);
    this.tripleThirds = new Uint16Array(buffer, at(HEADER.tripleThirdsAt), this.triples);
    this.tripleGroups = new Uint32Array(buffer, at(HEADER.tripleGroupsAt), Math.ceil(this.triples / GROUP));
    this.tripleWholes = new Uint8Array(buffer, at(HEADER.tripleWholesAt), this.triples);
    this.lengths = new Uint16Array(buffer, at(HEADER.lengthsAt), this.documents);
    this.idStarts = new Uint32Array(buffer, at(HEADER.idStartsAt), this.documents + 1);
    this.postings = blob.subarray(count(HEADER.postingsAt), count(HEADER.wordTextAt));
    this.wordText = blob.subarray(count(HEADER.wordTextAt), count(HEADER.idTextAt));
    this.idText = blob.subarray(count(HEADER.idTextAt), count(HEADER.end));
  }

  /** @returns null when the blob is not a segment of this version, is cut off, or fails its checksum. */
  static read(bytes: Uint8Array): Segment | null {
    // Typed views need an even start, which a slice of a larger buffer may not have.
    const blob = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
    if (blob.length < HEADER_WORDS * 4) return null;
    const header = new Uint32Array(blob.buffer, blob.byteOffset, HEADER_WORDS);
    if (header[HEADER.magic] !== MAGIC || header[HEADER.version] !== SEGMENT_VERSION) return null;
    if (header[HEADER.end] !== blob.length) return null;
    if (header[HEADER.checksum] !== checksum(blob.subarray(CHECKED_FROM))) return null;
    return new Segment(blob, header);
  }

  id(document: number): string {
    if (this.asciiIds === null) {
      const text = utf8toStringLoose(this.idText);
      this.asciiIds = text.length === this.idText.length ? text : '';
    }
    if (this.asciiIds === '') return utf8toStringLoose(this.idBytes(document));
    return this.asciiIds.slice(this.idStarts[document], this.idStarts[document + 1]);
  }

  /** The document of that id, null when it is not in this segment. */
  findDocument(id: string): number | null {
    this.idTable ??= this.makeIdTable();
    const mask = this.idTable.length - 1;
    const wanted = utf8fromStringLoose(id);
    for (let at = hashOf(wanted) & mask; ; at = (at + 1) & mask) {
      const entry = this.idTable[at] as number;
      if (entry === 0) return null;
      const bytes = this.idBytes(entry - 1);
      if (bytes.length === wanted.length && bytes.every((byte, i) => byte === wanted[i])) return entry - 1;
    }
  }

  findIdeographs(key: number): PostingList | null {
    const [from, to] = this.startingWith(key >>> 16);
    const second = key & 0xffff;
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.seconds[middle] as number) < second) low = middle + 1;
      else high = middle;
    }
    return low < to && this.seconds[low] === second ? this.list(low) : null;
  }

  /** All bigrams that start with an ideograph, and its tail: from, and to that is no longer one. */
  startingWith(first: number): readonly [TermNumber, TermNumber] {
    let low = 0;
    let high = this.firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.firsts[middle] as number) < first) low = middle + 1;
      else high = middle;
    }
    if (this.firsts[low] !== first) return [0, 0];
    return [this.firstStarts[low] as number, this.firstStarts[low + 1] as number];
  }

  /** Documents that hold three ideographs side by side; null when none are listed, though there may be some. */
  findTriple(first: number, second: number, third: number): TripleList | null {
    const pair = bigramKey(first, second);
    const { triplePairs, tripleThirds } = this;
    let low = 0;
    let high = this.triples;
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = triplePairs[middle] as number;
      if (found < pair || (found === pair && (tripleThirds[middle] as number) < third)) low = middle + 1;
      else high = middle;
    }
    if (triplePairs[low] !== pair || tripleThirds[low] !== third) return null;
    return this.triple(low);
  }

  findWord(word: string): PostingList | null {
    let low = 0;
    let high = this.wordTexts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.firstWordOf(middle) <= word) low = middle + 1;
      else high = middle;
    }
    const group = low - 1;
    if (group < 0) return null;
    let found = -1;
    this.eachWord(group * GROUP, Math.min(this.words, (group + 1) * GROUP), (bytes, length, number) => {
      if (found < 0 && utf8toStringLoose(bytes.subarray(0, length)) === word) found = number;
    });
    return found < 0 ? null : this.list(found);
  }

  /** Numbers of the words that have `part` anywhere in them. */
  wordsContaining(part: Uint8Array): TermNumber[] {
    const found: TermNumber[] = [];
    this.eachWord(0, this.words, (bytes, length, number) => {
      if (contains(bytes, length, part)) found.push(number);
    });
    return found;
  }

  /** All bigrams and tails, by key, rising. */
  *ideographLists(): Generator<KeyedList<number>> {
    let position = 0;
    for (let first = 0; first < this.firsts.length; first++) {
      const high = ((this.firsts[first] as number) << 16) >>> 0;
      for (let i = this.firstStarts[first] as number; i < (this.firstStarts[first + 1] as number); i++) {
        const list = new PostingList(this.postings, position);
        position = list.end;
        yield { key: high + (this.seconds[i] as number), list };
      }
    }
  }

  /** All words, rising. */
  *wordLists(): Generator<KeyedList<string>> {
    for (let group = 0; group < this.wordTexts.length; group++) {
      const words: string[] = [];
      this.eachWord(group * GROUP, Math.min(this.words, (group + 1) * GROUP), (bytes, length) => {
        words.push(utf8toStringLoose(bytes.slice(0, length)));
      });
      let position = this.wordGroups[group] as number;
      for (const key of words) {
        const list = new PostingList(this.postings, position);
        position = list.end;
        yield { key, list };
      }
    }
  }

  /** All triples that have a list, by key, rising. */
  *tripleLists(): Generator<KeyedList<number> & TripleList> {
    for (let i = 0; i < this.triples; i++) {
      const key = (this.triplePairs[i] as number) * 0x10000 + (this.tripleThirds[i] as number);
      yield { key, ...this.triple(i) };
    }
  }

  list(number: TermNumber): PostingList {
    return number < this.bigrams
      ? this.listIn(this.bigramGroups, number)
      : this.listIn(this.wordGroups, number - this.bigrams);
  }

  /** The lists of terms that follow each other, read one after another. */
  *lists(from: TermNumber, to: TermNumber): Generator<PostingList> {
    if (from >= to) return;
    let list = this.list(from);
    yield list;
    for (let number = from + 1; number < to; number++) {
      list = new PostingList(this.postings, list.end);
      yield list;
    }
  }

  private triple(number: number): TripleList {
    return { list: this.listIn(this.tripleGroups, number), isWhole: this.tripleWholes[number] === 1 };
  }

  private listIn(groups: Uint32Array, number: number): PostingList {
    let list = new PostingList(this.postings, groups[Math.floor(number / GROUP)] as number);
    for (let i = number % GROUP; i > 0; i--) list = new PostingList(this.postings, list.end);
    return list;
  }

  private idBytes(document: number): Uint8Array {
    return this.idText.subarray(this.idStarts[document] as number, this.idStarts[document + 1] as number);
  }

  private makeIdTable(): Uint32Array {
    const table = new Uint32Array(2 ** Math.ceil(Math.log2(this.documents * 2 + 2)));
    const mask = table.length - 1;
    for (let document = 0; document < this.documents; document++) {
      let at = hashOf(this.idBytes(document)) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = document + 1;
    }
    return table;
  }

  private firstWordOf(group: number): string {
    const reader = new ByteReader(this.wordText, this.wordTexts[group] as number);
    reader.varint();
    const length = reader.varint();
    return utf8toStringLoose(this.wordText.subarray(reader.position, reader.position + length));
  }

  /** @param from a word's place among the words, the first of its group. `bytes` is used again for the next. */
  private eachWord(
    from: number,
    to: number,
    take: (bytes: Uint8Array, length: number, number: TermNumber) => void,
  ): void {
    if (from >= to) return;
    let bytes: Uint8Array = new Uint8Array(64);
    const reader = new ByteReader(this.wordText, this.wordTexts[from / GROUP] as number);
    for (let i = from; i < to; i++) {
      const shared = reader.varint();
      const rest = reader.varint();
      if (shared + rest > bytes.length) {
        const grown = new Uint8Array((shared + rest) * 2);
        grown.set(bytes.subarray(0, shared));
        bytes = grown;
      }
      for (let k = 0; k < rest; k++) bytes[shared + k] = this.wordText[reader.position + k] as number;
      reader.position += rest;
      take(bytes, shared + rest, this.bigrams + i);
    }
  }
}

function contains(bytes: Uint8Array, length: number, part: Uint8Array): boolean {
  for (let start = 0; start + part.length <= length; start++) {
    let i = 0;
    while (i < part.length && bytes[start + i] === part[i]) i++;
    if (i === part.length) return true;
  }
  return false;
}
