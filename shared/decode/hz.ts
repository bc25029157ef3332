import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js';

const TILDE = 0x7e;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LINE_FEED = 0x0a;

/** Share of what is printed that has to stand between the marks: text of HZ is Chinese with a few words beside it. */
const LEAST_CHINESE = 0.3;

/** Pairs of GB 2312 in seven bits, between the marks that open and close them. */
const CHINESE = /~\{((?:[\x21-\x77][\x21-\x7e])+)~\}/g;

/** @param text a unit for each byte, none of them above 7F. */
export function looksLikeHz(text: string): boolean {
  if (!text.includes('~{')) return false;
  let chinese = 0;
  for (const [whole] of text.matchAll(CHINESE)) chinese += whole.length;
  return chinese > 0 && chinese >= LEAST_CHINESE * text.replace(/\s/g, '').length;
}

/**
 * HZ (RFC 1843): GB 2312 in seven bits between `~{` and `~}`; `~~` is a tilde, and one before a line end is none.
 * Between the marks bytes come in pairs, whose second may be a tilde as well.
 */
export function decodeHz(bytes: Uint8Array): string {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  let isChinese = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    const next = bytes[i + 1] ?? 0;
    if (isChinese && isPair(byte, next)) {
      plain[length++] = byte | 0x80;
      plain[length++] = next | 0x80;
      i++;
    } else if (byte === TILDE && [TILDE, OPEN, CLOSE, LINE_FEED].includes(next)) {
      if (next === TILDE) plain[length++] = TILDE;
      if (next === OPEN || next === CLOSE) isChinese = next === OPEN;
      i++;
    } else {
      // A line ends what was not closed in it.
      if (byte === LINE_FEED) isChinese = false;
      plain[length++] = byte;
    }
  }
  return createMultibyteDecoder('gb18030', true)(plain.subarray(0, length));
}

/** A row of GB 2312 and a place in it. */
const isPair = (lead: number, trail: number): boolean =>
  lead > 0x20 && lead < TILDE && trail > 0x20 && trail <= TILDE;
