import type { Encoding } from '@shared/model/source.ts';

/** Pairs of bytes by where they stand; see `judge` for what each tells. */
interface Pairs {
  count: number;
  malformed: number;
  /** With no other beside it, and a small letter of ASCII for its trail, in a word of such letters. */
  alone: number;
  highTrail: number;
  gb: number;
  big5: number;
  /** Rows of kana in GB 2312 and EUC-JP, and of Shift_JIS. */
  kana: number;
  shiftedKana: number;
  /** Leads of Shift_JIS. */
  shifted: number;
  /** Leads of Hangul in EUC-KR, and leads behind them. */
  hangul: number;
  behindHangul: number;
}

/** Pairs from which on it can be told that something is missing among them. */
const ENOUGH = 3;
const ENOUGH_FOR_HANGUL = 20;

/** Share of pairs that text may have damaged. */
const TOLERATED_DAMAGE = 0.05;

/**
 * Which of the encodings of East Asia in one and two bytes the bytes are in. Null where the pairs are those of none
 * of them: text in one byte a character has its high bytes alone between letters, or in runs of any length.
 */
export function detectDoubleByte(bytes: Uint8Array): Encoding | null {
  const pairs = countPairs(bytes);
  return pairs.count === 0 ? null : judge(pairs);
}

/** Whether as many pairs are the kana of Shift_JIS as in any Japanese text; read as UTF-16, it is Chinese of rare words. */
export function hasShiftedKana(bytes: Uint8Array): boolean {
  const { count, shiftedKana } = countPairs(bytes);
  return count >= ENOUGH && shiftedKana > KANA_OF_TEXT * count;
}

/** Share of kana among the pairs of Japanese text. */
const KANA_OF_TEXT = 0.25;

/**
 * GB 2312 puts its 3,755 frequent characters at lead B0–D7, trail A1–FE (GB/T 2312-1980, level 1) and its
 * punctuation at lead A1–A3, trail A1–FE; Big5 its 5,401 frequent ones at lead A4–C6, trail 40–7E and A1–FE,
 * and its punctuation at lead A1–A3, mostly trail 40–7E. Kana stand at leads A4 and A5 of EUC-JP and at 82 and 83
 * of Shift_JIS, all of whose leads are 81–9F or above DF, Hangul at leads B0–C8 of EUC-KR. Each pair of bytes votes for where it stands.
 */
function judge(pairs: Pairs): Encoding | null {
  const { count, highTrail, gb, big5 } = pairs;
  if (pairs.malformed > TOLERATED_DAMAGE * count + 1) return null;
  if (pairs.alone > 0.5 * count) return null;
  if (pairs.shiftedKana > KANA_OF_TEXT * count || (count >= ENOUGH && pairs.shifted > 0.9 * count))
    return 'shift_jis';
  // Four characters of ten have a low trail in Big5, and almost none in the others.
  const isHigh = highTrail > 0.97 * count;
  if (isHigh && pairs.kana > 0.2 * count) return 'euc-jp';
  const isHangul = pairs.hangul > 0.85 * count && pairs.behindHangul < 0.05 * count;
  if (isHigh && isHangul && count >= ENOUGH_FOR_HANGUL) return 'euc-kr';
  if (Math.max(gb, big5) * 2 < count) return null;
  return gb >= big5 ? 'gb18030' : 'big5';
}

const isWithin = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to;

const isLetter = (byte = 0): boolean => isWithin(byte | 0x20, 0x61, 0x7a);

/** Whether a byte and the small letter behind it stand among other letters of ASCII. */
const isInWord = (bytes: Uint8Array, at: number): boolean => {
  const behind = bytes[at + 2] ?? 0;
  return (
    isWithin(bytes[at + 1] as number, 0x61, 0x7a) &&
    behind < 0x80 &&
    (isLetter(bytes[at - 1]) || isLetter(behind))
  );
};

function countPairs(bytes: Uint8Array): Pairs {
  const pairs: Pairs = {
    count: 0,
    malformed: 0,
    alone: 0,
    highTrail: 0,
    gb: 0,
    big5: 0,
    kana: 0,
    shiftedKana: 0,
    shifted: 0,
    hangul: 0,
    behindHangul: 0,
  };
  let end = -1;
  for (let i = 0; i + 1 < bytes.length; i++) {
    const lead = bytes[i] as number;
    if (lead < 0x81) continue;
    const trail = bytes[i + 1] as number;
    // Four bytes of GB 18030.
    const isQuad = isWithin(trail, 0x30, 0x39) && (bytes[i + 2] ?? 0) >= 0x81;
    if (trail < 0x40 && !isQuad) pairs.malformed++;
    pairs.count++;
    if (end !== i && isInWord(bytes, i)) pairs.alone++;
    countPair(pairs, lead, trail);
    i += isQuad ? 3 : 1;
    end = i + 1;
  }
  return pairs;
}

function countPair(pairs: Pairs, lead: number, trail: number): void {
  const isHigh = trail >= 0xa1;
  const isLow = isWithin(trail, 0x40, 0x7e);
  if (isHigh) pairs.highTrail++;
  if ((isWithin(lead, 0xb0, 0xd7) || isWithin(lead, 0xa1, 0xa3)) && isHigh) pairs.gb++;
  if (isWithin(lead, 0xa4, 0xc6) && (isHigh || isLow)) pairs.big5++;
  if (isWithin(lead, 0xa1, 0xa3) && isLow) pairs.big5++;
  if ((lead === 0xa4 && isWithin(trail, 0xa1, 0xf3)) || (lead === 0xa5 && isWithin(trail, 0xa1, 0xf6)))
    pairs.kana++;
  if ((lead === 0x82 && isWithin(trail, 0x9f, 0xf1)) || (lead === 0x83 && isWithin(trail, 0x40, 0x96)))
    pairs.shiftedKana++;
  if (isWithin(lead, 0x81, 0x9f) || isWithin(lead, 0xe0, 0xea)) pairs.shifted++;
  if (isHigh && isWithin(lead, 0xb0, 0xc8)) pairs.hangul++;
  if (isHigh && lead > 0xc8) pairs.behindHangul++;
}
