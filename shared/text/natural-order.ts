const PIECES = /\d+|\D+/g;

const isNumber = (piece: string): boolean => /^\d/.test(piece);

/**
 * Orders names of files as a person does, numbers in them by what they are: `page2` before `page10`. By code units else, so
 * that the order is the same on every machine.
 * @returns below 0, 0 (for equal strings alone) or above 0, as `Array.sort` asks.
 */
export function compareNaturally(a: string, b: string): number {
  const [ones, others] = [a.match(PIECES) ?? [], b.match(PIECES) ?? []];
  for (const [at, one] of ones.entries()) {
    const other = others[at];
    if (other === undefined) return 1;
    const difference = isNumber(one) && isNumber(other) ? compareNumbers(one, other) : compare(one, other);
    if (difference !== 0) return difference;
  }
  // As long as each other, they are equal but for zeros before a number.
  return ones.length - others.length || compare(a, b);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Of any length: a number without its leading zeros is larger where it is longer. */
function compareNumbers(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return one.length - other.length || compare(one, other);
}
