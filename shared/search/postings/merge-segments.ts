import { bigramKey } from '../terms/scan-terms.ts';
import type { KeyedList, Segment } from './segment.ts';
import { SegmentWriter } from './segment-writer.ts';

export interface MergePart {
  readonly segment: Segment;
  readonly isRemoved: (document: number) => boolean;
}

/** A part with the numbers that its documents get, −1 for those that are gone. */
interface Renumbered {
  readonly segment: Segment;
  readonly numbers: Int32Array;
}

/** The lists of all parts that have one key. */
interface Merged<List extends KeyedList<number | string>> {
  readonly key: List['key'];
  /** The list of each part, null where it has none. */
  readonly lists: readonly (List | null)[];
  readonly documents: Uint32Array;
  readonly frequencies: Uint8Array;
  readonly count: number;
}

/** One segment of the documents of all parts, in their order, without those that were removed. */
export function mergeSegments(parts: readonly MergePart[]): Uint8Array {
  const ids: string[] = [];
  const lengths: number[] = [];
  const renumbered = parts.map(({ segment, isRemoved }): Renumbered => {
    const numbers = new Int32Array(segment.documents).fill(-1);
    for (let document = 0; document < segment.documents; document++) {
      if (isRemoved(document)) continue;
      numbers[document] = ids.length;
      ids.push(segment.id(document));
      lengths.push(segment.lengths[document] as number);
    }
    return { segment, numbers };
  });
  const writer = new SegmentWriter();
  const total = ids.length;
  for (const { key, documents, frequencies, count } of mergeLists(renumbered, total, (s) =>
    s.ideographLists(),
  ))
    writer.ideographs(key, documents, frequencies, count);
  for (const { key, documents, frequencies, count } of mergeLists(renumbered, total, (s) => s.wordLists()))
    writer.word(key, documents, frequencies, count);
  for (const merged of mergeLists(renumbered, total, (segment) => segment.tripleLists())) {
    const { key, lists, documents, frequencies, count } = merged;
    const isWhole = renumbered.every(({ segment }, part) => lists[part]?.isWhole || !mayHold(segment, key));
    writer.triple(key, documents, frequencies, count, isWhole);
  }
  return writer.finish(ids, lengths);
}

function mayHold(segment: Segment, triple: number): boolean {
  const pair = Math.floor(triple / 0x10000);
  const second = bigramKey(pair & 0xffff, triple & 0xffff);
  return segment.findIdeographs(pair) !== null && segment.findIdeographs(second) !== null;
}

/** The lists of all parts by key, rising; what is handed out is written over by the next. */
function* mergeLists<List extends KeyedList<number | string>>(
  parts: readonly Renumbered[],
  total: number,
  listsOf: (segment: Segment) => Generator<List>,
): Generator<Merged<List>> {
  const longest = Math.max(0, ...parts.map(({ segment }) => segment.documents));
  const read = { documents: new Uint32Array(longest), frequencies: new Uint8Array(longest) };
  const documents = new Uint32Array(total);
  const frequencies = new Uint8Array(total);
  const sources = parts.map(({ segment }) => listsOf(segment));
  const heads = sources.map((source) => source.next().value as List | undefined);
  for (;;) {
    let lowest: List['key'] | undefined;
    for (const head of heads) if (head && (lowest === undefined || head.key < lowest)) lowest = head.key;
    if (lowest === undefined) return;
    const key = lowest;
    const lists = heads.map((head) => (head?.key === key ? head : null));
    let count = 0;
    lists.forEach((entry, part) => {
      if (!entry) return;
      const { numbers } = parts[part] as Renumbered;
      entry.list.decode(read.documents, read.frequencies);
      for (let i = 0; i < entry.list.count; i++) {
        const number = numbers[read.documents[i] as number] as number;
        if (number < 0) continue;
        documents[count] = number;
        frequencies[count++] = read.frequencies[i] as number;
      }
      heads[part] = sources[part]?.next().value as List | undefined;
    });
    if (count > 0) yield { key, lists, documents, frequencies, count };
  }
}
