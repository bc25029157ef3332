import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js';
import { utf8toString, utf8toStringLoose } from '@exodus/bytes/utf8.js';
import { utf16toString } from '@exodus/bytes/utf16.js';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import type { Encoding } from '@shared/model/source.ts';
import { detectEncoding } from './detect-encoding.ts';

/** Share of replaced units above which bytes are no longer taken for damaged text. */
const TOLERATED_DAMAGE = 0.01;

const REPLACEMENT = '\uFFFD';

export interface DecodedText {
  /** BOM dropped, nothing else changed; well-formed UTF-16. */
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * Bytes to text, by tables in the code, so that offsets are the same on every engine.
 * @param given the encoding that the person says it is.
 */
export function decode(
  bytes: Uint8Array,
  given?: Encoding,
): Result<DecodedText, 'empty-file' | 'not-text' | 'malformed-text'> {
  if (bytes.length === 0) return failure('empty-file');
  const encoding = given ?? detectEncoding(bytes);
  if (encoding === null) return failure('not-text');
  const decoded = decodeAs(bytes, encoding);
  if (decoded === null) return failure('malformed-text', { encoding });
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  if (text.trim() === '') return failure('empty-file');
  if (text.split(REPLACEMENT).length - 1 > TOLERATED_DAMAGE * text.length)
    return failure(given === undefined ? 'not-text' : 'malformed-text', { encoding });
  return success({ text, encoding });
}

/** Null when the bytes cannot be text in this encoding at all. */
function decodeAs(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    if (encoding === 'utf-8') return utf8toString(bytes);
    if (encoding === 'utf-16le') return utf16toString(bytes, 'uint8-le');
    if (encoding === 'utf-16be') return utf16toString(bytes, 'uint8-be');
    return createMultibyteDecoder(encoding)(bytes);
  } catch {
    // The strict decoders throw on malformed input only; text with a damaged spot is still worth reading.
    if (encoding === 'utf-8') return utf8toStringLoose(bytes);
    if (encoding === 'gb18030' || encoding === 'big5') return createMultibyteDecoder(encoding, true)(bytes);
    return null;
  }
}
