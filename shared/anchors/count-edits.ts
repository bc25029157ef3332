/** Rows of the table that one machine word holds. */
const WORD = 32;

/** Steps that are left; a step is one word of one column. */
export interface Budget {
  left: number;
}

/** How edits are counted. */
export interface Counting {
  /** Edits that matter: where it takes more, how many does not. */
  readonly most: number;
  /** The last unit of the text at which the stretch may start. */
  readonly lastStart: number;
  readonly budget: Budget;
}

/**
 * The fewest edits that turn `pattern` into a stretch of `text` that ends at each place, from 0 to the text's
 * length; `most` + 1 where it takes more than `most`. Null when the budget was spent before the text's end.
 *
 * A column of the table of edits is held as the differences of its rows, one bit each, so that a step does 32 rows;
 * words of the column in which every row takes more than `most` are left out, at its foot and, behind the last start,
 * at its head. So it takes text length × (starts + 2 × `most`) ÷ 32 steps at most.
 *
 * Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", JACM 1999, with
 * the cut-off of its section 4 (Ukkonen, "Finding approximate patterns in strings", 1985); names of the vectors as in
 * Hyyrö, "Explaining and extending the bit-parallel approximate string matching algorithm of Myers", 2001.
 */
export function countEdits(
  pattern: string,
  text: string,
  { most, lastStart, budget }: Counting,
): Int32Array | null {
  const words = Math.ceil(pattern.length / WORD);
  const equals = readEquals(pattern, words);
  const none = new Int32Array(words);
  // Differences down the column: where a row is one more, and one less, than the row above.
  const more = new Int32Array(words).fill(-1);
  const less = new Int32Array(words);
  // Edits at the lowest row of each word. No row above it takes fewer than that less the rows between.
  const feet = Int32Array.from({ length: words }, (_, word) => Math.min((word + 1) * WORD, pattern.length));
  const over = most + WORD;
  const last = words - 1;
  const lastRow = 1 << ((pattern.length - 1) % WORD);
  let high = 0;
  let low = Math.min(last, Math.floor(most / WORD));
  const edits = new Int32Array(text.length + 1).fill(most + 1);
  edits[0] = Math.min(pattern.length, most + 1);
  for (let column = 0; column < text.length; column++) {
    budget.left -= low - high + 1;
    if (budget.left < 0) return null;
    const equal = equals.get(text.charCodeAt(column)) ?? none;
    // Difference across to this column at the foot of the word above. Above the pattern it is nought as long as a
    // stretch may start; what is left out above takes more than matters, and more with each column.
    let carried = column < lastStart ? 0 : 1;
    let canGrow = low < last;
    for (let word = high; word <= low; word++) {
      const pv = more[word] as number;
      const mv = less[word] as number;
      const eq = (equal[word] as number) | (carried < 0 ? 1 : 0);
      const xv = (equal[word] as number) | mv;
      const xh = (((eq & pv) + pv) ^ pv) | eq;
      const ph = mv | ~(xh | pv);
      const mh = pv & xh;
      const row = word === last ? lastRow : 1 << (WORD - 1);
      const phDown = (ph << 1) | (carried > 0 ? 1 : 0);
      const mhDown = (mh << 1) | (carried < 0 ? 1 : 0);
      more[word] = mhDown | ~(xv | phDown);
      less[word] = phDown & xv;
      carried = (ph & row) !== 0 ? 1 : (mh & row) !== 0 ? -1 : 0;
      const before = feet[word] as number;
      feet[word] = before + carried;
      if (word < low || !canGrow) continue;
      canGrow = false;
      if (before > most || (carried >= 0 && ((equal[word + 1] as number) & 1) === 0)) continue;
      low++;
      more[low] = -1;
      less[low] = 0;
      feet[low] = before + Math.min(WORD, pattern.length - low * WORD);
    }
    while (low > high && (feet[low] as number) >= over) low--;
    if (column >= lastStart) {
      while (high < low && (feet[high] as number) >= over) high++;
      if ((feet[high] as number) >= over) break;
    }
    if (low === last) edits[column + 1] = Math.min(feet[last] as number, most + 1);
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
