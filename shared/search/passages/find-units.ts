import { type FoldedText, placeOf } from '@shared/text/folding.ts';
import type { Mark } from '../search-index.ts';

/** First place at or after `from` where the needle stands in folded text; −1 when there is none. */
export function indexOfUnits(text: FoldedText, needle: Uint16Array, from = 0): number {
  const { units } = text;
  const last = text.length - needle.length;
  const first = needle[0] as number;
  const second = needle[1];
  for (let i = from; i <= last; i++) {
    if (units[i] !== first || (second !== undefined && units[i + 1] !== second)) continue;
    let k = 2;
    while (k < needle.length && units[i + k] === needle[k]) k++;
    if (k >= needle.length) return i;
  }
  return -1;
}

/** Every place of the needle, places that share units among them, as spans of the text that was folded. */
export function marksOf(text: FoldedText, needle: Uint16Array): Mark[] {
  const marks: Mark[] = [];
  for (let at = indexOfUnits(text, needle); at >= 0; at = indexOfUnits(text, needle, at + 1))
    marks.push(placeOf(text, at, at + needle.length));
  return marks;
}

/** In order and disjoint; marks that overlap become one, marks that only touch stay two. */
export function settleMarks(marks: readonly Mark[]): Mark[] {
  const settled: [number, number][] = [];
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = settled.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else settled.push([start, end]);
  }
  return settled;
}
