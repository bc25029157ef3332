import { detectEncoding } from '@shared/decode/detect-encoding.ts';
import { encodingOfLabel } from '@shared/decode/encoding-labels.ts';
import type { Encoding } from '@shared/model/source.ts';

/** Bytes in which a page declares its encoding; browsers look at 1024, old templates declare it further down. */
const DECLARED_WITHIN = 16 * 1024;
const WINDOW = 64 * 1024;

/**
 * The encoding of a page. Declarations lie (a server changed it, a program saved it anew), so that bytes go first
 * where they are sure: a mark, Unicode that is well formed. What is declared decides between encodings in which
 * most bytes are well formed either way, unless the bytes speak clearly against it.
 */
export function findPageEncoding(bytes: Uint8Array, header?: string): Encoding | null {
  const declared = encodingOfLabel(header ?? '') ?? encodingOfLabel(declaredIn(bytes) ?? '');
  const seen = detectEncoding(windowOf(bytes));
  if (seen === null || declared === null) return seen ?? declared;
  // Unicode that bytes do not bear out is a wish: pages were made from a template that had it.
  return isUnicode(seen) || isUnicode(declared) ? seen : settle(declared, seen, bytes);
}

const isUnicode = (encoding: Encoding): boolean => encoding.startsWith('utf');
const isChinese = (encoding: Encoding): boolean => encoding === 'gb18030' || encoding === 'big5';

/**
 * GB 2312 pages rarely look like Big5; Big5 pages with few frequent characters may look like GB 2312. Where one byte
 * a character is declared and Chinese seen, a server declared what it was set up with.
 */
function settle(declared: Encoding, seen: Encoding, bytes: Uint8Array): Encoding {
  if (!isChinese(seen)) return declared;
  if (declared === 'gb18030' || (declared === 'big5' && !hasLowTrail(bytes))) return seen;
  return declared.startsWith('windows-') || declared.startsWith('iso-8859-') ? seen : declared;
}

/** Whether bytes that Big5 alone puts second in frequent characters occur at all. */
const hasLowTrail = (bytes: Uint8Array): boolean => {
  for (let i = 0; i + 1 < bytes.length; i++) {
    if ((bytes[i] as number) < 0x81) continue;
    const trail = bytes[++i] as number;
    if (trail >= 0x40 && trail <= 0x7e) return true;
  }
  return false;
};

/** From the first byte that is not ASCII: the head of a page is often script alone. */
function windowOf(bytes: Uint8Array): Uint8Array {
  const isMarked = (bytes[0] as number) >= 0xef || bytes[0] === 0 || bytes[1] === 0;
  if (isMarked) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  return first < WINDOW / 2 ? bytes : bytes.subarray(first - 2);
}

const META = /<meta\b[^>]{0,400}?\bcharset\s*=\s*(?:["']\s*)?([\w.:-]{2,30})/i;
const XML = /^[^<]{0,8}<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,30})/i;

/** The label that the page gives of itself. */
function declaredIn(bytes: Uint8Array): string | null {
  let head = '';
  for (const byte of bytes.subarray(0, DECLARED_WITHIN)) head += String.fromCharCode(byte);
  return META.exec(head)?.[1] ?? XML.exec(head)?.[1] ?? null;
}
