import {
  classOf,
  extendWordHash,
  findWord,
  frequencyOf,
  groupsOf,
  hasLonger,
  LONGEST_WORD,
  startWordHash,
  type WordTable,
} from '@shared/text/word-frequencies.ts';

/** Digits, Latin letters and whatever the table does not know. */
const CLASS_NONE = 0;
const CLASS_PERSON = 2;
const CLASS_TRANSCRIBED = 3;
const CLASS_PLACE = 4;
const CLASS_BODY = 5;
const CLASS_PROPER = 6;

/** Where in a name of the dictionary a character stands. */
const PART_FIRST = 1;
const PART_INNER = 2;
const PART_LAST = 3;

/**
 * A text cut into its likeliest words, with the names of the dictionary that lie over it.
 * All arrays have one element for each UTF-16 unit.
 */
export interface Segmentation {
  readonly length: number;
  /** Units folded for comparison: full width to half, digits to 0, Latin letters to a. */
  readonly units: Uint16Array;
  /** First unit of the word that holds this one. */
  readonly wordStart: Int32Array;
  /** End of the word that holds this one, exclusive. */
  readonly wordEnd: Int32Array;
  /** Index into `WORD_CLASSES`. */
  readonly wordClass: Uint8Array;
  readonly wordHash: Int32Array;
  /** The groups of the word as the table packs them, 0 for an unknown one. */
  readonly wordGroups: Uint16Array;
  /** The groups of the character as a word of its own. */
  readonly unitGroups: Uint16Array;
  /** Two bits each for person, transcribed name, place, body, proper noun: the part in the longest match. */
  readonly matches: Uint16Array;
}

const DIGIT = 0x30;
const LETTER = 0x61;

const foldUnit = (unit: number): number => {
  if (unit < 0x80) {
    if (unit >= 0x30 && unit <= 0x39) return DIGIT;
    if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)) return LETTER;
    return unit;
  }
  if (unit >= 0xff01 && unit <= 0xff5e) {
    const half = unit - 0xfee0;
    if (half >= 0x30 && half <= 0x39) return DIGIT;
    if ((half >= 0x41 && half <= 0x5a) || (half >= 0x61 && half <= 0x7a)) return LETTER;
    // Comma, full stop and their like stay apart from their ASCII forms, which mean other things in figures.
    return unit;
  }
  if (unit === 0x30fb || unit === 0x2022 || unit === 0x2027 || unit === 0x22c5) return 0xb7;
  return unit;
};

const MATCH_SHIFT = new Int8Array(16).fill(-1);
MATCH_SHIFT[CLASS_PERSON] = 0;
MATCH_SHIFT[CLASS_TRANSCRIBED] = 2;
MATCH_SHIFT[CLASS_PLACE] = 4;
MATCH_SHIFT[CLASS_BODY] = 6;
MATCH_SHIFT[CLASS_PROPER] = 8;

/** Sum of all counts, as the table's frequencies measure it. */
const LOG_TOTAL = 2 * Math.log(60_000_000);
const UNKNOWN_COST = LOG_TOTAL;

export function segmentWords(text: string, table: WordTable): Segmentation {
  const length = text.length;
  const units = new Uint16Array(length);
  for (let i = 0; i < length; i++) units[i] = foldUnit(text.charCodeAt(i));
  const cost = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(length + 1);
  const arrivedClass = new Uint8Array(length + 1);
  const arrivedHash = new Int32Array(length + 1);
  const arrivedGroups = new Uint16Array(length + 1);
  const matches = new Uint16Array(length);
  const unitGroups = new Uint16Array(length);
  const covered = new Int32Array(16);
  cost[0] = 0;
  for (let i = 0; i < length; i++) {
    const base = cost[i]!;
    // Only the inside of a run of digits or letters is never reached.
    if (base === Number.POSITIVE_INFINITY) continue;
    const unit = units[i]!;
    let hash = startWordHash();
    let known = false;
    if (unit === DIGIT || unit === LETTER) {
      // A run of digits or letters is one word.
      let end = i + 1;
      while (end < length && units[end] === unit) end++;
      hash = extendWordHash(hash, unit);
      if (base + UNKNOWN_COST < cost[end]!) {
        cost[end] = base + UNKNOWN_COST;
        from[end] = i;
        arrivedClass[end] = CLASS_NONE;
        arrivedHash[end] = hash;
      }
      known = true;
    } else {
      const limit = Math.min(length, i + LONGEST_WORD);
      for (let end = i; end < limit; ) {
        hash = extendWordHash(hash, units[end]!);
        end++;
        const entry = findWord(table, hash);
        if (entry < 0) break;
        const frequency = frequencyOf(entry);
        if (frequency > 0) {
          const wordClass = classOf(entry);
          const total = base + LOG_TOTAL - frequency;
          if (total < cost[end]!) {
            cost[end] = total;
            from[end] = i;
            arrivedClass[end] = wordClass;
            arrivedHash[end] = hash;
            arrivedGroups[end] = groupsOf(entry);
          }
          if (end === i + 1) {
            known = true;
            unitGroups[i] = groupsOf(entry);
          }
          const shift = MATCH_SHIFT[wordClass]!;
          if (shift >= 0 && end - i > 1 && end > covered[wordClass]!) {
            covered[wordClass] = end;
            mark(matches, i, end, shift);
          }
        }
        if (!hasLonger(entry)) break;
      }
    }
    if (!known && base + UNKNOWN_COST < cost[i + 1]!) {
      cost[i + 1] = base + UNKNOWN_COST;
      from[i + 1] = i;
      arrivedClass[i + 1] = CLASS_NONE;
      arrivedHash[i + 1] = extendWordHash(startWordHash(), unit);
    }
  }
  const wordStart = new Int32Array(length);
  const wordEnd = new Int32Array(length);
  const wordClass = new Uint8Array(length);
  const wordHash = new Int32Array(length);
  const wordGroups = new Uint16Array(length);
  for (let end = length; end > 0; ) {
    const start = from[end]!;
    wordStart.fill(start, start, end);
    wordEnd.fill(end, start, end);
    wordClass.fill(arrivedClass[end]!, start, end);
    wordHash.fill(arrivedHash[end]!, start, end);
    wordGroups.fill(arrivedGroups[end]!, start, end);
    end = start;
  }
  return { length, units, wordStart, wordEnd, wordClass, wordHash, wordGroups, unitGroups, matches };
}

function mark(matches: Uint16Array, start: number, end: number, shift: number): void {
  const keep = ~(3 << shift);
  for (let i = start; i < end; i++) {
    const part = i === start ? PART_FIRST : i === end - 1 ? PART_LAST : PART_INNER;
    matches[i] = (matches[i]! & keep) | (part << shift);
  }
}
