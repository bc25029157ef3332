import type { Segmentation } from './segmentation.ts';

const VERB_CLASS = 7;
const FINE = 1023;
const LETTER = 0x61;

/** Marks that open what is set apart, each with its number, and those that close it. */
const OPENERS = '《“（「『〈(';
const CLOSERS = '》”）」』〉)';
const openerOf = new Uint8Array(65536);
[...OPENERS].forEach((mark, index) => {
  openerOf[mark.charCodeAt(0)] = index + 1;
});
const isBracket = (opener: number): boolean => opener === 3 || opener === 7;
/** An enclosure that is not closed within so many units was a slip of the pen. */
const LONGEST_ENCLOSURE = 40;
const CLOSES = 1;
const ENDS_CLAUSE = 2;
const duties = new Uint8Array(65536);
for (const mark of CLOSERS) duties[mark.charCodeAt(0)] = CLOSES;
for (const mark of '\n，。；！？：、') duties[mark.charCodeAt(0)] = ENDS_CLAUSE;
const FARTHEST_VERB = 12;
const LONGEST_GLOSSED = 8;

/** What lies around each unit, farther than its neighbours. */
export interface Surroundings {
  /** Which marks enclose the unit: 0 none, else the number of the opening mark. */
  readonly enclosure: Uint8Array;
  /** Fine group of the nearest verb before and behind in the clause, plus 1; 0 for none. */
  readonly verbBefore: Uint16Array;
  readonly verbAfter: Uint16Array;
  /** How far off a bracket with Latin letters stands behind: 1 for right behind, 0 for none. */
  readonly gloss: Uint8Array;
  /** Units since the clause began, capped at 5. */
  readonly opening: Uint8Array;
}

export function readSurroundings(words: Segmentation): Surroundings {
  const { length, units, wordStart, wordEnd, wordClass, wordGroups } = words;
  const enclosure = new Uint8Array(length);
  const verbBefore = new Uint16Array(length);
  const verbAfter = new Uint16Array(length);
  const gloss = new Uint8Array(length);
  const opening = new Uint8Array(length);
  let enclosed = 0;
  let enclosedAt = 0;
  let clauseAt = 0;
  let verb = 0;
  let verbAt = 0;
  for (let i = 0; i < length; i++) {
    const unit = units[i]!;
    if (duties[unit] === CLOSES || i - enclosedAt > LONGEST_ENCLOSURE) enclosed = 0;
    enclosure[i] = enclosed;
    opening[i] = Math.min(5, i - clauseAt);
    if (wordStart[i] === i && i - verbAt > FARTHEST_VERB) verb = 0;
    verbBefore[i] = verb;
    const opener = openerOf[unit]!;
    if (opener > 0) {
      enclosed = opener;
      enclosedAt = i;
      if (isBracket(opener) && units[i + 1] === LETTER)
        for (let n = 1; n <= LONGEST_GLOSSED && n <= i; n++) gloss[i - n] = n;
    }
    if (duties[unit] === ENDS_CLAUSE) {
      clauseAt = i + 1;
      verb = 0;
    } else if (wordEnd[i] === i + 1 && wordClass[i] === VERB_CLASS) {
      verb = 1 + (wordGroups[i]! & FINE);
      verbAt = i;
    }
  }
  verb = 0;
  verbAt = length;
  for (let i = length - 1; i >= 0; i--) {
    if (wordEnd[i] === i + 1 && verbAt - i > FARTHEST_VERB) verb = 0;
    verbAfter[i] = verb;
    if (duties[units[i]!] === ENDS_CLAUSE) verb = 0;
    else if (wordStart[i] === i && wordClass[i] === VERB_CLASS) {
      // Within the verb itself the next one is meant.
      verb = 1 + (wordGroups[i]! & FINE);
      verbAt = i;
    }
  }
  return { enclosure, verbBefore, verbAfter, gloss, opening };
}
