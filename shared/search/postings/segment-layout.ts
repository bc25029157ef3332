/** What stands at the head of a segment, in 32-bit little-endian words; FORMAT.md explains each. */
export const MAGIC = 0x47534444; // "DDSG"
export const SEGMENT_VERSION = 2;

/** Terms of a group share one pointer into the postings; words of a group share their beginnings. */
export const GROUP = 16;

/** Index of each word of the header. The sections follow each other in the order of their offsets. */
export const HEADER = {
  magic: 0,
  checksum: 1,
  version: 2,
  documents: 3,
  totalLength: 4,
  firsts: 5,
  bigrams: 6,
  words: 7,
  triples: 8,
  firstsAt: 9,
  firstStartsAt: 10,
  secondsAt: 11,
  bigramGroupsAt: 12,
  wordGroupsAt: 13,
  wordTextsAt: 14,
  triplePairsAt: 15,
  tripleThirdsAt: 16,
  tripleGroupsAt: 17,
  tripleWholesAt: 18,
  lengthsAt: 19,
  idStartsAt: 20,
  postingsAt: 21,
  wordTextAt: 22,
  idTextAt: 23,
  end: 24,
} as const;

export const HEADER_WORDS = 25;

/** Bytes of the header before those that the checksum covers. */
export const CHECKED_FROM = 8;

/** Terms of a document that its length can say. */
export const MAX_LENGTH = 0xffff;
