import { utf8fromStringLoose } from '@exodus/bytes/utf8.js';
import { ByteWriter } from './bytes.ts';
import { checksum } from './checksum.ts';
import { writePostings } from './posting-list.ts';
import {
  CHECKED_FROM,
  GROUP,
  HEADER,
  HEADER_WORDS,
  MAGIC,
  MAX_LENGTH,
  SEGMENT_VERSION,
} from './segment-layout.ts';

/** Key of three ideographs that stand side by side, by the keys of both bigrams: 48 bits. */
export const tripleKey = (first: number, second: number): number => first * 0x10000 + (second & 0xffff);

/** Writes a segment: bigrams and tails in rising order of their keys, then words, then triples likewise. */
export class SegmentWriter {
  private readonly firsts: number[] = [];
  private readonly firstStarts: number[] = [];
  private seconds = new Uint16Array(4096);
  private bigrams = 0;
  private readonly bigramGroups: number[] = [];
  private readonly wordGroups: number[] = [];
  private readonly wordTexts: number[] = [];
  private words = 0;
  private readonly triplePairs: number[] = [];
  private readonly tripleThirds: number[] = [];
  private readonly tripleGroups: number[] = [];
  private readonly tripleWholes: number[] = [];
  private wordBefore: Uint8Array = new Uint8Array();
  private readonly wordText = new ByteWriter();
  private readonly postings = new ByteWriter(1 << 16);
  private readonly body = new ByteWriter();

  ideographs(key: number, documents: Uint32Array, frequencies: Uint8Array, count: number): void {
    const first = key >>> 16;
    if (this.firsts.at(-1) !== first) {
      this.firsts.push(first);
      this.firstStarts.push(this.bigrams);
    }
    if (this.bigrams % GROUP === 0) this.bigramGroups.push(this.postings.length);
    if (this.bigrams === this.seconds.length) {
      const grown = new Uint16Array(this.bigrams * 2);
      grown.set(this.seconds);
      this.seconds = grown;
    }
    this.seconds[this.bigrams++] = key & 0xffff;
    writePostings(this.postings, this.body, documents, frequencies, count);
  }

  word(word: string, documents: Uint32Array, frequencies: Uint8Array, count: number): void {
    const bytes = utf8fromStringLoose(word);
    let shared = 0;
    if (this.words % GROUP === 0) {
      this.wordGroups.push(this.postings.length);
      this.wordTexts.push(this.wordText.length);
    } else {
      const longest = Math.min(bytes.length, this.wordBefore.length);
      while (shared < longest && bytes[shared] === this.wordBefore[shared]) shared++;
    }
    this.wordText.varint(shared);
    this.wordText.varint(bytes.length - shared);
    this.wordText.append(bytes.subarray(shared));
    this.wordBefore = bytes;
    this.words++;
    writePostings(this.postings, this.body, documents, frequencies, count);
  }

  /** @param isWhole the list has every document that holds the triple. */
  triple(
    key: number,
    documents: Uint32Array,
    frequencies: Uint8Array,
    count: number,
    isWhole: boolean,
  ): void {
    if (this.triplePairs.length % GROUP === 0) this.tripleGroups.push(this.postings.length);
    this.triplePairs.push(Math.floor(key / 0x10000));
    this.tripleThirds.push(key & 0xffff);
    this.tripleWholes.push(isWhole ? 1 : 0);
    writePostings(this.postings, this.body, documents, frequencies, count);
  }

  /** @param lengths of the documents in terms, in their order. */
  finish(ids: readonly string[], lengths: ArrayLike<number>): Uint8Array {
    const idText = new ByteWriter();
    const idStarts = new Uint32Array(ids.length + 1);
    ids.forEach((id, i) => {
      idText.append(utf8fromStringLoose(id));
      idStarts[i + 1] = idText.length;
    });
    const short = new Uint16Array(ids.length);
    let totalLength = 0;
    for (let i = 0; i < ids.length; i++) {
      short[i] = Math.min(MAX_LENGTH, lengths[i] as number);
      totalLength += short[i] as number;
    }
    const header = new Uint32Array(HEADER_WORDS);
    header[HEADER.magic] = MAGIC;
    header[HEADER.version] = SEGMENT_VERSION;
    header[HEADER.documents] = ids.length;
    header[HEADER.totalLength] = totalLength;
    header[HEADER.firsts] = this.firsts.length;
    header[HEADER.bigrams] = this.bigrams;
    header[HEADER.words] = this.words;
    header[HEADER.triples] = this.triplePairs.length;
    const sections: readonly (readonly [number, ArrayBufferView])[] = [
      [HEADER.firstsAt, Uint16Array.from(this.firsts)],
      [HEADER.firstStartsAt, Uint32Array.from([...this.firstStarts, this.bigrams])],
      [HEADER.secondsAt, this.seconds.subarray(0, this.bigrams)],
      [HEADER.bigramGroupsAt, Uint32Array.from(this.bigramGroups)],
      [HEADER.wordGroupsAt, Uint32Array.from(this.wordGroups)],
      [HEADER.wordTextsAt, Uint32Array.from(this.wordTexts)],
      [HEADER.triplePairsAt, Uint32Array.from(this.triplePairs)],
      [HEADER.tripleThirdsAt, Uint16Array.from(this.tripleThirds)],
      [HEADER.tripleGroupsAt, Uint32Array.from(this.tripleGroups)],
      [HEADER.tripleWholesAt, Uint8Array.from(this.tripleWholes)],
      [HEADER.lengthsAt, short],
      [HEADER.idStartsAt, idStarts],
      [HEADER.postingsAt, this.postings.written()],
      [HEADER.wordTextAt, this.wordText.written()],
      [HEADER.idTextAt, idText.written()],
    ];
    let end = HEADER_WORDS * 4;
    for (const [field, section] of sections) {
      header[field] = end;
      // Each section starts where a typed array of any kind may start.
      end += (section.byteLength + 3) & ~3;
    }
    header[HEADER.end] = end;
    const blob = new Uint8Array(end);
    const put = (bytes: ArrayBufferView, at: number) =>
      blob.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), at);
    for (const [field, section] of sections) put(section, header[field] as number);
    put(header, 0);
    header[HEADER.checksum] = checksum(blob.subarray(CHECKED_FROM));
    put(header, 0);
    return blob;
  }
}
