import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js';
import { utf8toString, utf8toStringLoose } from '@exodus/bytes/utf8.js';
import { detectEncoding } from '@shared/decode/detect-encoding.ts';
import { crc32 } from './crc32.ts';

/** A name as an archive stores it. */
export interface StoredName {
  readonly name: Uint8Array;
  /** The archive says that it is UTF-8 (general purpose bit 11). */
  readonly isUtf8: boolean;
  /** The name again in UTF-8, for the name of that checksum. */
  readonly unicode: { readonly crc: number; readonly name: Uint8Array } | null;
}

/**
 * Names in the encoding that they say or, where they say none, in the one that fits all of them together:
 * Windows writes those of its own code page (GBK on the mainland, Big5 in Hong Kong and Taiwan, Shift_JIS in Japan), macOS UTF-8,
 * and neither says so.
 */
export function decodeEntryNames(names: readonly StoredName[]): string[] {
  const said = names.map(({ name, isUtf8, unicode }): string | null => {
    const marked = unicode !== null && unicode.crc === crc32(name) ? unicode.name : isUtf8 ? name : null;
    return marked && decodeUtf8(marked);
  });
  const decode = decoderFor(names.flatMap(({ name }, i) => (said[i] == null ? [name] : [])));
  return names.map(({ name }, i) => said[i] ?? decode(name));
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8toString(bytes);
  } catch {
    // Not what it says it is: guessed with the others.
    return null;
  }
}

function decoderFor(names: readonly Uint8Array[]): (name: Uint8Array) => string {
  const bytes = new Uint8Array(names.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const name of names) {
    bytes.set(name, at);
    at += name.length;
    bytes[at++] = 0x0a;
  }
  const encoding = detectEncoding(bytes);
  if (encoding === 'gb18030' || encoding === 'big5' || encoding === 'shift_jis')
    return createMultibyteDecoder(encoding, true);
  return utf8toStringLoose;
}
