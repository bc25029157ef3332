/** Characters as a table over UTF-16 units: asking it costs no string. */
export type Marks = Uint8Array;

/** @param characters each a single UTF-16 unit. */
export function marksOf(characters: string): Marks {
  const marks = new Uint8Array(0x10000);
  for (const character of characters) marks[character.charCodeAt(0)] = 1;
  return marks;
}

/** Where the stretch begins that ends at `end` and holds none of `marks`, not before `limit`. */
export function startBehind(marks: Marks, text: string, end: number, limit: number): number {
  let start = end;
  while (start > limit && marks[text.charCodeAt(start - 1)] === 0) start -= 1;
  return start;
}
