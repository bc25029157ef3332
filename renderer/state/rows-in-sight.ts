/** Rows that are read at once. */
export const BLOCK = 60;
/** Blocks that are kept; those that were read longest ago go first. */
const KEPT_BLOCKS = 24;

const blockOf = (place: number): number => Math.floor(place / BLOCK);

/**
 * The rows of a long list that somebody else holds, by their places: those in sight are read block after block and
 * some of those that were are kept. Blocks that went out of sight before their turn came are not read.
 */
export class RowsInSight<Row> {
  readonly #read: (from: number, to: number) => Promise<readonly Row[]>;
  readonly #show: (rows: ReadonlyMap<number, Row>) => void;
  readonly #fail: (error: unknown) => void;
  #rows: ReadonlyMap<number, Row> = new Map();
  /** Blocks that were read or are being read. */
  #asked = new Set<number>();
  #sight: readonly number[] = [];
  #isReading = false;
  #epoch = 0;

  /** @param show is given all rows that are held, a new map each time. */
  constructor(
    read: (from: number, to: number) => Promise<readonly Row[]>,
    show: (rows: ReadonlyMap<number, Row>) => void,
    fail: (error: unknown) => void,
  ) {
    this.#read = read;
    this.#show = show;
    this.#fail = fail;
  }

  /** Another number whenever other rows stand at the places than before. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Reads the rows at these places and at one more, as far as they were not read; others are not waited for. */
  need(from: number, to: number, also = from): void {
    const first = blockOf(from);
    const count = Math.max(1, blockOf(to - 1) - first + 1);
    this.#sight = [...Array.from({ length: count }, (_, i) => first + i), blockOf(also)];
    this.#readInSight().catch(this.#fail);
  }

  /**
   * Reads the rows around a place and in sight, of another list or of this one as it is now.
   * @returns a function that puts them in the place of all that are held, and gives them.
   */
  async readAnew(place: number): Promise<() => ReadonlyMap<number, Row>> {
    const blocks = new Set([blockOf(place), ...this.#sight]);
    const read = await Promise.all([...blocks].map((block) => this.#readRows(block)));
    return () => {
      this.forget();
      this.#asked = blocks;
      this.#rows = new Map(read.flatMap((rows) => [...rows]));
      return this.#rows;
    };
  }

  /** Other rows stand at the places from now on. */
  forget(): void {
    this.#epoch++;
    this.#asked = new Set();
    this.#rows = new Map();
  }

  async #readInSight(): Promise<void> {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      let block = this.#next();
      while (block !== undefined) {
        await this.#readBlock(block);
        block = this.#next();
      }
    } finally {
      this.#isReading = false;
    }
  }

  #next(): number | undefined {
    return this.#sight.find((block) => !this.#asked.has(block));
  }

  async #readBlock(block: number): Promise<void> {
    this.#asked.add(block);
    const mine = this.#epoch;
    const rows = await this.#readRows(block).catch((error: unknown) => {
      // Read again when it is needed again.
      if (mine === this.#epoch) this.#asked.delete(block);
      throw error;
    });
    if (mine !== this.#epoch) return;
    const dropped = this.#dropOldest();
    const kept = [...this.#rows].filter(([place]) => !dropped.has(blockOf(place)));
    this.#rows = new Map([...kept, ...rows]);
    this.#show(this.#rows);
  }

  async #readRows(block: number): Promise<ReadonlyMap<number, Row>> {
    const from = block * BLOCK;
    const rows = await this.#read(from, from + BLOCK);
    return new Map(rows.map((row, i) => [from + i, row]));
  }

  /** Those read longest ago, none of them in sight. */
  #dropOldest(): ReadonlySet<number> {
    const others = [...this.#asked].filter((block) => !this.#sight.includes(block));
    const dropped = new Set(others.slice(0, Math.max(0, this.#asked.size - KEPT_BLOCKS)));
    for (const block of dropped) this.#asked.delete(block);
    return dropped;
  }
}
