import type { PostingList } from './posting-list.ts';
import type { Segment } from './segment.ts';
import { SegmentWriter } from './segment-writer.ts';

export interface MergePart {
  readonly segment: Segment;
  readonly isRemoved: (document: number) => boolean;
}

interface Head {
  readonly part: number;
  readonly terms: ReturnType<Segment['terms']>;
  key: number | string;
  list: PostingList;
}

/** One segment of the documents of all parts, in their order, without those that were removed. */
export function mergeSegments(parts: readonly MergePart[]): Uint8Array {
  const ids: string[] = [];
  const lengths: number[] = [];
  const renumbered = parts.map(({ segment, isRemoved }) => {
    const numbers = new Int32Array(segment.documents).fill(-1);
    for (let document = 0; document < segment.documents; document++) {
      if (isRemoved(document)) continue;
      numbers[document] = ids.length;
      ids.push(segment.id(document));
      lengths.push(segment.lengths[document] as number);
    }
    return numbers;
  });
  const longest = Math.max(0, ...parts.map(({ segment }) => segment.documents));
  const read = { documents: new Uint32Array(longest), frequencies: new Uint8Array(longest) };
  const merged = { documents: new Uint32Array(ids.length), frequencies: new Uint8Array(ids.length) };
  const writer = new SegmentWriter();
  const heads = parts.flatMap(({ segment }, part) => {
    const terms = segment.terms();
    const { value } = terms.next();
    return value ? [{ part, terms, ...value } as Head] : [];
  });
  while (heads.length > 0) {
    const key = heads.reduce(
      (lowest, head) => (isBefore(head.key, lowest) ? head.key : lowest),
      heads[0]!.key,
    );
    let count = 0;
    for (let i = 0; i < heads.length; ) {
      const head = heads[i] as Head;
      if (head.key !== key) {
        i++;
        continue;
      }
      const numbers = renumbered[head.part] as Int32Array;
      head.list.decode(read.documents, read.frequencies);
      for (let k = 0; k < head.list.count; k++) {
        const number = numbers[read.documents[k] as number] as number;
        if (number < 0) continue;
        merged.documents[count] = number;
        merged.frequencies[count++] = read.frequencies[k] as number;
      }
      const { value } = head.terms.next();
      if (value) {
        head.key = value.key;
        head.list = value.list;
        i++;
      } else heads.splice(i, 1);
    }
    if (count === 0) continue;
    if (typeof key === 'number') writer.ideographs(key, merged.documents, merged.frequencies, count);
    else writer.word(key, merged.documents, merged.frequencies, count);
  }
  return writer.finish(ids, lengths);
}

/** Keys of ideographs come before words. */
function isBefore(a: number | string, b: number | string): boolean {
  if (typeof a === typeof b) return a < b;
  return typeof a === 'number';
}
