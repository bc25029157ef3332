import type { OwnWord } from '@shared/model/name.ts';
import type { DeriveJob } from '../workers/derive-calls.ts';

const NO_WORDS: readonly OwnWord[] = [];

/** A list of words is the same array in the jobs of one state: it is written down once for all of them. */
const writtenWords = new WeakMap<object, string>();

/** A job is the same object as long as nothing is done that its source is read by. */
const keys = new WeakMap<DeriveJob, string>();

/** What a source is read by, as one string: where it did not change, there is nothing to derive. */
export function keyOf(job: DeriveJob): string {
  const known = keys.get(job);
  if (known !== undefined) return known;
  const {
    acts: { words = NO_WORDS, ...acts },
    ...others
  } = job;
  const written = writtenWords.get(words) ?? JSON.stringify(words);
  writtenWords.set(words, written);
  const key = JSON.stringify([others, acts, written]);
  keys.set(job, key);
  return key;
}
