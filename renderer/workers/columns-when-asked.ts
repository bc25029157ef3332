import type { Queue } from '@shared/work/queue.ts';
import type { Table } from 'dexie';

/** Sources that are read at once. */
export const READ_AT_ONCE = 500;

/**
 * Articles that are taken out before columns are made anew: what was said in them keeps its number as long as the columns
 * are there, and so its place in memory.
 */
const WORN_FROM = 500;

/** What is made of the articles of a library. */
interface Columns {
  /** Another number after each change. */
  version: number;
  remove(article: string): void;
}

/** What a source keeps for them. */
interface KeptRow<Packed> {
  readonly sha256: string;
  readonly articles: readonly Packed[];
}

export interface ColumnsKind<Made extends Columns, Packed> {
  readonly make: () => Made;
  readonly table: Table<KeptRow<Packed>, string>;
  readonly isWhole: (row: KeptRow<Packed>) => boolean;
  /** @param state of the article's source, as it was taken in. */
  readonly put: (columns: Made, packed: Packed, state: string) => void;
}

export interface TakenSources {
  readonly queue: Queue;
  /** The state of a source that was taken in; undefined where none is there. */
  readonly stateOf: (source: string) => string | undefined;
  readonly list: () => readonly string[];
  /** A source of which no whole row is kept. */
  readonly indexAgain: (source: string) => Promise<void>;
}

/** Columns of a whole library: read when they are first asked for, some sources at a time, and kept in step from then on. */
export class ColumnsWhenAsked<Made extends Columns, Packed> {
  private readonly kind: ColumnsKind<Made, Packed>;
  private readonly sources: TakenSources;
  /** Of the sources that were read so far; null before anybody asked. */
  private columns: Made | null = null;
  private reading: Promise<Made> | null = null;
  /** All sources were read. */
  private isComplete = false;
  /** Articles that were taken out of the columns, and those that are in them. */
  private gone = 0;
  private here = 0;
  /** Those of columns that are gone are not used again, so that nobody takes new ones for them. */
  private nextVersion = 0;

  constructor(kind: ColumnsKind<Made, Packed>, sources: TakenSources) {
    this.kind = kind;
    this.sources = sources;
  }

  /** Undefined before anybody asked. */
  get version(): number | undefined {
    return this.columns?.version;
  }

  ask(): Promise<Made> {
    this.reading ??= this.read().catch((error: unknown) => {
      // Read again when they are asked for again.
      this.reading = null;
      this.columns = null;
      throw error;
    });
    return this.reading;
  }

  remove(article: string): void {
    const { columns } = this;
    if (!columns) return;
    columns.remove(article);
    this.here--;
    if (++this.gone < Math.max(WORN_FROM, this.here) || !this.isComplete) return;
    // Made anew when they are asked for again, of what is there then.
    this.nextVersion = columns.version + 1;
    this.columns = null;
    this.reading = null;
  }

  /** Takes in sources, once somebody has asked; within the queue. */
  async add(sources: readonly string[]): Promise<void> {
    const { columns, kind } = this;
    if (!columns) return;
    // Some may have gone since they were listed.
    const here = sources.filter((source) => this.sources.stateOf(source) !== undefined);
    const rows = await kind.table.bulkGet(here);
    for (const [i, row] of rows.entries()) {
      const source = here[i] as string;
      if (row && kind.isWhole(row))
        for (const packed of row.articles) {
          kind.put(columns, packed, this.sources.stateOf(source) ?? '');
          this.here++;
        }
      else await this.sources.indexAgain(source);
    }
  }

  private async read(): Promise<Made> {
    const columns = this.kind.make();
    columns.version = this.nextVersion;
    const { queue } = this.sources;
    const sources = await queue.run(async () => {
      this.columns = columns;
      [this.isComplete, this.gone, this.here] = [false, 0, 0];
      return this.sources.list();
    });
    for (let i = 0; i < sources.length; i += READ_AT_ONCE)
      await queue.run(() => this.add(sources.slice(i, i + READ_AT_ONCE)));
    this.isComplete = true;
    return columns;
  }
}
