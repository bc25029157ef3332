import { failure, type Result, success } from '@shared/contracts/results.ts';
import { crc32 } from './crc32.ts';
import { readDirectory } from './directory.ts';
import { nameEntries, type RawEntry, type ZipEntry } from './entry-fields.ts';
import { inflate } from './inflate.ts';
import { readLocalHeaders } from './local-headers.ts';

/** What is asked of an archive before anything in it is unpacked. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes that one entry may unfold to. */
  readonly entryBytes: number;
  /** Bytes that all entries together may unfold to. */
  readonly totalBytes: number;
  /** Times as large as the archive as all entries together may be, once they are above `freeBytes`. */
  readonly ratio: number;
  /** Bytes of entries below which no ratio is asked for: small files of one repeated word are no attack. */
  readonly freeBytes: number;
}

export type ZipProblem =
  | 'archive-damaged'
  | 'archive-too-many'
  | 'archive-bomb'
  | 'file-encrypted'
  | 'archive-method'
  | 'file-too-large';

/** An archive whose entries are unpacked one at a time, each when it is asked for. */
export interface OpenZip {
  readonly entries: readonly ZipEntry[];
  /** Its directory is damaged: entries are those that were found by their own headers, and some may be missing. */
  readonly isIncomplete: boolean;
  read(entry: ZipEntry): Result<Uint8Array, ZipProblem>;
}

const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * Opens a ZIP. Refused before anything is unpacked: too many entries, sizes that add up to too much, and entries
 * that share bytes with each other, which is how a small archive unfolds to petabytes
 * (D. Fifield, "A better zip bomb", WOOT 2019).
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): Result<OpenZip, ZipProblem> {
  const listed = listEntries(bytes, limits.entries);
  if (!listed.ok) return listed;
  const { isIncomplete } = listed.value;
  const entries = nameEntries(listed.value.entries);
  // What is too large by itself is not unpacked, whatever it says.
  const total = entries.reduce((sum, { size }) => sum + (size > limits.entryBytes ? 0 : size), 0);
  const isOutOfRatio = total > limits.freeBytes && total > limits.ratio * bytes.length;
  if (total > limits.totalBytes || isOutOfRatio) return failure('archive-bomb', { total });
  if (shareBytes(entries)) return failure('archive-bomb', { total });
  return success({ entries, isIncomplete, read: (entry) => readEntry(bytes, entry, limits.entryBytes) });
}

/** By the directory; where it is damaged, by what stands before each entry's own data. */
function listEntries(
  bytes: Uint8Array,
  most: number,
): Result<{ readonly entries: readonly RawEntry[]; readonly isIncomplete: boolean }, ZipProblem> {
  const directory = readDirectory(bytes, most);
  if (directory.ok) return success({ entries: directory.value, isIncomplete: false });
  if (directory.reason !== 'archive-damaged') return directory;
  const entries = readLocalHeaders(bytes, most);
  if (entries === null) return failure('archive-too-many', { entries: most + 1, limit: most });
  return entries.some(({ packed }) => packed > 0) ? success({ entries, isIncomplete: true }) : directory;
}

function shareBytes(entries: readonly ZipEntry[]): boolean {
  const inOrder = entries.filter(({ packed }) => packed > 0).sort((a, b) => a.at - b.at);
  return inOrder.some((entry, i) => {
    const before = inOrder[i - 1];
    return before !== undefined && before.at + LOCAL_LENGTH + before.packed > entry.at;
  });
}

function readEntry(bytes: Uint8Array, entry: ZipEntry, most: number): Result<Uint8Array, ZipProblem> {
  if (entry.isEncrypted) return failure('file-encrypted');
  if (entry.method !== STORED && entry.method !== DEFLATED)
    return failure('archive-method', { method: METHODS[entry.method] ?? entry.method });
  if (entry.size > most) return failure('file-too-large', { size: entry.size, limit: most });
  const packed = packedBytes(bytes, entry);
  if (packed === null) return failure('archive-damaged');
  // More than its directory says is a lie, and the rest is not unpacked.
  const unpacked = entry.method === STORED ? success(packed) : inflate(packed, entry.size);
  if (!unpacked.ok) return unpacked;
  if (unpacked.value.length !== entry.size || crc32(unpacked.value) !== entry.crc)
    return failure('archive-damaged');
  return unpacked;
}

/** Sizes are those of the directory: a local header may leave them to what follows the data. */
function packedBytes(bytes: Uint8Array, { at, packed }: ZipEntry): Uint8Array | null {
  if (at < 0 || at + LOCAL_LENGTH > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(at, true) !== LOCAL) return null;
  const start = at + LOCAL_LENGTH + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  return start + packed > bytes.length ? null : bytes.subarray(start, start + packed);
}

/** Names of compression methods (APPNOTE 4.4.5), to say which one is not read. */
const METHODS: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'BZIP2',
  14: 'LZMA',
  20: 'Zstandard',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
  99: 'AES',
};
