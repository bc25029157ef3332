import { MAX_FREQUENCY, type PostingList } from '../postings/posting-list.ts';
import type { Segment } from '../postings/segment.ts';

/** The documents of a segment that hold a term, or any of several terms taken as one. */
export interface TermPostings {
  readonly count: number;
  decode(documents: Uint32Array, frequencies: Uint8Array): void;
  frequenciesIn(documents: Uint32Array, count: number, frequencies: Uint8Array): void;
}

/** Arrays that are written anew by each step of a search; as long as the longest segment has documents. */
export class Scratch {
  documents: Uint32Array = new Uint32Array();
  frequencies: Uint8Array = new Uint8Array();
  scores: Float32Array = new Float32Array();

  reserve(documents: number): void {
    if (documents <= this.documents.length) return;
    this.documents = new Uint32Array(documents);
    this.frequencies = new Uint8Array(documents);
    this.scores = new Float32Array(documents);
  }
}

/** Postings of several terms as if they were one: the frequencies add up. */
export class UnionPostings implements TermPostings {
  readonly count: number;
  private readonly documents: Uint32Array;
  private readonly frequencies: Uint8Array;

  constructor(segment: Segment, lists: Iterable<PostingList>, scratch: Scratch) {
    scratch.reserve(segment.documents);
    const sums = new Uint16Array(segment.documents);
    let count = 0;
    for (const list of lists) {
      list.decode(scratch.documents, scratch.frequencies);
      for (let i = 0; i < list.count; i++) {
        const document = scratch.documents[i] as number;
        if (sums[document] === 0) count++;
        sums[document]! += scratch.frequencies[i] as number;
      }
    }
    this.count = count;
    this.documents = new Uint32Array(count);
    this.frequencies = new Uint8Array(count);
    let next = 0;
    for (let document = 0; document < sums.length; document++) {
      if (sums[document] === 0) continue;
      this.documents[next] = document;
      this.frequencies[next++] = Math.min(MAX_FREQUENCY, sums[document] as number);
    }
  }

  decode(documents: Uint32Array, frequencies: Uint8Array): void {
    documents.set(this.documents);
    frequencies.set(this.frequencies);
  }

  frequenciesIn(documents: Uint32Array, count: number, frequencies: Uint8Array): void {
    let at = 0;
    for (let i = 0; i < count; i++) {
      const document = documents[i] as number;
      while (at < this.count && (this.documents[at] as number) < document) at++;
      frequencies[i] =
        at < this.count && this.documents[at] === document ? (this.frequencies[at] as number) : 0;
    }
  }
}
