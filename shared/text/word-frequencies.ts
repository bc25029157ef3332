/**
 * Word classes, in the four bits that a word table keeps of a word's part of speech.
 * The order is part of the table's format.
 */
export const WORD_CLASSES = [
  'none',
  'noun',
  'person',
  'transcribed',
  'place',
  'body',
  'proper',
  'verb',
  'adjective',
  'adverb',
  'function',
  'number',
  'time',
  'pronoun',
  'idiom',
  'abbreviation',
] as const;

export type WordClass = (typeof WORD_CLASSES)[number];

/** The number of each class, its index in `WORD_CLASSES`: what `classOf` gives. */
export const WORD_CLASS = Object.fromEntries(
  WORD_CLASSES.map((wordClass, index) => [wordClass, index]),
) as Readonly<Record<WordClass, number>>;

/** The numbers of several classes. */
export const classesOf = (...classes: readonly WordClass[]): ReadonlySet<number> =>
  new Set(classes.map((wordClass) => WORD_CLASS[wordClass]));

/** Longest word that a table holds, in UTF-16 units. */
export const LONGEST_WORD = 12;

const HASH_SEED = 0x811c9dc5 | 0;

export const startWordHash = (): number => HASH_SEED;

/** Hash of a word one unit longer. */
export const extendWordHash = (hash: number, unit: number): number => {
  const mixed = Math.imul(hash ^ unit, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
};

/**
 * A frequency dictionary: open addressing over 32-bit entries.
 * Entry: fingerprint 22 bits, log frequency 5 bits (0: only a beginning of longer words), class 4 bits,
 * 1 bit that says whether longer words begin like this one. An empty slot is 0.
 * `groups` has for each slot the word's fine group in ten bits and its coarse group in the six above; 0 is none.
 */
export interface WordTable {
  readonly entries: Uint32Array;
  readonly groups: Uint16Array;
  readonly mask: number;
}

const FINGERPRINT_BITS = 22;

const slotOf = (hash: number, mask: number): number => (Math.imul(hash, 0x85ebca6b) >>> 7) & mask;
const fingerprintOf = (hash: number): number => Math.imul(hash, 0xc2b2ae35) >>> (32 - FINGERPRINT_BITS) || 1;

/** @returns what `frequencyOf` and its neighbours read, or −1 when neither word nor beginning is known. */
export const findWord = (table: WordTable, hash: number): number => {
  const { entries, groups, mask } = table;
  const fingerprint = fingerprintOf(hash);
  for (let slot = slotOf(hash, mask); ; slot = (slot + 1) & mask) {
    const entry = entries[slot]!;
    if (entry === 0) return -1;
    if (entry >>> 10 === fingerprint) return (groups[slot]! << 10) | (entry & 1023);
  }
};

export const frequencyOf = (entry: number): number => (entry >>> 5) & 31;
export const classOf = (entry: number): number => (entry >>> 1) & 15;
export const hasLonger = (entry: number): boolean => (entry & 1) === 1;
/** Both groups of the word, packed as in the table. */
export const groupsOf = (entry: number): number => entry >>> 10;

export const hashWord = (word: string): number => {
  let hash = startWordHash();
  for (let i = 0; i < word.length; i++) hash = extendWordHash(hash, word.charCodeAt(i));
  return hash;
};

/** Bytes of one slot in the file: all entries first, then all groups. */
const SLOT_BYTES = 6;

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * The table over the file's own bytes, little-endian: three stages read it, and none needs a copy of its own.
 * @throws Error when the file's length is no power of two of slots.
 */
export function readWordTable(bytes: Uint8Array): WordTable {
  const slots = bytes.length / SLOT_BYTES;
  if (!Number.isInteger(Math.log2(slots))) throw new Error(`word table of ${bytes.length} bytes`);
  const { buffer, byteOffset } =
    bytes.byteOffset % 4 === 0 && isLittleEndian ? bytes : inOwnOrder(bytes, slots);
  const entries = new Uint32Array(buffer, byteOffset, slots);
  const groups = new Uint16Array(buffer, byteOffset + 4 * slots, slots);
  return { entries, groups, mask: slots - 1 };
}

/** A copy that views of numbers can stand over, in the machine's order of bytes. */
function inOwnOrder(bytes: Uint8Array, slots: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  if (isLittleEndian) return copy;
  for (let i = 0; i < slots; i++) copy.subarray(4 * i, 4 * i + 4).reverse();
  for (let i = 0; i < slots; i++) copy.subarray(4 * slots + 2 * i, 4 * slots + 2 * i + 2).reverse();
  return copy;
}

export interface WordOfTable {
  readonly word: string;
  /** 1 to 31: the rounded double of the natural logarithm of its count, at least 1. */
  readonly frequency: number;
  readonly wordClass: WordClass;
  /** Fine group, 0 to 1023, and coarse group, 0 to 63: words used alike; 0 is none. */
  readonly fineGroup: number;
  readonly coarseGroup: number;
}

/** Builds the block that `readWordTable` reads. @throws Error when the words do not fit. */
export function buildWordTable(words: readonly WordOfTable[], slots: number): Uint8Array {
  const longer = new Set<string>();
  for (const { word } of words) for (let n = 1; n < word.length; n++) longer.add(word.slice(0, n));
  const known = new Map(words.map((item) => [item.word, item]));
  const entries = new Uint32Array(slots);
  const groups = new Uint16Array(slots);
  const mask = slots - 1;
  let used = 0;
  for (const word of [...new Set([...known.keys(), ...longer])].sort()) {
    const item = known.get(word);
    const value = item
      ? (Math.min(31, Math.max(1, item.frequency)) << 5) | (WORD_CLASSES.indexOf(item.wordClass) << 1)
      : 0;
    const hash = hashWord(word);
    let slot = slotOf(hash, mask);
    while (entries[slot] !== 0) slot = (slot + 1) & mask;
    entries[slot] = ((fingerprintOf(hash) << 10) | value | (longer.has(word) ? 1 : 0)) >>> 0;
    if (item) groups[slot] = item.fineGroup | (item.coarseGroup << 10);
    if (++used > slots * 0.85) throw new Error(`more than ${slots * 0.85} entries`);
  }
  const bytes = new Uint8Array(slots * SLOT_BYTES);
  const view = new DataView(bytes.buffer);
  entries.forEach((entry, i) => {
    view.setUint32(4 * i, entry, true);
  });
  groups.forEach((group, i) => {
    view.setUint16(4 * slots + 2 * i, group, true);
  });
  return bytes;
}
