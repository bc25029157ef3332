/** A document of an index: its number in the segment of that place. */
export interface Ranked {
  readonly segment: number;
  readonly document: number;
  readonly score: number;
}

/** Better score first; of equals the one that was added first. */
const byScore = (a: Ranked, b: Ranked): number =>
  b.score - a.score || a.segment - b.segment || a.document - b.document;

/** Bits of a key that say which of the entries it belongs to; 31 more say its score, 53 are whole numbers. */
const ENTRIES = 2 ** 22;
const SCORES = 2 ** 31 - 1;

/** Best first; `inOrder` has them as they were added. Scores are not negative and are compared as 32-bit numbers. */
export function sortByScore<Hit extends Ranked>(inOrder: readonly Hit[]): Hit[] {
  const count = inOrder.length;
  if (count > ENTRIES) return [...inOrder].sort(byScore);
  // Numbers are sorted many times faster than objects; those of positive floats rise with them.
  const scores = new Float32Array(count);
  for (let i = 0; i < count; i++) scores[i] = (inOrder[i] as Ranked).score;
  const bits = new Uint32Array(scores.buffer);
  const keys = new Float64Array(count);
  for (let i = 0; i < count; i++) keys[i] = (SCORES - (bits[i] as number)) * ENTRIES + i;
  keys.sort();
  const sorted: Hit[] = [];
  for (const key of keys) sorted.push(inOrder[key % ENTRIES] as Hit);
  return sorted;
}

/** Keeps the best of what it is offered: a heap with the worst of them on top. */
export class TopRanked {
  private readonly heap: Ranked[];
  private readonly limit: number;

  constructor(limit: number, heap: Ranked[] = []) {
    this.limit = limit;
    this.heap = heap;
  }

  copy(): TopRanked {
    return new TopRanked(this.limit, [...this.heap]);
  }

  /** The score that a document must beat; 0 as long as there is room. */
  get threshold(): number {
    return this.heap.length < this.limit ? 0 : (this.heap[0]?.score ?? Number.POSITIVE_INFINITY);
  }

  wouldTake(score: number): boolean {
    return this.heap.length < this.limit || score > this.threshold;
  }

  offer(ranked: Ranked): void {
    const { heap } = this;
    if (!this.wouldTake(ranked.score)) return;
    if (heap.length < this.limit) {
      heap.push(ranked);
      this.rise(heap.length - 1);
    } else {
      heap[0] = ranked;
      this.sink(0);
    }
  }

  sorted(): Ranked[] {
    return [...this.heap].sort(byScore);
  }

  private rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.isWorse(at, parent)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(from: number): void {
    let at = from;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.heap.length && this.isWorse(child, worst)) worst = child;
      if (worst === at) return;
      this.swap(at, worst);
      at = worst;
    }
  }

  private isWorse(a: number, b: number): boolean {
    return byScore(this.heap[a] as Ranked, this.heap[b] as Ranked) > 0;
  }

  private swap(a: number, b: number): void {
    const kept = this.heap[a] as Ranked;
    this.heap[a] = this.heap[b] as Ranked;
    this.heap[b] = kept;
  }
}
