import type { ImportEntry, ImportStep } from '../library/import-queue.ts';

/** Steps after which nothing more comes of a file by itself. */
const ENDED_STEPS: readonly ImportStep[] = [
  'done',
  'unpacked',
  'known',
  'twin',
  'failed',
  'unread',
  'stopped',
];

/** Steps that outlast the page; one that ends in another begins the file anew. */
export const LASTING_STEPS: readonly ImportStep[] = [...ENDED_STEPS, 'waiting', 'deriving'];

/** Steps after which nobody asks for the bytes again. */
export const SETTLED_STEPS: readonly ImportStep[] = ['done', 'unpacked', 'known', 'unread'];

export const isEnded = ({ step }: Pick<ImportEntry, 'step'>): boolean => ENDED_STEPS.includes(step);

/** What waits, and what waits for the host before its original is kept. */
export const isToBegin = ({ step, source }: ImportEntry): boolean =>
  step === 'waiting' || (step === 'held' && source === null);

/** What a file costs beside its bytes: as much as this many of them. */
const WEIGHT_OF_A_FILE = 20_000;

/** How much work a file is, to say how long the rest takes. */
export const weightOf = ({ size }: Pick<ImportEntry, 'size'>): number => size + WEIGHT_OF_A_FILE;

/** Bytes up to which a file is small: nearly every page of text is, and small ones keep their order. */
const SMALL = 100_000;

/** Small files first, then those of twice the size each time. */
const sizeClass = ({ size }: ImportEntry): number => Math.max(0, Math.ceil(Math.log2(size / SMALL)));

/** The first of the smallest that are to begin. */
export function nextToBegin(entries: readonly ImportEntry[]): ImportEntry | null {
  let next: ImportEntry | null = null;
  for (const entry of entries)
    if (isToBegin(entry) && (next === null || sizeClass(entry) < sizeClass(next))) next = entry;
  return next;
}
