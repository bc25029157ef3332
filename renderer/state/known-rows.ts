import type { SourceHash } from '@shared/model/source.ts';
import type { SourceRow } from '../library/rows.ts';
import type { DeriveJob } from '../workers/derive-calls.ts';
import { keyOf } from './job-key.ts';

type Stamped = Pick<SourceRow, 'sha256' | 'stamp'>;

/** What this page knows of the rows in the library, which other pages write and take away too. */
export class KnownRows {
  /** The job that each source's rows were found or made for. */
  readonly #jobs = new Map<SourceHash, string>();
  /** The stamps of rows that this page made. */
  readonly #made = new Map<SourceHash, string>();
  /** Those of the rows that the library was last seen to have. */
  #held = new Map<SourceHash, string>();
  /** What was wanted of a source when its rows were found to be none of this page's. */
  readonly #answered = new Map<SourceHash, string>();

  /** Whether a source needs no look: its rows, or why it has none, are known to be those of this job. */
  isOf(job: DeriveJob): boolean {
    return this.#jobs.get(job.sha256) === keyOf(job);
  }

  sources(): Iterable<SourceHash> {
    return this.#jobs.keys();
  }

  /** @param stamp of the rows that were made for it; null where none were. */
  note(job: DeriveJob, stamp: string | null = null): void {
    this.#jobs.set(job.sha256, keyOf(job));
    if (stamp === null) this.#made.delete(job.sha256);
    else this.#made.set(job.sha256, stamp);
  }

  /** Of these, or of all, nothing is known any more. */
  forget(sources: Iterable<SourceHash> = [...this.#jobs.keys()]): void {
    for (const source of sources) {
      this.#jobs.delete(source);
      this.#made.delete(source);
    }
  }

  /**
   * Takes in which rows the library has now.
   * @param wanted the sources that belong there.
   * @returns those whose rows went, became others than this page made, or are there and do not belong. Each once for
   * each state that it is wanted in: of two pages that know different acts neither may follow the other for ever.
   */
  follow(rows: readonly Stamped[], wanted: readonly DeriveJob[]): SourceHash[] {
    const before = this.#held;
    this.#held = new Map(rows.map(({ sha256, stamp }) => [sha256, stamp]));
    const jobs = new Map(wanted.map((job) => [job.sha256, job]));
    const gone = [...before.keys()].filter((source) => !this.#held.has(source) && jobs.has(source));
    const others = rows.filter(({ sha256, stamp }) => {
      if (!jobs.has(sha256)) return true;
      const known = before.get(sha256) ?? this.#made.get(sha256);
      return known !== undefined && known !== stamp && this.#made.get(sha256) !== stamp;
    });
    return [...gone, ...others.map(({ sha256 }) => sha256)].filter((source) =>
      this.#answer(source, jobs.get(source)),
    );
  }

  /** Whether the library was last seen to have rows of a source that are not those that this page made last. */
  hasOthers(job: DeriveJob): boolean {
    const [held, made] = [this.#held.get(job.sha256), this.#made.get(job.sha256)];
    return held !== undefined && made !== undefined && held !== made && this.#answer(job.sha256, job);
  }

  /** @returns whether it is the first time for what is wanted of a source. */
  #answer(source: SourceHash, job: DeriveJob | undefined): boolean {
    const key = job ? keyOf(job) : '';
    if (this.#answered.get(source) === key) return false;
    this.#answered.set(source, key);
    return true;
  }
}
