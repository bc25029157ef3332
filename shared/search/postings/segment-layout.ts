/** What stands at the head of a segment, in 32-bit little-endian words; FORMAT.md explains each. */
export const MAGIC = 0x47534444; // "DDSG"
export const SEGMENT_VERSION = 1;

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
  firstsAt: 8,
  firstStartsAt: 9,
  secondsAt: 10,
  bigramGroupsAt: 11,
  wordGroupsAt: 12,
  wordTextsAt: 13,
  lengthsAt: 14,
  idStartsAt: 15,
  postingsAt: 16,
  wordTextAt: 17,
  idTextAt: 18,
  end: 19,
} as const;

export const HEADER_WORDS = 20;

/** Bytes of the header before those that the checksum covers. */
export const CHECKED_FROM = 8;

/** Terms of a document that its length can say. */
export const MAX_LENGTH = 0xffff;
