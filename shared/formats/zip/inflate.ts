import { failure, type Result, success } from '@shared/contracts/results.ts';
import { Inflate } from 'fflate';

/** Bytes that are handed over at once: 1,032 times as many can come of them, and no more. */
const STEP = 8 * 1024;

/**
 * Unpacks deflated bytes, and stops as soon as more come of them than they may.
 * @param limit bytes that may come out.
 */
export function inflate(
  packed: Uint8Array,
  limit: number,
): Result<Uint8Array, 'archive-damaged' | 'archive-bomb'> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isEnded = false;
  const stream = new Inflate((piece, isLast) => {
    length += piece.length;
    pieces.push(piece);
    isEnded = isLast;
  });
  try {
    for (let at = 0; at < packed.length && length <= limit; at += STEP)
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch {
    return failure('archive-damaged');
  }
  if (length > limit) return failure('archive-bomb', { limit });
  if (!isEnded) return failure('archive-damaged');
  const [only] = pieces;
  if (pieces.length === 1 && only) return success(only);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return success(bytes);
}
