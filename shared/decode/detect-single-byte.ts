import { createSinglebyteDecoder } from '@exodus/bytes/single-byte.js';
import type { Encoding } from '@shared/model/source.ts';
import { analyse } from 'chardet';
import { encodingOfLabel } from './encoding-labels.ts';

/** Bytes that are looked at: frequencies of letters settle early. */
const WINDOW = 16 * 1024;

/** Share of the characters that are letters, digits, blanks or common punctuation in anything written. */
const LEAST_WRITTEN = 0.97;
const WRITTEN = /[\p{L}\p{M}\p{N}\s!-/:-@[-`{-~\u2010-\u2026\u20AC«»§©°–—]/gu;

/** Latin letters beyond ASCII are the smaller part of any text in them. */
const MOST_HIGH_OF_LATIN = 0.4;
const LATIN = /\p{Script=Latin}/gu;

/**
 * The encoding of one byte a character whose language the bytes are most like (by frequencies of three letters; the
 * tables are those of ICU). It is a guess among neighbours that differ in a few letters. Null for what reads as
 * nothing written.
 */
export function detectSingleByte(bytes: Uint8Array): Encoding | null {
  const window = bytes.subarray(0, WINDOW);
  for (const { name } of analyse(window)) {
    const encoding = SINGLE_BYTE.test(name) ? encodingOfLabel(name) : null;
    if (encoding !== null && isWritten(window, encoding)) return encoding;
  }
  return null;
}

const SINGLE_BYTE = /^(?:ISO-8859-|windows-|KOI8-|TIS-620)/i;

function isWritten(bytes: Uint8Array, encoding: Encoding): boolean {
  const text = createSinglebyteDecoder(encoding, true)(bytes);
  const high = bytes.filter((byte) => byte >= 0x80).length;
  if (text.includes('\uFFFD') || count(text, WRITTEN) < LEAST_WRITTEN * text.length) return false;
  return high <= MOST_HIGH_OF_LATIN * text.length || count(text, LATIN) < text.length / 2;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
