import type { Folding } from '@shared/text/folding.ts';
import MiniSearch from 'minisearch';
import type { Mark } from '../search-index.ts';
import { bigramKey, scanTerms, tailKey } from '../terms/scan-terms.ts';
import { IDEOGRAPH, kindOf } from '../terms/unit-kinds.ts';
import { Pinyin } from './pinyin.ts';

/** Something short that is typed ahead: a headline, a name, a programme, a fact, a note, a tag, a command. */
export interface ShortEntry {
  readonly id: string;
  /** What it is, for the caller to tell them apart and to narrow by. */
  readonly kind: string;
  readonly text: string;
  /** Other words that it answers to: a canonical form, keywords. */
  readonly also?: readonly string[];
}

export interface ShortHit {
  readonly entry: ShortEntry;
  readonly score: number;
  /** Where `entry.text` answers the query; none where other words did. */
  readonly marks: readonly Mark[];
}

export interface ShortOptions {
  readonly limit: number;
  readonly kinds?: readonly string[];
  /** At most so many of one kind. */
  readonly ofEachKind?: number;
}

/** Ideographs of a query from which on one of them may be wrong. */
const FORGIVING_FROM = 5;
/** Share of its terms that a query must find where one may be wrong. */
const MOST_TERMS = 0.5;
/** Letters of a Latin word from which on it may be misspelt, and by how much of its length. */
const FUZZY_FROM = 4;
const FUZZINESS = 0.2;
/** What is found by sound comes after what is found as written. */
const BY_SOUND = 0.5;
/** Words that stand at the beginning, or are all there is, come first. */
const AT_START = 1.5;
const WHOLE = 2;

/**
 * Symbols that an ideograph is written with in MiniSearch: three of 41, none of them in a folded word. Its tree
 * looks through the children of a node one by one, and thousands of ideographs would be children of its root.
 */
const ALPHABET = 41;
const FIRST_SYMBOL = 0xc0;

function encodeUnit(unit: number): string {
  const high = Math.floor(unit / (ALPHABET * ALPHABET));
  const middle = Math.floor(unit / ALPHABET) % ALPHABET;
  return String.fromCharCode(...[high, middle, unit % ALPHABET].map((digit) => FIRST_SYMBOL + digit));
}

const encodeKey = (key: number): string =>
  encodeUnit(key >>> 16) + ((key & 0xffff) === 0 ? '' : encodeUnit(key & 0xffff));

/** Finds short things as they are typed: in either script, by pinyin and initials, and with a slip forgiven. */
export class ShortIndex {
  private readonly folding: Folding;
  private readonly pinyin: Pinyin;
  private readonly entries = new Map<
    string,
    { readonly entry: ShortEntry; readonly folded: readonly string[] }
  >();
  private readonly index: MiniSearch<{ readonly id: string; readonly words: string }>;

  constructor(folding: Folding, pinyin: Pinyin) {
    this.folding = folding;
    this.pinyin = pinyin;
    this.index = new MiniSearch({
      fields: ['words'],
      tokenize: (words) => termsOf(words, false),
      processTerm: (term) => term,
    });
  }

  get size(): number {
    return this.entries.size;
  }

