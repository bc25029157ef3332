import type { LexicalClasses } from './lexical-classes.ts';
import { SURNAME_BITS, TRANSCRIBING_BIT } from './lexical-classes.ts';
import type { Segmentation } from './segmentation.ts';
import { readSurroundings, type Surroundings } from './surroundings.ts';

/** Features of one character; a model is trained for one number of them. */
export const FEATURE_COUNT = 57;

const EDGE = 1;
const FUNCTION_CLASS = 10;
const PRONOUN_CLASS = 13;

/** Groups of what lies beyond the text's ends. */
const EDGE_GROUPS = 1023;
/** The fine group of packed groups; the coarse one stands above it. */
const FINE = 1023;
const COARSE_SHIFT = 10;

/** How far, in units, a body's last word is looked for to the right. */
const TAIL_REACH = 14;

const isPunctuation = (unit: number): boolean =>
  (unit >= 0x3000 && unit <= 0x303f) ||
  (unit >= 0xff00 && unit <= 0xffef) ||
  (unit >= 0x2010 && unit <= 0x2027) ||
  (unit < 0x80 && unit !== 0x30 && unit !== 0x61);

/** What the features of each character read besides the segmentation. */
export interface FeatureContext {
  readonly words: Segmentation;
  readonly unitClass: Uint8Array;
  /** Number of the next last word of a body's name in the same run of words, and how many units off. */
  readonly tail: Uint16Array;
  readonly tailDistance: Uint8Array;
  /** Number of the word as a post, or 0. */
  readonly post: Uint16Array;
  readonly placeTail: Uint16Array;
  /** Length of the run of transcribing characters around, and the place in it, packed and capped. */
  readonly transcribed: Uint8Array;
  /** What parts of names the character may be, as `LexicalClasses.partsOfUnit` packs it. */
  readonly parts: Uint16Array;
  readonly around: Surroundings;
}

export function readContext(words: Segmentation, lexical: LexicalClasses): FeatureContext {
  const { length, units, wordStart, wordClass, wordHash } = words;
  const unitClass = new Uint8Array(length);
  const tail = new Uint16Array(length);
  const tailDistance = new Uint8Array(length);
  const post = new Uint16Array(length);
  const placeTail = new Uint16Array(length);
  const transcribed = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    const unit = units[i]!;
    unitClass[i] = isPunctuation(unit) ? 63 : unit === 0x30 ? 62 : unit === 0x61 ? 61 : lexical.ofUnit[unit]!;
  }
  let tailNow = 0;
  let tailAt = 0;
  for (let end = length; end > 0; ) {
    const start = wordStart[end - 1]!;
    const hash = wordHash[start]!;
    const kind = wordClass[start]!;
    const number = lexical.bodyTails.get(hash) ?? 0;
    const asPost = lexical.posts.get(hash) ?? 0;
    const asPlace = lexical.placeTails.get(hash) ?? 0;
    if (number > 0) {
      // The first word that ends a name stops the search, except where a longer name goes on behind it.
      tailNow = number;
      tailAt = end;
    } else if (kind === FUNCTION_CLASS || kind === PRONOUN_CLASS || unitClass[start] === 63) {
      tailNow = 0;
    }
    for (let i = start; i < end; i++) {
      if (tailNow > 0 && tailAt - i <= TAIL_REACH) {
        tail[i] = tailNow;
        tailDistance[i] = tailAt - i <= 3 ? tailAt - i : tailAt - i <= 6 ? 4 : tailAt - i <= 9 ? 5 : 6;
      }
      post[i] = asPost;
      placeTail[i] = asPlace;
    }
    end = start;
  }
  for (let i = 0; i < length; ) {
    if ((unitClass[i]! & TRANSCRIBING_BIT) === 0 || unitClass[i]! >= 61) {
      i++;
      continue;
    }
    let end = i + 1;
    while (end < length && unitClass[end]! < 61 && (unitClass[end]! & TRANSCRIBING_BIT) !== 0) end++;
    const run = Math.min(6, end - i);
    for (let at = i; at < end; at++) {
      const part = at === i ? 0 : at === end - 1 ? 3 : at === i + 1 ? 1 : 2;
      transcribed[at] = run * 4 + part + 1;
    }
    i = end;
  }
  const parts = new Uint16Array(length);
  for (let i = 0; i < length; i++) parts[i] = lexical.partsOfUnit[units[i]!]!;
  return {
    words,
    unitClass,
    tail,
    tailDistance,
    post,
    placeTail,
    transcribed,
    parts,
    around: readSurroundings(words),
  };
}

