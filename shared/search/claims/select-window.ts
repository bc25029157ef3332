/** Writes 16 bits of the key of each row, of all rows the same ones. */
export type KeyPart = (rows: Uint32Array, into: Uint16Array) => void;

const DIGITS = 65_536;
/** So few rows are sorted by comparing them. */
const FEW = 1024;

/**
 * The rows at some places of an order, found without sorting the others: rows are counted by the first part of their
 * key, and only those that share it with the places looked for are looked into further. Reads each row twice a part
 * at most.
 * @param rows rising; rows of one key stay in this order.
 * @param parts of the key, the highest first.
 * @param from first place, from 0.
 * @param to behind the last place; less come where there are no more.
 */
export function selectWindow(
  rows: Uint32Array,
  parts: readonly KeyPart[],
  from: number,
  to: number,
): Uint32Array {
  const window = new Uint32Array(Math.max(0, Math.min(to, rows.length) - from));
  let filled = 0;
  const put = (some: Uint32Array): void => {
    window.set(some, filled);
    filled += some.length;
  };
  const select = (some: Uint32Array, level: number, first: number, last: number): void => {
    const part = parts[level];
    if (!part || some.length <= FEW) {
      put((part ? sortFew(some, parts.slice(level)) : some).subarray(first, last));
      return;
    }
    const keys = new Uint16Array(some.length);
    part(some, keys);
    const starts = startsOf(keys);
    let low = 0;
    while ((starts[low + 1] as number) <= first) low++;
    let high = low;
    while (high + 1 < DIGITS && (starts[high + 1] as number) < last) high++;
    const base = starts[low] as number;
    const near = gather(some, keys, starts, low, high);
    for (let digit = low; digit <= high; digit++) {
      const [start, end] = [starts[digit] as number, starts[digit + 1] as number];
      if (start < end)
        select(
          near.subarray(start - base, end - base),
          level + 1,
          Math.max(0, first - start),
          Math.min(end, last) - start,
        );
    }
  };
  if (window.length > 0) select(rows, 0, from, from + window.length);
  return window;
}

/** How many keys are lower than each digit; one more at the end. */
function startsOf(keys: Uint16Array): Uint32Array {
  const starts = new Uint32Array(DIGITS + 1);
  for (let i = 0; i < keys.length; i++) (starts[(keys[i] as number) + 1] as number)++;
  for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit] as number;
  return starts;
}

/** The rows whose digit lies from `low` to `high`, by their digit, each in its order. */
function gather(
  rows: Uint32Array,
  keys: Uint16Array,
  starts: Uint32Array,
  low: number,
  high: number,
): Uint32Array {
  const base = starts[low] as number;
  const count = (starts[high + 1] as number) - base;
  if (low === high && count === rows.length) return rows;
  const near = new Uint32Array(count);
  const next = starts.slice(low, high + 1);
  for (let i = 0; i < rows.length; i++) {
    const digit = keys[i] as number;
    if (digit < low || digit > high) continue;
    const at = next[digit - low] as number;
    near[at - base] = rows[i] as number;
    next[digit - low] = at + 1;
  }
  return near;
}

function sortFew(rows: Uint32Array, parts: readonly KeyPart[]): Uint32Array {
  const keys = parts.map((part) => {
    const key = new Uint16Array(rows.length);
    part(rows, key);
    return key;
  });
  const order = Array.from(rows, (_, i) => i).sort((a, b) => {
    for (const key of keys) {
      const difference = (key[a] as number) - (key[b] as number);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  return Uint32Array.from(order, (i) => rows[i] as number);
}