  /** An entry whose id is already there is replaced. */
  add(entries: readonly ShortEntry[]): void {
    for (const entry of entries) {
      this.remove([entry.id]);
      const folded = [entry.text, ...(entry.also ?? [])].map((text) => {
        const plain = this.folding.foldToString(text);
        // One string for both where nothing is folded.
        return plain === text ? text : plain;
      });
      this.entries.set(entry.id, { entry, folded });
      this.index.add(documentOf(entry.id, folded));
    }
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const held = this.entries.get(id);
      if (!held) continue;
      this.entries.delete(id);
      // Not `discard`: its clean-up walks the tree in pauses between which the tree must not change, and throws.
      this.index.remove(documentOf(id, held.folded));
    }
  }

  search(query: string, { limit, kinds, ofEachKind }: ShortOptions): ShortHit[] {
    const folded = this.folding.foldToString(query).trim();
    if (folded === '') return [];
    const scores = this.asWritten(folded);
    const letters = Pinyin.lettersOf(folded);
    if (letters) this.addBySound(letters, scores);
    const hits = [...scores].flatMap(([id, score]) => {
      const found = this.entries.get(id);
      return found && (!kinds || kinds.includes(found.entry.kind)) ? [{ entry: found.entry, score }] : [];
    });
    hits.sort((a, b) => b.score - a.score || a.entry.text.length - b.entry.text.length);
    const counts = new Map<string, number>();
    const kept = hits.filter(({ entry: { kind } }) => {
      const before = counts.get(kind) ?? 0;
      counts.set(kind, before + 1);
      return before < (ofEachKind ?? Number.POSITIVE_INFINITY);
    });
    return kept.slice(0, limit).map((hit) => ({ ...hit, marks: this.marks(hit.entry, folded, letters) }));
  }

  private asWritten(folded: string): Map<string, number> {
    const terms = termsOf(folded, true);
    const ideographs = [...folded].filter(
      (character) => kindOf(character.charCodeAt(0)) === IDEOGRAPH,
    ).length;
    const scores = new Map<string, number>();
    const take = (combineWith: 'AND' | 'OR', fewest: number) => {
      const results = this.index.search(folded, {
        tokenize: () => terms,
        prefix: (term, i) =>
          isLatin(term) || terms.length === 1 || (i === terms.length - 1 && term.length === 3),
        fuzzy: (term) => isLatin(term) && term.length >= FUZZY_FROM && FUZZINESS,
        combineWith,
      });
      for (const { id, score, queryTerms } of results) {
        if (queryTerms.length < fewest) continue;
        // MiniSearch has multiplied by the number of terms that matched.
        scores.set(id as string, (score / queryTerms.length) * this.place(id as string, folded));
      }
    };
    take('AND', 1);
    if (scores.size === 0 && ideographs >= FORGIVING_FROM) take('OR', Math.ceil(terms.length * MOST_TERMS));
    return scores;
  }

  /** Raises what begins with the query, or is the query. */
  private place(id: string, folded: string): number {
    const texts = this.entries.get(id)?.folded ?? [];
    if (texts.includes(folded)) return WHOLE;
    return texts.some((text) => text.startsWith(folded)) ? AT_START : 1;
  }

  private addBySound(letters: string, scores: Map<string, number>): void {
    for (const [id, { folded }] of this.entries)
      for (const text of folded) {
        const match = this.pinyin.find(text, letters);
        if (!match) continue;
        const place = match.start > 0 ? 1 : match.end === text.length ? WHOLE : AT_START;
        const score = match.closeness * place * BY_SOUND;
        if (score > (scores.get(id) ?? 0)) scores.set(id, score);
      }
  }

  private marks({ text }: ShortEntry, query: string, letters: string | null): Mark[] {
    const folded = this.folding.fold(text);
    const plain = this.folding.foldToString(text);
    // An irregular text has other offsets than its folded form; it is short, and goes without marks.
    if (folded.places) return [];
    const at = plain.indexOf(query);
    if (at >= 0) return [[at, at + query.length]];
    const match = letters ? this.pinyin.find(plain, letters) : null;
    return match ? [[match.start, match.end]] : [];
  }
}

const documentOf = (id: string, folded: readonly string[]) => ({ id, words: folded.join('\n') });

const isLatin = (term: string): boolean => term.charCodeAt(0) < FIRST_SYMBOL;

/** Bigrams, tails and words, encoded; the tail of a run is asked for only where it is all there is. */
function termsOf(folded: string, isQuery: boolean): string[] {
  const terms: string[] = [];
  let before = 0;
  const units = Uint16Array.from({ length: folded.length }, (_, i) => folded.charCodeAt(i));
  scanTerms(units, units.length, {
    ideographs(key) {
      const isTail = key === tailKey(key >>> 16);
      const goesOn = isTail && before !== 0 && before === bigramKey(before >>> 16, key >>> 16);
      before = isTail ? 0 : key;
      if (!isQuery || !goesOn) terms.push(encodeKey(key));
    },
    word(word) {
      before = 0;
      terms.push(word);
    },
  });
  return terms;
}
