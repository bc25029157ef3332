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

const EXTRA_ZIP64 = 0x0001;
/** Info-ZIP Unicode Path (APPNOTE 4.6.9). */
const EXTRA_UNICODE_PATH = 0x7075;

/** A narrow field of this value has its true one in the extra field (APPNOTE 4.5.3). */
export const NEEDS_64 = 0xffffffff;

/** An entry before its name is decoded. */
export interface RawEntry extends Omit<ZipEntry, 'name' | 'kind'> {
  readonly name: Uint8Array;
  readonly isUtf8: boolean;
  /** The name in UTF-8 from its extra field, with the checksum of the name it stands for. */
  readonly unicode: { readonly crc: number; readonly name: Uint8Array } | null;
  /** File mode of Unix, 0 where the archive was not made there. */
  readonly unixMode: number;
}

/** Names all entries of an archive, which together tell their encoding. */
export function nameEntries(found: readonly RawEntry[]): ZipEntry[] {
  const names = decodeEntryNames(found);
  return found.map(({ name: _name, isUtf8: _utf8, unicode: _unicode, unixMode, ...entry }, i): ZipEntry => {
    const name = names[i] as string;
    return { ...entry, name, kind: kindOf(name, unixMode) };
  });
}

type Sizes = Pick<ZipEntry, 'size' | 'packed' | 'at'>;

/** What the extra fields say; null where they lack what a narrow field sends there for. */
export function readExtra(
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
export function readUint64(view: DataView, at: number): number | null {
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
