interface Entry<Value> {
  readonly word: string;
  readonly value: Value;
}

/**
 * Words with what they mean, found at a place of a text: the longest that begins or ends there.
 * Compiled once; a look-up costs one table access where no word begins with the character.
 */
export class WordTable<Value> {
  readonly #byFirst = new Map<number, Entry<Value>[]>();
  readonly #byLast = new Map<number, Entry<Value>[]>();
  readonly #byWord = new Map<string, Value>();

  /** A word given twice keeps its last value. */
  constructor(words: Iterable<readonly [string, Value]>) {
    for (const [word, value] of words) this.#byWord.set(word, value);
    for (const [word, value] of this.#byWord) {
      append(this.#byFirst, word.charCodeAt(0), { word, value });
      append(this.#byLast, word.charCodeAt(word.length - 1), { word, value });
    }
    for (const entries of [...this.#byFirst.values(), ...this.#byLast.values()]) {
      entries.sort((a, b) => b.word.length - a.word.length);
    }
  }

  beginningAt(text: string, at: number): Entry<Value> | null {
    const entries = this.#byFirst.get(text.charCodeAt(at));
    if (entries === undefined) return null;
    for (const entry of entries) if (text.startsWith(entry.word, at)) return entry;
    return null;
  }

  endingAt(text: string, end: number): Entry<Value> | null {
    const entries = this.#byLast.get(text.charCodeAt(end - 1));
    if (entries === undefined) return null;
    for (const entry of entries) if (text.endsWith(entry.word, end)) return entry;
    return null;
  }

  get(word: string): Value | undefined {
    return this.#byWord.get(word);
  }
}

function append<Value>(map: Map<number, Entry<Value>[]>, key: number, entry: Entry<Value>): void {
  const entries = map.get(key);
  if (entries === undefined) map.set(key, [entry]);
  else entries.push(entry);
}
