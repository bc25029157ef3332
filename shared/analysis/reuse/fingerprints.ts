/** Units of a shingle. */
const SHINGLE = 6;
/**
 * One shingle of each so many neighbours is kept, so that any two texts with `SHINGLE + WINDOW - 1` = 12 units in common
 * keep one in common: a copied sentence with a word changed has such a stretch. S. Schleimer, D. Wilkerson, A. Aiken,
 * Winnowing: local algorithms for document fingerprinting, 2003.
 */
const WINDOW = 7;

export interface Fingerprint {
  readonly hash: number;
  /** Index of the shingle's first unit. */
  readonly at: number;
}

/** The fingerprints of a text in its order: about one to four units. */
export function fingerprintsOf(units: Uint16Array): Fingerprint[] {
  const count = units.length - SHINGLE + 1;
  if (count < 1) return [];
  const hashes = new Uint32Array(count);
  for (let at = 0; at < count; at++) hashes[at] = hashOf(units, at);
  const kept: Fingerprint[] = [];
  let last = -1;
  for (let end = Math.min(WINDOW, count); end <= count; end++) {
    let least = Math.max(0, end - WINDOW);
    // The rightmost of equals, so that a run of one character keeps few.
    for (let at = least + 1; at < end; at++) if (hashes[at]! <= hashes[least]!) least = at;
    if (least === last) continue;
    last = least;
    kept.push({ hash: hashes[least]!, at: least });
  }
  return kept;
}

/** FNV-1a over units, its bits mixed once more: the least of neighbours must not be the least character. */
function hashOf(units: Uint16Array, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + SHINGLE; i++) hash = Math.imul(hash ^ (units[i] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
