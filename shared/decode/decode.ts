import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js';
import { utf8toString, utf8toStringLoose } from '@exodus/bytes/utf8.js';
import { utf16toString } from '@exodus/bytes/utf16.js';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import type { Encoding } from '@shared/model/source.ts';
import { detectEncoding } from './detect-encoding.ts';
import { recogniseFormat } from './recognise-format.ts';

/**
 * Name and version of the reader of text files. The version is raised whenever the same bytes may give
 * another text, in which every offset that was kept counts; `tests/decode/golden` holds it to that.
 */
export const TEXT_READER = 'text@1';

/** Share of replaced units above which bytes are no longer taken for damaged text. */
const TOLERATED_DAMAGE = 0.01;

const REPLACEMENT = '\uFFFD';

export interface DecodedText {
  /** BOM dropped, nothing else changed; well-formed UTF-16. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly mediaType: 'text/plain' | 'text/markdown';
}

/**
 * Bytes to text, by tables in the code, so that offsets are the same on every engine.
 * @param name decides the media type, nothing else.
 * @param given the encoding that the person says it is.
 */
export function decode(
  bytes: Uint8Array,
  name: string,
  given?: Encoding,
): Result<DecodedText, 'empty-file' | 'not-text' | 'unsupported-format' | 'malformed-text'> {
  if (bytes.length === 0) return failure('empty-file');
  const format = recogniseFormat(bytes);
  if (format !== null)
    return failure(format.isDocument ? 'unsupported-format' : 'not-text', { format: format.name });
  const encoding = given ?? detectEncoding(bytes);
  if (encoding === null) return failure('not-text');
  const decoded = decodeAs(bytes, encoding);
  if (decoded === null) return failure('malformed-text', { encoding });
  const text = decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  if (text.trim() === '') return failure('empty-file');
  if (text.split(REPLACEMENT).length - 1 > TOLERATED_DAMAGE * text.length)
    return failure(given === undefined ? 'not-text' : 'malformed-text', { encoding });
  const mediaType = /\.(md|markdown)$/i.test(name) ? 'text/markdown' : 'text/plain';
  return success({ text, encoding, mediaType });
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
