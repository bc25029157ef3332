import { ByteReader, ByteWriter } from './bytes.ts';

/** Postings in a block; a list of more has a table of its blocks before them. */
const BLOCK = 128;
/** A longer list says how many bytes it has, so that it can be stepped over. */
const SHORT = 8;

/** Greater than the number of any document. */
const AFTER_ALL = 0x7fffffff;

/** How often a term stands in a document, up to this. */
export const MAX_FREQUENCY = 255;

/**
 * Writes one list: document numbers rising, frequencies 1 to 255.
 * @param body a writer for scratch.
 */
export function writePostings(
  out: ByteWriter,
  body: ByteWriter,
  documents: Uint32Array,
  frequencies: Uint8Array,
  count: number,
): void {
  out.varint(count);
  body.clear();
  const ends: number[] = [];
  let previous = -1;
  for (let i = 0; i < count; i++) {
    if (i > 0 && i % BLOCK === 0) ends.push(body.length);
    const document = documents[i] as number;
    const frequency = frequencies[i] as number;
    const gap = document - previous - 1;
    if (frequency === 1) body.varint(gap * 2);
    else {
      body.varint(gap * 2 + 1);
      body.varint(frequency);
    }
    previous = document;
  }
  if (count > SHORT) {
    const table = new ByteWriter(64);
    let lastDocument = -1;
    ends.forEach((end, block) => {
      const last = documents[(block + 1) * BLOCK - 1] as number;
      table.varint(last - lastDocument);
      table.varint(end - (ends[block - 1] ?? 0));
      lastDocument = last;
    });
    out.varint(table.length + body.length);
    out.append(table.written());
  }
  out.append(body.written());
}

/** The list at `position` of a segment's postings. Lists follow each other with nothing between. */
export class PostingList {
  /** Documents that hold the term. */
  readonly count: number;
  /** Where the list after this one starts. */
  readonly end: number;
  private readonly bytes: Uint8Array;
  private readonly body: number;

  constructor(bytes: Uint8Array, position: number) {
    const reader = new ByteReader(bytes, position);
    this.bytes = bytes;
    this.count = reader.varint();
    if (this.count > SHORT) {
      const size = reader.varint();
      this.body = reader.position;
      this.end = reader.position + size;
    } else {
      this.body = reader.position;
      for (let i = 0; i < this.count; i++) if (reader.varint() & 1) reader.varint();
      this.end = reader.position;
    }
  }

  /** Writes all postings from index `at`; both arrays have room for `at + count`. */
  decode(documents: Uint32Array, frequencies: Uint8Array, at = 0): void {
    const { bytes, count } = this;
    let position = this.bodyStart();
    let document = -1;
    for (let i = at; i < at + count; i++) {
      let byte = bytes[position++] as number;
      let value = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[position++] as number;
        value |= (byte & 0x7f) << shift;
      }
      document += (value >>> 1) + 1;
      documents[i] = document;
      if (value & 1) {
        // A frequency is at most 255: one byte or two.
        const low = bytes[position++] as number;
        frequencies[i] = low < 0x80 ? low : (low & 0x7f) | ((bytes[position++] as number) << 7);
      } else frequencies[i] = 1;
    }
  }

  /**
   * The frequency in each of `count` rising documents, 0 where the term is not in it. Blocks that hold none of
   * them are stepped over.
   */
  frequenciesIn(documents: Uint32Array, count: number, frequencies: Uint8Array): void {
    frequencies.fill(0, 0, count);
    if (count === 0) return;
    const { bytes } = this;
    const blocks = this.count > BLOCK ? Math.ceil(this.count / BLOCK) : 1;
    const table = new ByteReader(bytes, this.body);
    let position = this.bodyStart();
    let wanted = 0;
    let sought = documents[0] as number;
    let last = -1;
    for (let block = 0; block < blocks && wanted < count; block++) {
      const isLastBlock = block === blocks - 1;
      let document = last;
      let end = position;
      if (!isLastBlock) {
        last += table.varint();
        end += table.varint();
        if (sought > last) {
          position = end;
          continue;
        }
      }
      const inBlock = isLastBlock ? this.count - block * BLOCK : BLOCK;
      for (let i = 0; i < inBlock && wanted < count; i++) {
        let byte = bytes[position++] as number;
        let value = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = bytes[position++] as number;
          value |= (byte & 0x7f) << shift;
        }
        document += (value >>> 1) + 1;
        let frequency = 1;
        if (value & 1) {
          frequency = bytes[position++] as number;
          if (frequency >= 0x80) frequency = (frequency & 0x7f) | ((bytes[position++] as number) << 7);
        }
        while (sought < document) sought = ++wanted < count ? (documents[wanted] as number) : AFTER_ALL;
        if (sought === document) frequencies[wanted] = frequency;
      }
      if (isLastBlock) return;
      position = end;
      while (sought <= last) sought = ++wanted < count ? (documents[wanted] as number) : AFTER_ALL;
    }
  }

  private bodyStart(): number {
    if (this.count <= BLOCK) return this.body;
    const table = new ByteReader(this.bytes, this.body);
    for (let block = Math.ceil(this.count / BLOCK) - 1; block > 0; block--) {
      table.varint();
      table.varint();
    }
    return table.position;
  }
}
