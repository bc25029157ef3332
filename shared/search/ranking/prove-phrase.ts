import { MAX_FREQUENCY } from '../postings/posting-list.ts';
import type { Segment } from '../postings/segment.ts';
import { bigramKey } from '../terms/scan-terms.ts';
import { IDEOGRAPH, kindOf } from '../terms/unit-kinds.ts';
import type { Scratch } from './term-postings.ts';

/** More than all places of a document can make up for. */
const UNPROVABLE = 2 ** 30;
/** Lists that are gone through in the time that one text is read. */
const LISTS_FOR_A_TEXT = 6;

/**
 * Which of these documents hold a phrase for certain, without a look at their texts.
 *
 * Of the n places of 乙 in a document, some follow 甲 and some stand before 丙. Where those are more than n
 * together, one place must do both, so that 甲乙丙 stands there; and so on along the phrase. That is the rule
 * for names, whose characters seldom stand alone in the same article.
 * @param documents rising; each holds all bigrams of the phrase.
 * @returns one entry a document: 1 where it is certain, 0 where the text must tell; null when it is not worth it.
 */
export function provePhrase(
  segment: Segment,
  phrase: Uint16Array,
  documents: Uint32Array,
  scratch: Scratch,
): Uint8Array | null {
  if (phrase.length < 3) return null;
  if (!phrase.every((unit) => kindOf(unit) === IDEOGRAPH)) return null;
  const count = documents.length;
  const lists = phrase.subarray(1, -1).reduce((sum, unit) => sum + listsOf(segment, unit), 0);
  if (lists > count * LISTS_FOR_A_TEXT) return null;
  const frequencies = new Uint8Array(count);
  // How often the phrase up to the present bigram stands in each document, at the least.
  const certain = new Int32Array(count);
  for (let i = 0; i + 1 < phrase.length; i++) {
    const pair = segment.findIdeographs(bigramKey(phrase[i] as number, phrase[i + 1] as number));
    if (!pair) return null;
    pair.frequenciesIn(documents, count, frequencies);
    const places = i === 0 ? null : countIdeograph(segment, phrase[i] as number, scratch);
    for (let d = 0; d < count; d++) {
      const frequency = frequencies[d] as number;
      // A count that reached its limit proves nothing.
      if (frequency >= MAX_FREQUENCY) certain[d] = -UNPROVABLE;
      else if (!places) certain[d] = frequency;
      else certain[d] = (certain[d] as number) + frequency - (places[documents[d] as number] as number);
    }
  }
  return Uint8Array.from(certain, (least) => (least > 0 ? 1 : 0));
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
