import type { Encoding } from '@shared/model/source.ts';

/** Bytes that are looked at; the head of a file tells its encoding. */
const WINDOW = 64 * 1024;

/** Control bytes other than tab, line feed, form feed and carriage return that text may hold, as a share. */
const TOLERATED_CONTROLS = 0.003;

/**
 * Guesses how text is encoded: by its mark, else by which encodings its bytes are well formed in, else by
 * where the frequent characters of GB 2312 and of Big5 stand. Null when it looks like no text at all.
 */
export function detectEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const window = bytes.subarray(0, WINDOW);
  const wide = detectUtf16(window);
  if (wide !== null) return wide;
  if (countControls(window) > TOLERATED_CONTROLS * window.length) return null;
  const utf8 = measureUtf8(window);
  if (utf8.malformed === 0 || utf8.wellFormed > 20 * utf8.malformed) return 'utf-8';
  return detectDoubleByte(window);
}

/** Text without a mark in UTF-16: line feeds and spaces leave zero bytes, all on the same side. */
function detectUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < bytes.length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (even + odd === 0) return null;
  if (even > 9 * odd) return 'utf-16be';
  return odd > 9 * even ? 'utf-16le' : null;
}

function countControls(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) controls++;
  return controls;
}

/** Sequences of two bytes and more, and bytes that fit none; one that the window cuts off is neither. */
function measureUtf8(bytes: Uint8Array): { wellFormed: number; malformed: number } {
  let wellFormed = 0;
  let malformed = 0;
  for (let i = 0; i < bytes.length; ) {
    const length = utf8Length(bytes[i] as number);
    let at = 1;
    while (at < length && i + at < bytes.length && ((bytes[i + at] as number) & 0xc0) === 0x80) at++;
    if (at < length ? i + at < bytes.length : length === 0) malformed++;
    else if (length > 1 && at === length) wellFormed++;
    i += at;
  }
  return { wellFormed, malformed };
}

/** Bytes of the sequence that a lead byte opens (RFC 3629), 0 for a byte that opens none. */
function utf8Length(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

/**
 * GB 2312 puts its 3,755 frequent characters at lead B0–D7, trail A1–FE (GB/T 2312-1980, level 1) and its
 * punctuation at lead A1–A3, trail A1–FE; Big5 its 5,401 frequent ones at lead A4–C6, trail 40–7E and A1–FE,
 * and its punctuation at lead A1–A3, mostly trail 40–7E. Each pair of bytes votes for where it stands.
 */
function detectDoubleByte(bytes: Uint8Array): Encoding | null {
  let pairs = 0;
  let gb = 0;
  let big5 = 0;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x81) continue;
    const trail = bytes[++i] as number;
    const isHigh = trail >= 0xa1;
    const isLow = trail >= 0x40 && trail <= 0x7e;
    pairs++;
    if (((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)) && isHigh) gb++;
    if (lead >= 0xa4 && lead <= 0xc6 && (isHigh || isLow)) big5++;
    if (lead >= 0xa1 && lead <= 0xa3 && isLow) big5++;
  }
  if (Math.max(gb, big5) * 2 < pairs || pairs === 0) return null;
  return gb >= big5 ? 'gb18030' : 'big5';
}
