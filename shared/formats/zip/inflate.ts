import { failure, type Result, success } from '@shared/contracts/results.ts';
import { Gunzip, Inflate } from 'fflate';

/** Bytes that are handed over at once: 1,032 times as many can come of them, and no more. */
const STEP = 8 * 1024;

/** Why packed bytes were not unpacked. */
type InflateProblem = 'archive-damaged' | 'archive-bomb';

/**
 * Unpacks deflated bytes, and stops as soon as more come of them than they may.
 * @param limit bytes that may come out.
 */
export const inflate = (packed: Uint8Array, limit: number): Result<Uint8Array, InflateProblem> =>
  drain((onPiece) => new Inflate(onPiece), packed, limit);

/** The same for gzip, its members one after another (RFC 1952). Checksums are the caller's affair. */
export const gunzip = (packed: Uint8Array, limit: number): Result<Uint8Array, InflateProblem> =>
  drain((onPiece) => new Gunzip(onPiece), packed, limit);

type OnPiece = (piece: Uint8Array, isLast: boolean) => void;

function drain(
  open: (onPiece: OnPiece) => { push(chunk: Uint8Array, isLast?: boolean): void },
  packed: Uint8Array,
  limit: number,
): Result<Uint8Array, InflateProblem> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isEnded = false;
  const stream = open((piece, isLast) => {
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
  return isEnded ? success(joinPieces(pieces, length)) : failure('archive-damaged');
}

function joinPieces(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only) return only;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
