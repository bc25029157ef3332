import { MAX_FREQUENCY } from '../postings/posting-list.ts';
import type { Segment } from '../postings/segment.ts';
import { bigramKey } from '../terms/scan-terms.ts';
import type { Needle } from './needle.ts';
import type { Scratch } from './term-postings.ts';

/** More than all places of a document can make up for. */
const UNPROVABLE = 2 ** 30;
/** Lists that are gone through in the time that one text is read. */
const LISTS_FOR_A_TEXT = 6;

/**
 * Which of these documents hold a phrase of three ideographs or more for certain, without a look at their texts.
 *
 * Of the n places of 乙 in a document, some follow 甲 and some stand before 丙. Where those are more than n
 * together, one place must do both, so that 甲乙丙 stands there. In the same way, of the places of 乙丙 some end
 * 甲乙丙 and some begin 乙丙丁; and so on along the phrase. How often a triple stands in a document is known where
 * it has a list; else its bigrams tell the least.
 * @param documents rising; each holds all bigrams of the phrase.
 * @returns one entry a document: 1 where it is certain, 0 where the text must tell; null when it cannot be told.
 */
export function provePhrase(
  segment: Segment,
  { units, triples }: Needle,
  documents: Uint32Array,
  scratch: Scratch,
): Uint8Array | null {
  if (units.length < 3 || triples.length !== units.length - 2) return null;
  const count = documents.length;
  const pairs = Array.from({ length: units.length - 1 }, (_, at) => {
    const frequencies = new Uint8Array(count);
    const list = segment.findIdeographs(bigramKey(units[at] as number, units[at + 1] as number));
    list?.frequenciesIn(documents, count, frequencies);
    return frequencies;
  });
  // How often the phrase up to the present triple stands in each document, at the least.
  const certain = new Int32Array(count);
  for (const at of triples) {
    const least = leastOf(segment, units.subarray(at, at + 3), pairs.slice(at, at + 2), documents, scratch);
    if (!least) return null;
    const shared = pairs[at] as Uint8Array;
    for (let d = 0; d < count; d++) {
      if (at === 0) certain[d] = least[d] as number;
      // A count that reached its limit proves nothing.
      else if ((shared[d] as number) >= MAX_FREQUENCY) certain[d] = -UNPROVABLE;
      else certain[d]! += (least[d] as number) - (shared[d] as number);
    }
  }
  return Uint8Array.from(certain, (least) => (least > 0 ? 1 : 0));
}

/** How often a triple stands in each document, at the least; null when to tell would take too long. */
function leastOf(
  segment: Segment,
  triple: Uint16Array,
  pairs: readonly Uint8Array[],
  documents: Uint32Array,
  scratch: Scratch,
): Int32Array | null {
  const [first, middle, last] = triple as unknown as [number, number, number];
  const count = documents.length;
  const least = new Int32Array(count);
  const listed = segment.findTriple(first, middle, last);
  if (listed) {
    const frequencies = new Uint8Array(count);
    listed.list.frequenciesIn(documents, count, frequencies);
    least.set(frequencies);
    if (listed.isWhole || least.every((frequency) => frequency > 0)) return least;
  } else if (listsOf(segment, middle) > count * LISTS_FOR_A_TEXT) return null;
  const places = countIdeograph(segment, middle, scratch);
  const [before, after] = pairs as readonly [Uint8Array, Uint8Array];
  for (let d = 0; d < count; d++) {
    const [ending, starting] = [before[d] as number, after[d] as number];
    if (least[d] !== 0 || ending >= MAX_FREQUENCY || starting >= MAX_FREQUENCY) continue;
    least[d] = Math.max(0, ending + starting - (places[documents[d] as number] as number));
  }
  return least;
}

function listsOf(segment: Segment, unit: number): number {
  const [from, to] = segment.startingWith(unit);
  return to - from;
}

/** How often an ideograph stands in each document of a segment; `UNPROVABLE` where the count was cut off. */
function countIdeograph(segment: Segment, unit: number, scratch: Scratch): Int32Array {
  scratch.reserve(segment.documents);
  const { documents, frequencies } = scratch;
  const counts = new Int32Array(segment.documents);
  for (const list of segment.lists(...segment.startingWith(unit))) {
    list.decode(documents, frequencies);
    for (let i = 0; i < list.count; i++) {
      const document = documents[i] as number;
      const frequency = frequencies[i] as number;
      if (frequency >= MAX_FREQUENCY) counts[document] = UNPROVABLE;
      else counts[document]! += frequency;
    }
  }
  return counts;
}
