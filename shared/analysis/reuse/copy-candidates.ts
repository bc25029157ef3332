import type { Folding } from '@shared/text/folding.ts';
import { comparableText } from './comparable-text.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { LED_TO } from './reuse-index.ts';

/** Postings that there is room for at first; a power of two. */
const FIRST_ROOM = 1 << 10;
const NONE = -1;

/**
 * Which articles of a library may share a passage with another: their fingerprints alone, sixteen bytes each in flat arrays
 * whose room doubles, and no text. What it names is looked at by `ReuseIndex`.
 */
export class CopyCandidates {
  /** Postings looked at so far. */
  readonly steps = { count: 0 };
  private readonly folding: Folding;
  private readonly ids: string[] = [];
  /** Numbers of the articles that are there; one that is put in anew has another. */
  private readonly numbers = new Map<string, number>();
  private count = 0;
  private heads = new Int32Array(FIRST_ROOM).fill(NONE);
  private hashes = new Uint32Array(FIRST_ROOM);
  private owners = new Uint32Array(FIRST_ROOM);
  private nexts = new Int32Array(FIRST_ROOM);

  constructor(folding: Folding) {
    this.folding = folding;
  }

  /** Puts an article in, in place of what went by its id. */
  put(article: string, text: string): void {
    const number = this.ids.push(article) - 1;
    this.numbers.set(article, number);
    for (const hash of this.hashesOf(text)) {
      if (this.count === this.hashes.length) this.grow();
      const at = this.count++;
      this.hashes[at] = hash;
      this.owners[at] = number;
      this.link(at);
    }
  }

  /** Its postings stay, and are passed over. */
  drop(article: string): void {
    this.numbers.delete(article);
  }

  /** Articles that share fingerprints with a text, those with the most first; `article` itself is none of them. */
  of(article: string, text: string): string[] {
    const shared = new Map<number, number>();
    for (const hash of this.hashesOf(text)) {
      let led = 0;
      for (let at = this.heads[this.placeOf(hash)]!; at !== NONE && led < LED_TO; at = this.nexts[at]!) {
        this.steps.count++;
        const owner = this.owners[at]!;
        if (this.hashes[at] !== hash || !this.isThere(owner) || this.ids[owner] === article) continue;
        led++;
        shared.set(owner, (shared.get(owner) ?? 0) + 1);
      }
    }
    return [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([owner]) => this.ids[owner]!);
  }

  private isThere = (owner: number): boolean => this.numbers.get(this.ids[owner]!) === owner;

  private hashesOf(text: string): Set<number> {
    return new Set(fingerprintsOf(comparableText(text, this.folding).units).map(({ hash }) => hash));
  }

  private placeOf = (hash: number): number => hash & (this.heads.length - 1);

  private link(at: number): void {
    const place = this.placeOf(this.hashes[at]!);
    this.nexts[at] = this.heads[place]!;
    this.heads[place] = at;
  }

  /** Twice the room, without the postings of what is gone. */
  private grow(): void {
    const [hashes, owners] = [this.hashes, this.owners];
    const room = 2 * hashes.length;
    this.heads = new Int32Array(room).fill(NONE);
    this.hashes = new Uint32Array(room);
    this.owners = new Uint32Array(room);
    this.nexts = new Int32Array(room);
    const before = this.count;
    this.count = 0;
    for (let i = 0; i < before; i++) {
      if (!this.isThere(owners[i]!)) continue;
      const at = this.count++;
      this.hashes[at] = hashes[i]!;
      this.owners[at] = owners[i]!;
      this.link(at);
    }
  }
}
