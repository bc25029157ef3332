import { failure, type Result } from '@shared/contracts/results.ts';
import { JobPool } from '@shared/work/job-pool.ts';
import type { Reader } from './reader.ts';
import type { Reading, ReadingJob } from './reading-job.ts';

/** Reads files in a few readers; nothing that happens to one file reaches another. */
export interface FileReaders {
  read(job: ReadingJob): Promise<Result<Reading>>;
  /** Ends every reader; files under way end as `cancelled`. */
  close(): void;
}

/** How many files are read at once, and how long each may take. */
export interface ReadingRules {
  readonly jobs: number;
  /** Seconds from when a reader is given the file; 0 for no limit. */
  readonly seconds: number;
}

/**
 * Seconds for one file. A page of a paper takes a tenth of one; a megabyte of text takes 15 to 30, so that a long book
 * may ask for more.
 */
export const SECONDS_A_FILE = 20;

const BEAT_MS = 1000;

/** @param start gives a reader; called when there is work for one more. */
export function openReaders(start: () => Reader, { jobs, seconds }: ReadingRules): FileReaders {
  const pool = new JobPool<Reader>({
    size: jobs,
    start,
    end: (reader) => reader.end(),
    isAlive: (reader) => reader.isAlive(),
    // Files are taken in their order, large or small.
    largeFrom: Number.POSITIVE_INFINITY,
    beat: (onBeat) => {
      const timer = setInterval(onBeat, BEAT_MS);
      return () => clearInterval(timer);
    },
  });
  return {
    read: async (job) => {
      const end = await pool.run<Result<Reading>>({
        size: 0,
        limit: seconds === 0 ? null : seconds,
        work: async (reader, begin) => {
          await reader.ready;
          begin();
          return await reader.read(job);
        },
      });
      switch (end.end) {
        case 'done':
          return end.value;
        case 'failed':
          throw end.error;
        case 'late':
          return failure('file-too-slow', { seconds });
        case 'stopped':
          return failure('cancelled');
      }
    },
    close: () => pool.close(),
  };
}
