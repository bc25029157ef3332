import type { Encoding } from '@shared/model/source.ts';
import { detectDoubleByte, hasShiftedKana } from './detect-double-byte.ts';
import { detectSingleByte } from './detect-single-byte.ts';
import { looksLikeHz } from './hz.ts';

/** Bytes that are looked at; the head of a file tells its encoding. */
const WINDOW = 64 * 1024;

/** Control bytes other than tab, line feed, form feed and carriage return that text may hold, as a share. */
const TOLERATED_CONTROLS = 0.003;

/** As many control bytes are taken for damage in a text of any length. */
const SPARE_CONTROLS = 2;

/** Share of plausible units from which bytes are taken for UTF-16; other bytes stay well below. */
const PLAUSIBLE_TEXT = 0.9;

/**
 * Units that printed pages of China are made of: ASCII, European letters, punctuation, signs, Chinese, Japanese,
 * bopomofo, Arabic (Uyghur), Tibetan, Mongolian, Yi, widths and surrogates, by Unicode
 * block. Hangul syllables and private use are left out: into them fall the pairs of bytes of UTF-8 and GB 18030.
 */
const PLAUSIBLE: readonly (readonly [from: number, to: number])[] = [
  [0x09, 0x0d],
  [0x20, 0x7e],
  [0x85, 0x85],
  [0xa0, 0x17f],
  [0x1cd, 0x1dc],
  [0x370, 0x4ff],
  [0x600, 0x6ff],
  [0xf00, 0xfff],
  [0x1800, 0x18af],
  [0x2000, 0x206f],
  [0x20a0, 0x22ff],
  [0x2460, 0x26ff],
  [0x3000, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xd800, 0xdfff],
  [0xf900, 0xfaff],
  [0xfb50, 0xfdff],
  [0xfe30, 0xfeff],
  [0xff00, 0xffef],
];

/** Share of printable ASCII from which bytes are taken for text in bytes: pairs of letters read as ideographs too. */
const PLAIN_ASCII = 0.85;

/** Escapes that open a table of two bytes (ISO-2022-JP, RFC 1468, 2237). */
const JAPANESE_ESCAPE = '\u001b$';

/**
 * Guesses how text is encoded: by its mark, else by which encodings its bytes are well formed in, else by
 * where the frequent characters of each stand. Null when it looks like no text at all.
 */
export function detectEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const isWhole32 = bytes.length % 4 === 0;
  if (isWhole32 && bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0)
    return 'utf-32le';
  if (isWhole32 && bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff)
    return 'utf-32be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const window = bytes.subarray(0, WINDOW);
  const sevenBits = detectSevenBits(window);
  if (sevenBits !== null) return sevenBits;
  const { wellFormed, malformed } = measureUtf8(window);
  const isUtf8 = malformed === 0 || wellFormed > 20 * malformed;
  const controls = countControls(window);
  const hasFewControls = controls <= Math.max(SPARE_CONTROLS, TOLERATED_CONTROLS * window.length);
  if (isUtf8 && hasFewControls && (wellFormed > 0 || controls * 10 < window.length)) return 'utf-8';
  if (hasFewControls && hasShiftedKana(window)) return 'shift_jis';
  const wide = detectUtf16(window);
  if (wide !== null) return wide;
  if (!hasFewControls) return null;
  return isUtf8 ? 'utf-8' : (detectDoubleByte(window) ?? detectSingleByte(window));
}

/** Encodings of two bytes a character that mail programs wrote in ASCII. */
function detectSevenBits(bytes: Uint8Array): Encoding | null {
  if (bytes.some((byte) => byte >= 0x80)) return null;
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096)
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  if (text.includes(`${JAPANESE_ESCAPE}B`) || text.includes(`${JAPANESE_ESCAPE}@`)) return 'iso-2022-jp';
  return looksLikeHz(text) ? 'hz-gb-2312' : null;
}

/** Text without a mark in UTF-16 has, read the right way round, units that pages are made of. */
function detectUtf16(bytes: Uint8Array): Encoding | null {
  const units = bytes.length >> 1;
  if (bytes.length % 2 !== 0 || units === 0) return null;
  const ascii = bytes.filter(
    (byte) => (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d),
  ).length;
  if (ascii > PLAIN_ASCII * bytes.length) return null;
  const [little, big] = [weighUnits(bytes, 1, 0), weighUnits(bytes, 0, 1)];
  if (Math.max(little.plausible, big.plausible) < PLAUSIBLE_TEXT * units) return null;
  const lead = little.plausible - big.plausible || big.round - little.round;
  return lead === 0 ? null : lead > 0 ? 'utf-16le' : 'utf-16be';
}

/**
 * Plausible units, and among them the round ones: ASCII read the wrong way round gives ideographs whose low byte
 * is zero, and of these only the full-width blank and 一 are in use.
 * @param high byte of a pair that is the high one.
 */
function weighUnits(bytes: Uint8Array, high: 0 | 1, low: 0 | 1): { plausible: number; round: number } {
  let plausible = 0;
  let round = 0;
  for (let i = 0; i < bytes.length; i += 2) {
    const unit = ((bytes[i + high] as number) << 8) | (bytes[i + low] as number);
    plausible += IS_PLAUSIBLE[unit] as number;
    if ((unit & 0xff) === 0 && unit !== 0x3000 && unit !== 0x4e00) round++;
  }
  return { plausible, round };
}

const IS_PLAUSIBLE = new Uint8Array(0x10000);
for (const [from, to] of PLAUSIBLE) IS_PLAUSIBLE.fill(1, from, to + 1);

function countControls(bytes: Uint8Array): number {
  let controls = 0;
  for (const byte of bytes)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) controls++;
  return controls;
}

/** Sequences of two bytes and more, and bytes that fit none; one that is cut off counts only where there is no other. */
function measureUtf8(bytes: Uint8Array): { wellFormed: number; malformed: number } {
  let wellFormed = 0;
  let malformed = 0;
  let isCutOff = false;
  for (let i = 0; i < bytes.length; ) {
    const length = utf8Length(bytes[i] as number);
    let at = 1;
    while (at < length && i + at < bytes.length && ((bytes[i + at] as number) & 0xc0) === 0x80) at++;
    if (at < length ? i + at < bytes.length : length === 0) malformed++;
    else if (length > 1 && at === length) wellFormed++;
    else if (at < length) isCutOff = true;
    i += at;
  }
  if (isCutOff && wellFormed === 0) malformed++;
  return { wellFormed, malformed };
}

/** Bytes of the sequence that a lead byte opens (RFC 3629), 0 for a byte that opens none. */
function utf8Length(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
