import type { LexicalClasses } from './lexical-classes.ts';
import { SURNAME_BITS, TRANSCRIBING_BIT } from './lexical-classes.ts';
import type { Segmentation } from './segmentation.ts';

/** Features of one character; a model is trained for one number of them. */
export const FEATURE_COUNT = 35;

const EDGE = 1;
const FUNCTION_CLASS = 10;
const PRONOUN_CLASS = 13;

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
}

export function readContext(words: Segmentation, lexical: LexicalClasses): FeatureContext {
  const { length, units, wordStart, wordEnd, wordClass, wordHash } = words;
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
  void wordEnd;
  return { words, unitClass, tail, tailDistance, post, placeTail, transcribed };
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
  const { words, unitClass, tail, tailDistance, post, placeTail, transcribed } = context;
  const { length, units, wordStart, wordEnd, wordClass, wordHash, matches } = words;
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
  const word = wordHash[i]!;
  const wordBefore = before >= 0 ? wordHash[before]! : EDGE;
  const kindBefore = before >= 0 ? wordClass[before]! : 16;
  const wordAfter = after >= 0 ? wordHash[after]! : EDGE;
  const kindAfter = after >= 0 ? wordClass[after]! : 16;
  const u0 = unitClass[i]!;
  const ub1 = i > 0 ? unitClass[i - 1]! : 60;
  const ub2 = i > 1 ? unitClass[i - 2]! : 60;
  const ua1 = i + 1 < length ? unitClass[i + 1]! : 60;
  const ua2 = i + 2 < length ? unitClass[i + 2]! : 60;
  const match = matches[i]!;
  const matchAfter = i + 1 < length ? matches[i + 1]! : 0;
  const tailHere = tail[i]! | (tailDistance[i]! << 12);
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
  out[at + 13] = mix(14, kind | (place << 5), kindBefore, kindAfter);
  out[at + 14] = mix(15, kind | (place << 5), wordBefore, 0);
  out[at + 15] = mix(16, kind | (place << 5), wordAfter, 0);
  out[at + 16] = mix(17, ub1, u0, ua1);
  out[at + 17] = mix(18, u0, ua1, ua2);
  out[at + 18] = mix(19, ub2, ub1, u0);
  out[at + 19] = mix(20, match & 15, matchAfter & 15, u0 & SURNAME_BITS);
  out[at + 20] = mix(21, match >>> 4, matchAfter >>> 4, 0);
  out[at + 21] = mix(22, match, part, kind);
  out[at + 22] = mix(23, tailHere, 0, 0);
  out[at + 23] = mix(24, tailHere >>> 12, kind | (part << 5), tail[i]! > 0 ? 1 : 0);
  out[at + 24] = mix(25, transcribed[i]!, b1 === 0xb7 || a1 === 0xb7 ? 1 : 0, kind);
  out[at + 25] = mix(26, before >= 0 ? post[before]! : 0, u0, ua1);
  out[at + 26] = mix(27, after >= 0 ? post[after]! : 0, u0, part | (ub1 << 2));
  out[at + 27] = mix(28, after >= 0 ? placeTail[after]! : 0, placeTail[i]!, kind | (part << 5));
  out[at + 28] = mix(29, c0, kind | (part << 5), match >>> 4);
  const before2 = before >= 0 && wordStart[before]! > 0 ? wordStart[before]! - 1 : -1;
  const after2 = after >= 0 && wordEnd[after]! < length ? wordEnd[after]! : -1;
  out[at + 29] = mix(30, before2 >= 0 ? wordHash[before2]! : EDGE, part, 0);
  out[at + 30] = mix(31, after2 >= 0 ? wordHash[after2]! : EDGE, part, 0);
  out[at + 31] = mix(32, word, wordBefore, part);
  out[at + 32] = mix(33, word, wordAfter, part);
  out[at + 33] = mix(
    34,
    kindBefore | (kindAfter << 5),
    before2 >= 0 ? wordClass[before2]! : 16,
    kind | (place << 5),
  );
  out[at + 34] = mix(35, c0, transcribed[i]!, u0);
}
