/** Rows of the table that one machine word holds. */
const WORD = 32;

/**
 * The fewest edits that turn `pattern` into a stretch of `text` that ends at each place, from 0 to the text's
 * length; where the stretch starts is free. A column of the table of edits is held as the differences of its
 * rows, one bit each, so that a step does 32 rows: pattern length × text length ÷ 32 steps.
 *
 * Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", JACM 1999;
 * names of the vectors as in Hyyrö, "Explaining and extending the bit-parallel approximate string matching
 * algorithm of Myers", 2001.
 */
export function countEdits(pattern: string, text: string): Int32Array {
  const words = Math.ceil(pattern.length / WORD);
  const equals = readEquals(pattern, words);
  const none = new Int32Array(words);
  // Differences down the column: where a row is one more, and one less, than the row above.
  const more = new Int32Array(words).fill(-1);
  const less = new Int32Array(words);
  const last = 1 << ((pattern.length - 1) % WORD);
  const edits = new Int32Array(text.length + 1);
  edits[0] = pattern.length;
  for (let column = 0; column < text.length; column++) {
    const equal = equals.get(text.charCodeAt(column)) ?? none;
    // Difference across to this column at the foot of the word above; the row above the pattern is all zero.
    let carried = 0;
    for (let word = 0; word < words; word++) {
      const pv = more[word] as number;
      const mv = less[word] as number;
      const eq = (equal[word] as number) | (carried < 0 ? 1 : 0);
      const xv = (equal[word] as number) | mv;
      const xh = (((eq & pv) + pv) ^ pv) | eq;
      const ph = mv | ~(xh | pv);
      const mh = pv & xh;
      const foot = word === words - 1 ? last : 1 << (WORD - 1);
      const across = (ph & foot) !== 0 ? 1 : (mh & foot) !== 0 ? -1 : 0;
      const phDown = (ph << 1) | (carried > 0 ? 1 : 0);
      const mhDown = (mh << 1) | (carried < 0 ? 1 : 0);
      more[word] = mhDown | ~(xv | phDown);
      less[word] = phDown & xv;
      carried = across;
    }
    edits[column + 1] = (edits[column] as number) + carried;
  }
  return edits;
}

/** For each unit of the pattern, the rows at which it stands. */
function readEquals(pattern: string, words: number): Map<number, Int32Array> {
  const equals = new Map<number, Int32Array>();
  for (let row = 0; row < pattern.length; row++) {
    const unit = pattern.charCodeAt(row);
    const rows = equals.get(unit) ?? new Int32Array(words);
    equals.set(unit, rows);
    const word = Math.floor(row / WORD);
    rows[word] = (rows[word] as number) | (1 << (row % WORD));
  }
  return equals;
}
