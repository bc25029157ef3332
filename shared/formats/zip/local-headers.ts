import { type RawEntry, readExtra, readUint64 } from './entry-fields.ts';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const DESCRIPTOR = 0x08074b50;
const LOCAL_LENGTH = 30;
/** Sizes follow the data (APPNOTE 4.4.4, bit 3). */
const SIZES_FOLLOW = 0x8;
/** First byte of every signature. */
const P = 0x50;

/**
 * The entries of a ZIP whose directory cannot be read, by their own headers, in the order of the file. What an
 * entry's sizes do not agree with is listed as one of no data, which never proves itself by its checksum.
 * @param most entries above which it is null.
 */
export function readLocalHeaders(bytes: Uint8Array, most: number): readonly RawEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: RawEntry[] = [];
  for (let at = findMark(view, bytes, 0, [LOCAL]); at !== null; ) {
    if (found.length === most) return null;
    const read = readLocal(view, bytes, at);
    if (read === null) {
      at = findMark(view, bytes, at + 4, [LOCAL]);
      continue;
    }
    found.push(read.entry);
    at = findMark(view, bytes, read.next, [LOCAL]);
  }
  return found;
}

interface Data {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where the next header may stand. */
  readonly next: number;
}

/** Null where the bytes are no header. */
function readLocal(
  view: DataView,
  bytes: Uint8Array,
  at: number,
): { readonly entry: RawEntry; readonly next: number } | null {
  if (at + LOCAL_LENGTH > bytes.length) return null;
  const flags = view.getUint16(at + 6, true);
  const nameEnd = at + LOCAL_LENGTH + view.getUint16(at + 26, true);
  const start = nameEnd + view.getUint16(at + 28, true);
  if (start > bytes.length || nameEnd === at + LOCAL_LENGTH) return null;
  const narrow = { packed: view.getUint32(at + 18, true), size: view.getUint32(at + 22, true), at };
  const extra = readExtra(view, bytes, nameEnd, start, narrow);
  if (extra === null) return null;
  const told: Data = {
    crc: view.getUint32(at + 14, true),
    packed: extra.sizes.packed,
    size: extra.sizes.size,
    next: start + extra.sizes.packed,
  };
  const isToldLater = (flags & SIZES_FOLLOW) !== 0 && told.packed === 0;
  const data = isToldLater ? findDescriptor(view, bytes, start) : isFollowed(view, told.next) ? told : null;
  const { crc, packed, size, next } = data ?? { crc: told.crc, packed: 0, size: 1, next: start };
  return {
    entry: {
      name: bytes.subarray(at + LOCAL_LENGTH, nameEnd),
      isUtf8: (flags & 0x800) !== 0,
      unicode: extra.unicode,
      unixMode: 0,
      isEncrypted: (flags & 0x1) !== 0,
      method: view.getUint16(at + 8, true),
      ...{ crc, packed, size, at },
    },
    next,
  };
}

/** Whether data ends where something of a ZIP begins, or where the file does. */
function isFollowed(view: DataView, at: number): boolean {
  if (at + 4 > view.byteLength) return at <= view.byteLength;
  return [LOCAL, CENTRAL, END, END_64, DESCRIPTOR].includes(view.getUint32(at, true));
}

/** What stands behind data whose header says no size (APPNOTE 4.3.9), by the one place where its length is true. */
function findDescriptor(view: DataView, bytes: Uint8Array, start: number): Data | null {
  for (let at = findMark(view, bytes, start, MARKS); at !== null; at = findMark(view, bytes, at + 4, MARKS)) {
    if (view.getUint32(at, true) !== DESCRIPTOR) return readDescriptor(view, at - 12, start, at - 12);
    const data = readDescriptor(view, at + 4, start, at);
    if (data) return data;
  }
  return null;
}

const MARKS = [DESCRIPTOR, LOCAL, CENTRAL] as const;

/** @param end of the data. */
function readDescriptor(view: DataView, at: number, start: number, end: number): Data | null {
  if (at < start || at + 12 > view.byteLength) return null;
  const [crc, packed] = [view.getUint32(at, true), view.getUint32(at + 4, true)];
  const length = end - start;
  if (at + 20 <= view.byteLength && readUint64(view, at + 4) === length) {
    const size = readUint64(view, at + 12);
    // The narrow form of a short entry looks like this too, where its size is 0.
    if (size !== null && isFollowed(view, at + 20)) return { crc, packed: length, size, next: at + 20 };
  }
  if (packed !== length) return null;
  return { crc, packed, size: view.getUint32(at + 8, true), next: at + 12 };
}

/** The first place from `from` on where one of the signatures stands. */
function findMark(view: DataView, bytes: Uint8Array, from: number, marks: readonly number[]): number | null {
  for (let at = bytes.indexOf(P, from); at >= 0; at = bytes.indexOf(P, at + 1)) {
    if (at + 4 > bytes.length) return null;
    if (marks.includes(view.getUint32(at, true))) return at;
  }
  return null;
}