const mix = (kind: number, a: number, b: number, c: number): number => {
  let hash = Math.imul(kind + 0x51, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return hash ^ (hash >>> 15);
};

/** Writes the `FEATURE_COUNT` feature hashes of unit `i` into `out`. */
export function writeFeatures(context: FeatureContext, i: number, out: Int32Array, at: number): void {
  const { words, unitClass, tail, tailDistance, post, placeTail, transcribed, parts, around } = context;
  const { length, units, wordStart, wordEnd, wordClass, wordHash, wordGroups, unitGroups, matches } = words;
  const c0 = units[i]!;
  const b1 = i > 0 ? units[i - 1]! : EDGE;
  const b2 = i > 1 ? units[i - 2]! : EDGE;
  const a1 = i + 1 < length ? units[i + 1]! : EDGE;
  const a2 = i + 2 < length ? units[i + 2]! : EDGE;
  const start = wordStart[i]!;
  const end = wordEnd[i]!;
  const before = start > 0 ? start - 1 : -1;
  const after = end < length ? end : -1;
  const part = end - start === 1 ? 3 : i === start ? 0 : i === end - 1 ? 2 : 1;
  const place = part | (Math.min(7, end - start) << 2);
  const kind = wordClass[i]!;
  const kindHere = kind | (place << 5);
  const kindPart = kind | (part << 5);
  const word = wordHash[i]!;
  const wordBefore = before >= 0 ? wordHash[before]! : EDGE;
  const kindBefore = before >= 0 ? wordClass[before]! : 16;
  const wordAfter = after >= 0 ? wordHash[after]! : EDGE;
  const kindAfter = after >= 0 ? wordClass[after]! : 16;
  const before2 = before >= 0 && wordStart[before]! > 0 ? wordStart[before]! - 1 : -1;
  const after2 = after >= 0 && wordEnd[after]! < length ? wordEnd[after]! : -1;
  const u0 = unitClass[i]!;
  const ub1 = i > 0 ? unitClass[i - 1]! : 60;
  const ua1 = i + 1 < length ? unitClass[i + 1]! : 60;
  const match = matches[i]!;
  const matchAfter = i + 1 < length ? matches[i + 1]! : 0;
  const tailHere = tail[i]! | (tailDistance[i]! << 12);
  const postBefore = before >= 0 ? post[before]! : 0;
  const postAfter = after >= 0 ? post[after]! : 0;
  const placeTailAfter = after >= 0 ? placeTail[after]! : 0;
  // Characters, words and their classes.
  out[at] = mix(1, c0, 0, 0);
  out[at + 1] = mix(2, b1, 0, 0);
  out[at + 2] = mix(3, a1, 0, 0);
  out[at + 3] = mix(4, b2, 0, 0);
  out[at + 4] = mix(5, a2, 0, 0);
  out[at + 5] = mix(6, b1, c0, 0);
  out[at + 6] = mix(7, c0, a1, 0);
  out[at + 7] = mix(8, b2, b1, 0);
  out[at + 8] = mix(9, a1, a2, 0);
  out[at + 9] = mix(10, b1, c0, a1);
  out[at + 10] = mix(11, word, place, 0);
  out[at + 11] = mix(12, wordBefore, part, 0);
  out[at + 12] = mix(13, wordAfter, part, 0);
  out[at + 13] = mix(14, kindHere, kindBefore, kindAfter);
  out[at + 14] = mix(15, kindHere, wordBefore, 0);
  out[at + 15] = mix(16, kindHere, wordAfter, 0);
  out[at + 16] = mix(17, kindBefore | (kindAfter << 5), before2 >= 0 ? wordClass[before2]! : 16, kindHere);
  // Names of the dictionary, last words of names, posts.
  out[at + 17] = mix(18, match & 15, matchAfter & 15, u0 & SURNAME_BITS);
  out[at + 18] = mix(19, match >>> 4, matchAfter >>> 4, 0);
  out[at + 19] = mix(20, match, part, kind);
  out[at + 20] = mix(21, c0, kindPart, match >>> 4);
  out[at + 21] = mix(22, tailHere, 0, 0);
  out[at + 22] = mix(23, tailHere >>> 12, kindPart, tail[i]! > 0 ? 1 : 0);
  out[at + 23] = mix(24, transcribed[i]!, b1 === 0xb7 || a1 === 0xb7 ? 1 : 0, kind);
  out[at + 24] = mix(25, c0, transcribed[i]!, u0);
  out[at + 25] = mix(26, postBefore, u0, ua1);
  out[at + 26] = mix(27, postAfter, u0, part | (ub1 << 2));
  out[at + 27] = mix(28, placeTailAfter, placeTail[i]!, kindPart);
  // Groups of words used alike.
  const groups = wordGroups[i]!;
  const groupsBefore = before >= 0 ? wordGroups[before]! : EDGE_GROUPS;
  const groupsAfter = after >= 0 ? wordGroups[after]! : EDGE_GROUPS;
  const groupsBefore2 = before2 >= 0 ? wordGroups[before2]! : EDGE_GROUPS;
  const groupsAfter2 = after2 >= 0 ? wordGroups[after2]! : EDGE_GROUPS;
  const group = groups & FINE;
  const groupBefore = groupsBefore & FINE;
  const groupAfter = groupsAfter & FINE;
  const coarseBefore = groupsBefore >>> COARSE_SHIFT;
  const coarseAfter = groupsAfter >>> COARSE_SHIFT;
  out[at + 28] = mix(29, group, place, 0);
  out[at + 29] = mix(30, groupBefore, part, 0);
  out[at + 30] = mix(31, groupAfter, part, 0);
  out[at + 31] = mix(32, groupsBefore2 & FINE, part, 0);
  out[at + 32] = mix(33, groupsAfter2 & FINE, part, 0);
  out[at + 33] = mix(34, coarseBefore, groups >>> COARSE_SHIFT, coarseAfter | (part << 8));
  out[at + 34] = mix(35, coarseBefore, groupsBefore2 >>> COARSE_SHIFT, place);
  out[at + 35] = mix(36, coarseAfter, groupsAfter2 >>> COARSE_SHIFT, place);
  out[at + 36] = mix(37, groupBefore, kindHere, 0);
  out[at + 37] = mix(38, groupAfter, kindHere, 0);
  out[at + 38] = mix(39, groupBefore, group, part);
  out[at + 39] = mix(40, groupAfter, group, part);
  out[at + 40] = mix(41, groupBefore, groupAfter, part);
  const unitGroup = unitGroups[i]! & FINE;
  const unitGroupBefore = (i > 0 ? unitGroups[i - 1]! : EDGE_GROUPS) & FINE;
  const unitGroupAfter = (i + 1 < length ? unitGroups[i + 1]! : EDGE_GROUPS) & FINE;
  out[at + 41] = mix(42, unitGroup, 0, 0);
  out[at + 42] = mix(43, unitGroupBefore, 0, 0);
  out[at + 43] = mix(44, unitGroupAfter, 0, 0);
  out[at + 44] = mix(45, unitGroup, unitGroupBefore, 0);
  out[at + 45] = mix(46, unitGroup, unitGroupAfter, 0);
  // What parts of a person's name the characters here and beside may be: surname, middle, last.
  const q0 = parts[i]!;
  const qa1 = i + 1 < length ? parts[i + 1]! : 0;
  const qa2 = i + 2 < length ? parts[i + 2]! : 0;
  const qb1 = i > 0 ? parts[i - 1]! : 0;
  const qb2 = i > 1 ? parts[i - 2]! : 0;
  out[at + 46] = mix(47, q0 & 3, (qa1 >>> 2) & 15, (qa2 >>> 4) & 3);
  out[at + 47] = mix(48, qb1 & 3, (q0 >>> 2) & 15, (qa1 >>> 4) & 3);
  out[at + 48] = mix(49, qb2 & 3, (qb1 >>> 2) & 3, (q0 >>> 4) & 3);
  out[at + 49] = mix(50, q0 & 3, groupBefore, part);
  out[at + 50] = mix(51, groupAfter, (q0 >>> 4) & 3, (qb1 >>> 2) & 15);
  out[at + 51] = mix(52, (q0 & 63) | ((qa1 & 63) << 6) | ((qa2 & 63) << 12), coarseBefore, part);
  // Marks around, the clause's verbs, where it began.
  const { enclosure, verbBefore, verbAfter, gloss, opening } = around;
  out[at + 52] = mix(53, enclosure[i]!, kindPart, u0 & SURNAME_BITS);
  out[at + 53] = mix(54, verbBefore[i]!, kindPart, 0);
  out[at + 54] = mix(55, verbAfter[i]!, kindPart, 0);
  out[at + 55] = mix(56, gloss[i]!, kindPart, transcribed[i]! > 0 ? 1 : 0);
  out[at + 56] = mix(57, opening[i]!, kindHere, kindAfter);
}
