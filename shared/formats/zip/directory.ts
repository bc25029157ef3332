import { failure, type Result, success } from '@shared/contracts/results.ts';
import { NEEDS_64, type RawEntry, readExtra, readUint64 } from './entry-fields.ts';

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const CENTRAL = 0x02014b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
/** The longest comment that may stand behind the end record. */
const LONGEST_COMMENT = 0xffff;

/**
 * The central directory of a ZIP, with no byte of its entries unpacked (APPNOTE.TXT 6.3.10). Bytes before the
 * archive are allowed for, as self-extracting ones have them.
 * @param most entries above which it is refused.
 */
export function readDirectory(
  bytes: Uint8Array,
  most: number,
): Result<readonly RawEntry[], 'archive-damaged' | 'archive-too-many'> {
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
  return success(found);
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
