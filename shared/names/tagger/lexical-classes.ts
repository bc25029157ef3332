import { hashWord } from '@shared/text/word-frequencies.ts';

/** What single characters and single words say about names, as the lexicons tell it. */
export interface LexicalClasses {
  /**
   * One number below 64 for each character: bits 0–1 surname (0 none, 1 rare, 2 common), bits 2–3 given name
   * (0 none to 3 strong), bit 4 transcribing, bit 5 last character of a place's or body's name.
   */
  readonly ofUnit: Uint8Array;
  /** Two bits each (0 no to 3 strongly) for eight parts of names that a character may be; see `NAME_PARTS`. */
  readonly partsOfUnit: Uint16Array;
  /** Keyed by `hashWord`: small numbers from 1 for the last words of names of bodies and places, and for posts. */
  readonly bodyTails: ReadonlyMap<number, number>;
  readonly placeTails: ReadonlyMap<number, number>;
  readonly posts: ReadonlyMap<number, number>;
}

export interface LexicalFiles {
  readonly surnames: string;
  readonly givenNames: string;
  readonly nameParts: string;
  readonly transcribing: string;
  readonly bodyTails: string;
  readonly placeTails: string;
  readonly posts: string;
}

const COMMON_SURNAMES = 160;

export const SURNAME_BITS = 3;
export const GIVEN_SHIFT = 2;
export const TRANSCRIBING_BIT = 16;
const TAIL_BIT = 32;

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const numbered = (text: string): Map<number, number> =>
  new Map(wordsOf(text).map((word, index) => [hashWord(word), index + 1]));

export function readLexicalClasses(files: LexicalFiles): LexicalClasses {
  const ofUnit = new Uint8Array(65536);
  const mark = (units: string, bits: (index: number) => number): void => {
    [...units.replace(/\s/g, '')].forEach((unit, index) => {
      const code = unit.charCodeAt(0);
      ofUnit[code] = ofUnit[code]! | bits(index);
    });
  };
  [...new Set(files.surnames.replace(/\s/g, ''))].forEach((unit, index) => {
    ofUnit[unit.charCodeAt(0)] = index < COMMON_SURNAMES ? 2 : 1;
  });
  files.givenNames.split('\n').forEach((line, index) => {
    mark(line, () => (3 - index) << GIVEN_SHIFT);
  });
  mark(files.transcribing, () => TRANSCRIBING_BIT);
  for (const word of [...wordsOf(files.bodyTails), ...wordsOf(files.placeTails)])
    if (word.length === 1) mark(word, () => TAIL_BIT);
  const partsOfUnit = new Uint16Array(65536);
  files.nameParts
    .trimEnd()
    .split('\n')
    .forEach((line, index) => {
      for (const unit of line) {
        const code = unit.charCodeAt(0);
        partsOfUnit[code] = partsOfUnit[code]! | ((3 - (index % 3)) << (2 * Math.floor(index / 3)));
      }
    });
  return {
    ofUnit,
    partsOfUnit,
    bodyTails: numbered(files.bodyTails),
    placeTails: numbered(files.placeTails),
    posts: numbered(files.posts),
  };
}
