import { utf8toStringLoose } from '@exodus/bytes/utf8.js';
import { decodeEntryNames } from '../zip/entry-names.ts';

/** An entry of a tar archive (POSIX.1-2017, pax; GNU tar). */
export interface TarEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'device' | 'damaged';
  /** Where its bytes stand in the archive. */
  readonly start: number;
  readonly size: number;
}

const BLOCK = 512;

/** By its checksum; older archives bear no mark. */
export const isTar = (bytes: Uint8Array): boolean => bytes.length >= BLOCK && isHeader(bytes, 0);

/**
 * The entries of a tar archive. One whose header is damaged is said to be so, and the next sound one is sought.
 * @returns null where there are more than `most`.
 */
export function readTar(bytes: Uint8Array, most: number): readonly TarEntry[] | null {
  const found: (Omit<TarEntry, 'name'> & { readonly raw: Uint8Array; readonly said: string | null })[] = [];
  let said: Said = {};
  let isLost = false;
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    if (isBlank(bytes, at) || !isHeader(bytes, at)) {
      if (!isBlank(bytes, at) && !isLost) {
        isLost = true;
        found.push({ kind: 'damaged', start: at, size: 0, raw: new Uint8Array(), said: null });
      }
      at += BLOCK;
      continue;
    }
    isLost = false;
    const type = bytes[at + 156] as number;
    const size = said.size ?? readNumber(bytes, at + 124, 12);
    const start = at + BLOCK;
    at = start + Math.ceil(size / BLOCK) * BLOCK;
    const content = bytes.subarray(start, start + size);
    if (type === LONG_NAME) said = { ...said, path: utf8OrRaw(content) };
    else if (type === PAX) said = { ...said, ...readPax(content) };
    if (type === LONG_NAME || type === PAX || type === LONG_LINK || type === PAX_GLOBAL) continue;
    if (found.length >= most) return null;
    const isWhole = start + size <= bytes.length;
    const kind = isWhole ? (KINDS[type] ?? 'file') : 'damaged';
    found.push({ kind, start, size, raw: readName(bytes, start - BLOCK), said: said.path ?? null });
    said = {};
  }
  const names = decodeEntryNames(found.map(({ raw }) => ({ name: raw, isUtf8: false, unicode: null })));
  return found.map(({ raw: _raw, said: path, ...entry }, i) => ({
    ...entry,
    name: path ?? (names[i] as string),
  }));
}

/** What extra headers say of the entry behind them. */
interface Said {
  readonly path?: string;
  readonly size?: number;
}

const typeOf = (letter: string): number => letter.charCodeAt(0);
const LONG_NAME = typeOf('L');
const LONG_LINK = typeOf('K');
const PAX = typeOf('x');
const PAX_GLOBAL = typeOf('g');

const KINDS: Readonly<Record<number, TarEntry['kind']>> = {
  [typeOf('1')]: 'link',
  [typeOf('2')]: 'link',
  [typeOf('3')]: 'device',
  [typeOf('4')]: 'device',
  [typeOf('5')]: 'folder',
  // Of GNU's incremental archives: a folder with a list of its files.
  [typeOf('D')]: 'folder',
  [typeOf('6')]: 'device',
};

function isBlank(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < at + BLOCK; i++) if (bytes[i] !== 0) return false;
  return true;
}

/** The sum of a header's bytes, with blanks in place of the sum itself. */
function isHeader(bytes: Uint8Array, at: number): boolean {
  let sum = 8 * 0x20;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += bytes[at + i] as number;
  return bytes[at] !== 0 && readNumber(bytes, at + 148, 8) === sum;
}

/** Octal digits or, with the first bit set, bytes of a number (GNU). At most what a double counts exactly. */
function readNumber(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at] as number;
  if (first & 0x80) {
    let value = first & 0x7f;
    for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] as number);
    return Math.min(value, Number.MAX_SAFE_INTEGER);
  }
  const digits = /[0-7]+/.exec(String.fromCharCode(...bytes.subarray(at, at + length)))?.[0];
  return digits === undefined ? 0 : Number.parseInt(digits, 8);
}

function readName(bytes: Uint8Array, at: number): Uint8Array {
  const name = untilNul(bytes.subarray(at, at + 100));
  const isUstar = String.fromCharCode(...bytes.subarray(at + 257, at + 262)) === 'ustar';
  const prefix = isUstar ? untilNul(bytes.subarray(at + 345, at + 500)) : new Uint8Array();
  if (prefix.length === 0) return name;
  const whole = new Uint8Array(prefix.length + 1 + name.length);
  whole.set(prefix);
  whole[prefix.length] = 0x2f;
  whole.set(name, prefix.length + 1);
  return whole;
}

function untilNul(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}

function utf8OrRaw(bytes: Uint8Array): string {
  return decodeEntryNames([{ name: untilNul(bytes), isUtf8: false, unicode: null }])[0] ?? '';
}

/** Records of `length key=value`, a line each. */
function readPax(bytes: Uint8Array): Said {
  let said: Said = {};
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at);
    const length = Number(String.fromCharCode(...bytes.subarray(at, Math.min(blank, at + 16))));
    if (blank < 0 || !Number.isInteger(length) || length <= blank - at || at + length > bytes.length) break;
    const record = utf8toStringLoose(bytes.subarray(blank + 1, at + length - 1));
    const [key, value] = [record.slice(0, record.indexOf('=')), record.slice(record.indexOf('=') + 1)];
    if (key === 'path') said = { ...said, path: value };
    const size = Number(value);
    if (key === 'size' && Number.isSafeInteger(size) && size >= 0) said = { ...said, size };
    at += length;
  }
  return said;
}
