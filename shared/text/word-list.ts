import { WordTable } from './word-table.ts';

/** Words of one list without meanings of their own, found at a place of a text. Immutable. */
export class WordList implements Iterable<string> {
  private readonly table: WordTable<true>;

  /** Empty words are left out. */
  constructor(words: Iterable<string>) {
    this.table = new WordTable([...words].map((word) => [word, true] as const));
  }

  has(word: string): boolean {
    return this.table.get(word) !== undefined;
  }

  /** Whether some word begins with the UTF-16 unit. */
  begins(unit: number): boolean {
    return this.table.begins(unit);
  }

  /** The longest word of at most `most` UTF-16 units that begins at `start`, or the empty string. */
  startingAt(text: string, start: number, most = text.length): string {
    return this.table.startingAt(text, start, most)?.word ?? '';
  }

  /** The longest word of at most `most` UTF-16 units that ends at `end`, exclusive, or the empty string. */
  endingAt(text: string, end: number, most = end): string {
    return this.table.endingAt(text, end, most)?.word ?? '';
  }

  /** The source of a pattern that takes any of the words, the longest first. */
  get alternatives(): string {
    const longestFirst = [...this].sort((a, b) => b.length - a.length);
    return `(?:${longestFirst.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
  }

  /** The words in the list's order. */
  [Symbol.iterator](): Iterator<string> {
    return this.table.words()[Symbol.iterator]();
  }
}
