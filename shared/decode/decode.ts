import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js';
import { createSinglebyteDecoder } from '@exodus/bytes/single-byte.js';
import { utf8toString, utf8toStringLoose } from '@exodus/bytes/utf8.js';
import { utf16toString } from '@exodus/bytes/utf16.js';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import type { Encoding } from '@shared/model/source.ts';
import { detectEncoding } from './detect-encoding.ts';
import { decodeHz } from './hz.ts';

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
  } catch {
    // The strict decoders throw on malformed input only; UTF-8 with a damaged spot is still worth reading.
    return encoding === 'utf-8' ? utf8toStringLoose(bytes) : null;
  }
  return decodeLegacy(bytes, encoding);
}

/**
 * Encodings other than UTF-8 and UTF-16; what is malformed becomes U+FFFD.
 * @param encoding none of those two.
 */
export function decodeLegacy(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding === 'hz-gb-2312') return decodeHz(bytes);
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(bytes, encoding === 'utf-32le');
  return MULTI_BYTE.has(encoding)
    ? createMultibyteDecoder(encoding, true)(bytes)
    : createSinglebyteDecoder(encoding, true)(bytes);
}

const MULTI_BYTE: ReadonlySet<Encoding> = new Set([
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
]);

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, isLittle);
    const isScalar = point < 0xd800 || (point > 0xdfff && point <= 0x10ffff);
    text += isScalar ? String.fromCodePoint(point) : REPLACEMENT;
  }
  return text;
}
