export interface WordEntry<Value> {
  readonly word: string;
  readonly value: Value;
}

type Buckets<Value> = ReadonlyMap<number, readonly WordEntry<Value>[]>;

/** Words with their meanings, found at a place of a text without cutting it. Immutable. */
export class WordTable<Value> {
  private readonly byFirst: Buckets<Value>;
  private readonly byLast: Buckets<Value>;
  private readonly byWord: ReadonlyMap<string, Value>;

  /** A word that stands twice keeps its last value; empty words are left out. */
  constructor(rows: Iterable<readonly [string, Value]>) {
    const words = new Map(rows);
    words.delete('');
    this.byWord = words;
    const entries = [...words].map(([word, value]) => ({ word, value }));
    entries.sort((a, b) => b.word.length - a.word.length);
    this.byFirst = bucketed(entries, (word) => word.charCodeAt(0));
    this.byLast = bucketed(entries, (word) => word.charCodeAt(word.length - 1));
  }

  /** The longest word of at most `most` UTF-16 units that begins at `at`. */
  startingAt(text: string, at: number, most = text.length): WordEntry<Value> | null {
    const entries = this.byFirst.get(text.charCodeAt(at));
    if (entries === undefined) return null;
    for (const entry of entries)
      if (entry.word.length <= most && text.startsWith(entry.word, at)) return entry;
    return null;
  }

  /** The longest word of at most `most` UTF-16 units that ends at `end`, exclusive. */
  endingAt(text: string, end: number, most = end): WordEntry<Value> | null {
    const entries = this.byLast.get(text.charCodeAt(end - 1));
    if (entries === undefined) return null;
    const room = Math.min(most, end);
    for (const entry of entries)
      if (entry.word.length <= room && text.startsWith(entry.word, end - entry.word.length)) return entry;
    return null;
  }

  /** All words, in the order given. */
  words(): Iterable<string> {
    return this.byWord.keys();
  }

  get(word: string): Value | undefined {
    // Most words that are asked for are in no table: their first unit tells it, and costs less than their hash.
    return this.byFirst.has(word.charCodeAt(0)) ? this.byWord.get(word) : undefined;
  }

  /** Whether some word begins with the UTF-16 unit. */
  begins(unit: number): boolean {
    return this.byFirst.has(unit);
  }

  /** UTF-16 units that some word begins with. */
  firstUnits(): Iterable<number> {
    return this.byFirst.keys();
  }
}

function bucketed<Value>(
  entries: readonly WordEntry<Value>[],
  unitOf: (word: string) => number,
): Buckets<Value> {
  const buckets = new Map<number, WordEntry<Value>[]>();
  for (const entry of entries) {
    const unit = unitOf(entry.word);
    const bucket = buckets.get(unit);
    if (bucket === undefined) buckets.set(unit, [entry]);
    else bucket.push(entry);
  }
  return buckets;
}
