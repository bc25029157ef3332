/** A part of a text that is read as the letters say. */
export interface PinyinMatch {
  readonly start: number;
  readonly end: number;
  /** 1 when every character is spelt out in its usual reading; less for initials and rarer readings. */
  readonly closeness: number;
}

/** What an initial or a reading that is not the usual one takes from the closeness of a match. */
const INITIAL = 0.6;
const RARER = 0.8;

interface Reading {
  readonly syllable: string;
  readonly isUsual: boolean;
}

/** Readings of ideographs, to find text by pinyin or by initials as it is typed. */
export class Pinyin {
  private readonly readings = new Map<number, Reading[]>();
  /** For each unit the letters that its readings begin with, one bit a letter. */
  private readonly firstLetters = new Uint32Array(0x10000);

  /** @param table lines of a syllable, the characters usually read so and those also read so, tabs between. */
  constructor(table: string) {
    for (const line of table.split('\n')) {
      const [syllable = '', usual = '', other = ''] = line.split('\t');
      for (let i = 0; i < usual.length; i++) this.put(usual.charCodeAt(i), { syllable, isUsual: true });
      for (let i = 0; i < other.length; i++) this.put(other.charCodeAt(i), { syllable, isUsual: false });
    }
  }

  /** Letters of a query that may be pinyin: no blanks and apostrophes; null when there is anything else. */
  static lettersOf(query: string): string | null {
    const letters = query
      .toLowerCase()
      .replaceAll(/[\s'’]/g, '')
      .replaceAll('ü', 'v');
    return /^[a-z]+$/.test(letters) ? letters : null;
  }

  /** The closest match in a text, the first of equals; the last syllable may be begun only. */
  find(text: string, letters: string): PinyinMatch | null {
    const first = 1 << (letters.charCodeAt(0) - 0x61);
    let best: PinyinMatch | null = null;
    for (let start = 0; start < text.length; start++) {
      if (((this.firstLetters[text.charCodeAt(start)] as number) & first) === 0) continue;
      const match = this.matchAt(text, start, letters);
      if (match && (!best || match.closeness > best.closeness)) best = { start, ...match };
    }
    return best;
  }

  private matchAt(text: string, at: number, letters: string): Omit<PinyinMatch, 'start'> | null {
    if (letters === '') return { end: at, closeness: 1 };
    let best: Omit<PinyinMatch, 'start'> | null = null;
    for (const { syllable, isUsual } of this.readings.get(text.charCodeAt(at)) ?? []) {
      for (const spelling of spellingsOf(syllable))
        for (const [part, share] of partsOf(spelling, letters)) {
          const rest = this.matchAt(text, at + 1, letters.slice(part));
          const closeness = rest ? rest.closeness * share * (isUsual ? 1 : RARER) : 0;
          if (rest && (!best || closeness > best.closeness)) best = { end: rest.end, closeness };
        }
    }
    return best;
  }

  private put(unit: number, reading: Reading): void {
    this.readings.set(unit, [...(this.readings.get(unit) ?? []), reading]);
    this.firstLetters[unit]! |= 1 << (reading.syllable.charCodeAt(0) - 0x61);
  }
}

/** Who has no ü types lu for lv. */
const spellingsOf = (syllable: string): readonly string[] =>
  syllable.includes('v') ? [syllable, syllable.replace('v', 'u')] : [syllable];

/** How many of the letters a character may take, and what that leaves of the closeness. */
function partsOf(syllable: string, letters: string): (readonly [number, number])[] {
  if (letters.startsWith(syllable)) return [[syllable.length, 1], ...initialsOf(syllable, letters)];
  if (syllable.startsWith(letters)) return [[letters.length, letters.length > 1 ? 1 : INITIAL]];
  return initialsOf(syllable, letters);
}

/** One letter, or the two of zh, ch and sh. */
function initialsOf(syllable: string, letters: string): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  if (/^[zcs]h/.test(syllable) && letters.startsWith(syllable.slice(0, 2))) parts.push([2, INITIAL]);
  if (letters[0] === syllable[0]) parts.push([1, INITIAL]);
  return parts.filter(([length]) => length < syllable.length);
}
