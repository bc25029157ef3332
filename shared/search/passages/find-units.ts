import { type FoldedText, placeOf } from '@shared/text/folding.ts';
import type { Mark } from '../search-index.ts';
import { isDigit } from '../terms/unit-kinds.ts';

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

/** As `indexOfUnits`, but not in the digits behind another number's point or comma: 92% is no part of 65.92%. */
export function indexOfNumber(text: FoldedText, needle: Uint16Array, from = 0): number {
  let at = indexOfUnits(text, needle, from);
  while (at >= 0 && goesOn(text, at)) at = indexOfUnits(text, needle, at + 1);
  return at;
}

const POINT = 0x2e;
const COMMA = 0x2c;

/**
 * Whether digits go on with a number before them. A comma does so only before a group of three: it may as well part
 * clauses, since folding makes both commas one.
 */
function goesOn({ units, length }: FoldedText, at: number): boolean {
  const digitAt = (place: number): boolean => place >= 0 && place < length && isDigit(units[place] as number);
  if (!digitAt(at - 2)) return false;
  if (units[at - 1] === POINT) return true;
  if (units[at - 1] !== COMMA || digitAt(at - 5)) return false;
  return [0, 1, 2].every((place) => digitAt(at + place)) && !digitAt(at + 3);
}

/** Every place that `find` has of the needle, places that share units among them, as spans of the text that was folded. */
export function marksOf(text: FoldedText, needle: Uint16Array, find = indexOfUnits): Mark[] {
  const marks: Mark[] = [];
  for (let at = find(text, needle); at >= 0; at = find(text, needle, at + 1))
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
