import { failure, type Result, success } from '@shared/contracts/results.ts';
import { decodeEntryNames } from './entry-names.ts';

/** What an entry is besides a plain file; none of these is ever read. */
export type EntryKind = 'file' | 'folder' | 'link' | 'device';

/** An entry as the central directory lists it; nothing of it has been unpacked. */
export interface ZipEntry {
  /** As it is stored, decoded; nothing says that it is a path to be trusted. */
  readonly name: string;
  readonly kind: EntryKind;
  readonly isEncrypted: boolean;
  /** Compression method (APPNOTE 4.4.5): 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes in the archive. */
  readonly packed: number;
  /** Bytes that it says it unfolds to. */
  readonly size: number;
  /** Where its local header stands, in bytes of the archive. */
  readonly at: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
/** The longest comment that may stand behind the end record. */
const LONGEST_COMMENT = 0xffff;
const NEEDS_64 = 0xffffffff;

const EXTRA_ZIP64 = 0x0001;
/** Info-ZIP Unicode Path (APPNOTE 4.6.9). */
const EXTRA_UNICODE_PATH = 0x7075;

/**
 * The central directory of a ZIP, with no byte of its entries unpacked (APPNOTE.TXT 6.3.10). Bytes before the
 * archive are allowed for, as self-extracting ones have them.
 * @param most entries above which it is refused.
 */
export function readDirectory(
  bytes: Uint8Array,
  most: number,
): Result<readonly ZipEntry[], 'archive-damaged' | 'archive-too-many'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return failure('archive-damaged');
  if (end.entries > most) return failure('archive-too-many', { entries: end.entries, limit: most });
  const found: RawEntry[] = [];
  let at = end.start;
  for (let i = 0; i < end.entries; i++) {
    const raw = readCentral(view, bytes, at, end.shift);
    if (raw === null) return failure('archive-damaged');
    found.push(raw.entry);
    at = raw.next;
  }
  const names = decodeEntryNames(found.map(({ name, isUtf8, unicode }) => ({ name, isUtf8, unicode })));
  return success(
    found.map(({ name: _name, isUtf8: _utf8, unicode: _unicode, unixMode, ...entry }, i): ZipEntry => {
      const name = names[i] as string;
      return { ...entry, name, kind: kindOf(name, unixMode) };
    }),
  );
}

interface End {
  readonly entries: number;
  /** Where the directory begins, in bytes of the file. */
  readonly start: number;
  /** Bytes that stand before the archive. */
  readonly shift: number;
}

function findEnd(view: DataView): End | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const end = readEnd(view, at);
    if (end !== null) return end;
  }
  return null;
}

function readEnd(view: DataView, at: number): End | null {
  let entries = view.getUint16(at + 10, true);
  let length = view.getUint32(at + 12, true);
  let offset = view.getUint32(at + 16, true);
  let before = at;
  const locator = at - 20;
  const has64 = entries === 0xffff || length === NEEDS_64 || offset === NEEDS_64;
  if (has64 && locator >= 0 && view.getUint32(locator, true) === END_64_LOCATOR) {
    // Bytes before the archive move the record, so it is also sought right in front of its locator.
    const record = [readUint64(view, locator + 8), locator - 56].find(
      (place) =>
        place !== null && place >= 0 && place + 56 <= locator && view.getUint32(place, true) === END_64,
    );
    if (record === undefined || record === null) return null;
    const [entries64, length64, offset64] = [32, 40, 48].map((field) => readUint64(view, record + field));
    if (entries64 == null || length64 == null || offset64 == null) return null;
    [entries, length, offset, before] = [entries64, length64, offset64, record];
  }
  const start = before - length;
  const shift = start - offset;
  if (start < 0 || shift < 0 || entries * CENTRAL_LENGTH > length) return null;
  return { entries, start, shift };
}

interface RawEntry extends Omit<ZipEntry, 'name' | 'kind'> {
  readonly name: Uint8Array;
  readonly isUtf8: boolean;
  /** The name in UTF-8 from its extra field, with the checksum of the name it stands for. */
  readonly unicode: { readonly crc: number; readonly name: Uint8Array } | null;
  /** File mode of Unix, 0 where the archive was not made there. */
  readonly unixMode: number;
}

function readCentral(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  shift: number,
): { readonly entry: RawEntry; readonly next: number } | null {
  if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + CENTRAL_LENGTH + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > bytes.length) return null;
  const wide = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    at: view.getUint32(at + 42, true),
  };
  const extra = readExtra(view, bytes, nameEnd, extraEnd, wide);
  if (extra === null) return null;
  const isUnix = view.getUint16(at + 4, true) >> 8 === 3;
  return {
    entry: {
      ...extra.sizes,
      at: extra.sizes.at + shift,
      name: bytes.subarray(at + CENTRAL_LENGTH, nameEnd),
      isUtf8: (flags & 0x800) !== 0,
      unicode: extra.unicode,
      unixMode: isUnix ? view.getUint32(at + 38, true) >>> 16 : 0,
      isEncrypted: (flags & 0x1) !== 0,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
    },
    next,
  };
}

type Sizes = Pick<ZipEntry, 'size' | 'packed' | 'at'>;

function readExtra(
  view: DataView,
  bytes: Uint8Array,
  start: number,
  end: number,
  sizes: Sizes,
): { readonly sizes: Sizes; readonly unicode: RawEntry['unicode'] } | null {
  let wide = sizes;
  let unicode: RawEntry['unicode'] = null;
  for (let at = start; at + 4 <= end; ) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const data = at + 4;
    // Some programs write extra fields that do not add up; they say nothing that is needed.
    if (data + length > end) break;
    if (id === EXTRA_UNICODE_PATH && length > 5)
      unicode = { crc: view.getUint32(data + 1, true), name: bytes.subarray(data + 5, data + length) };
    if (id === EXTRA_ZIP64) {
      const read = read64(view, data, data + length, sizes);
      if (read === null) return null;
      wide = read;
    }
    at = data + length;
  }
  return { sizes: wide, unicode };
}

/** Fields stand in the extra one only where the narrow ones are full, always in this order. */
function read64(view: DataView, start: number, end: number, narrow: Sizes): Sizes | null {
  const sizes = { ...narrow };
  let at = start;
  for (const field of ['size', 'packed', 'at'] as const) {
    if (narrow[field] !== NEEDS_64) continue;
    const value = at + 8 <= end ? readUint64(view, at) : null;
    if (value === null) return null;
    sizes[field] = value;
    at += 8;
  }
  return sizes;
}

/** Null where the number is above what a double counts exactly. */
function readUint64(view: DataView, at: number): number | null {
  const value = view.getBigUint64(at, true);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? null : Number(value);
}

/** File types of Unix, as in stat(2). */
function kindOf(name: string, unixMode: number): EntryKind {
  const type = unixMode & 0o170000;
  if (type === 0o120000) return 'link';
  if (type === 0o060000 || type === 0o020000 || type === 0o010000 || type === 0o140000) return 'device';
  return type === 0o040000 || /[\\/]$/.test(name) ? 'folder' : 'file';
}
