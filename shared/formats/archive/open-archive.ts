import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { crc32 } from '../zip/crc32.ts';
import { decodeEntryNames } from '../zip/entry-names.ts';
import { gunzip } from '../zip/inflate.ts';
import { openZip, type ZipLimits, type ZipProblem } from '../zip/open-zip.ts';
import { PART_LIMITS } from '../zip/part-limits.ts';
import { recogniseZip } from '../zip/recognise-zip.ts';
import { isCompanion, readEntryPath } from './entry-path.ts';
import { isTar, readTar } from './tar.ts';

/** What is asked of an archive before it is unpacked. */
export interface ArchiveLimits extends ZipLimits {
  /** Archives that may lie in each other. */
  readonly depth: number;
}

/**
 * A year of a daily paper has some 3,000 pages; a page of text is 20 kB, with its pictures a few megabytes. Text
 * packs less closely than the markup of a document's parts.
 */
export const ARCHIVE_LIMITS: ArchiveLimits = { ...PART_LIMITS, ratio: 200, depth: 4 };

/** Bytes that a compressed tar may unfold to: all of it has to be held. */
const MAX_TAR_BYTES = 256 * 1024 * 1024;

export type ArchiveProblem =
  | ZipProblem
  | 'archive-incomplete'
  | 'archive-entry-unsafe'
  | 'archive-empty'
  | 'archive-too-deep';

/** A file in an archive. */
export interface ArchiveEntry {
  /** Steps parted by `/`; of one that is unsafe, as it is stored. */
  readonly path: string;
  /** Bytes that it says it unfolds to. */
  readonly size: number;
  /** Why it is not read; null where it can be tried. */
  readonly problem: Failure<ArchiveProblem> | null;
}

export interface OpenArchive {
  /** Files in the archive's order; folders and what systems lay beside files are left out. */
  readonly entries: readonly ArchiveEntry[];
  /** What speaks against the list itself: files may be missing from it. */
  readonly problem: Failure<ArchiveProblem> | null;
  /** @param index of `entries`. */
  read(index: number): Result<Uint8Array, ArchiveProblem>;
}

type ArchiveKind = 'zip' | 'tar' | 'gzip';

/** Archives of files; a document that is packed as a ZIP is none. */
export function recogniseArchive(bytes: Uint8Array, name: string): ArchiveKind | null {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8) return 'gzip';
  if (recogniseZip(bytes, name) === 'archive') return 'zip';
  return isTar(bytes) ? 'tar' : null;
}

/**
 * Opens an archive; nothing is unpacked but the whole of a compressed tar, up to a limit.
 * @param bytes of one that `recogniseArchive` knows.
 */
export function openArchive(
  bytes: Uint8Array,
  name: string,
  limits = ARCHIVE_LIMITS,
): Result<OpenArchive, ArchiveProblem> {
  const kind = recogniseArchive(bytes, name);
  const opened =
    kind === 'zip'
      ? openZipArchive(bytes, limits)
      : kind === 'gzip'
        ? openGzip(bytes, name, limits)
        : openTar(bytes, limits);
  return opened.ok && opened.value.entries.length === 0 ? failure('archive-empty') : opened;
}

interface Listed {
  readonly name: string;
  readonly kind: string;
  readonly size: number;
}

/** Entries that are files or pretend to be, with what speaks against each. */
function listFiles<Entry extends Listed>(
  entries: readonly Entry[],
  limits: ArchiveLimits,
): (ArchiveEntry & { readonly entry: Entry })[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'folder') return [];
    const path = readEntryPath(entry.name);
    if (path !== null && isCompanion(path)) return [];
    return [{ path: path ?? entry.name, size: entry.size, problem: problemOf(entry, path, limits), entry }];
  });
}

function problemOf(
  { kind, size }: Listed,
  path: string | null,
  { entryBytes }: ArchiveLimits,
): Failure<ArchiveProblem> | null {
  if (kind === 'damaged') return failure('archive-damaged');
  if (kind !== 'file') return failure('archive-entry-unsafe', { kind });
  if (path === null) return failure('archive-entry-unsafe', { kind: 'path' });
  return size > entryBytes ? failure('file-too-large', { size, limit: entryBytes }) : null;
}

function openZipArchive(bytes: Uint8Array, limits: ArchiveLimits): Result<OpenArchive, ArchiveProblem> {
  const zip = openZip(bytes, limits);
  if (!zip.ok) return zip;
  const files = listFiles(zip.value.entries, limits);
  const opened = openFiles(files, (entry) => zip.value.read(entry));
  if (!zip.value.isIncomplete) return success(opened);
  return success({ ...opened, problem: failure('archive-incomplete', { entries: files.length }) });
}

function openTar(bytes: Uint8Array, limits: ArchiveLimits): Result<OpenArchive, ArchiveProblem> {
  const entries = readTar(bytes, limits.entries);
  if (entries === null)
    return failure('archive-too-many', { entries: limits.entries + 1, limit: limits.entries });
  const files = listFiles(entries, limits);
  return success(openFiles(files, ({ start, size }) => success(bytes.subarray(start, start + size))));
}

function openFiles<Entry>(
  files: readonly (ArchiveEntry & { readonly entry: Entry })[],
  read: (entry: Entry) => Result<Uint8Array, ArchiveProblem>,
): OpenArchive {
  return {
    problem: null,
    entries: files.map(({ path, size, problem }) => ({ path, size, problem })),
    read: (index) => {
      const file = files[index];
      if (!file) throw new RangeError(`no entry ${index} of ${files.length}`);
      return file.problem ?? read(file.entry);
    },
  };
}

/** A compressed tar is the archive that it holds; anything else compressed is one file. */
function openGzip(
  bytes: Uint8Array,
  name: string,
  limits: ArchiveLimits,
): Result<OpenArchive, ArchiveProblem> {
  const limit = Math.min(MAX_TAR_BYTES, Math.max(limits.freeBytes, limits.ratio * bytes.length));
  const unpacked = gunzip(bytes, limit);
  if (!unpacked.ok) return unpacked;
  if (!hasOwnChecksum(bytes, unpacked.value)) return failure('archive-damaged');
  if (isTar(unpacked.value)) return openTar(unpacked.value, limits);
  const inner = nameInGzip(bytes) ?? (name.replace(/\.t?gz$/i, '') || name);
  const file = { name: inner, kind: 'file', size: unpacked.value.length };
  return success(openFiles(listFiles([file], limits), () => success(unpacked.value)));
}

/** By the end record; of several members it speaks of the last alone, whose length is another. */
function hasOwnChecksum(bytes: Uint8Array, unpacked: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 18 || view.getUint32(bytes.length - 4, true) !== unpacked.length) return true;
  return view.getUint32(bytes.length - 8, true) === crc32(unpacked);
}

/** The name that the head of a gzip gives its file (RFC 1952, 2.3), its folders left away. */
function nameInGzip(bytes: Uint8Array): string | null {
  const flags = bytes[3] as number;
  if ((flags & 0x08) === 0) return null;
  const extra = flags & 0x04 ? 2 + ((bytes[10] as number) | ((bytes[11] as number) << 8)) : 0;
  const end = bytes.indexOf(0, 10 + extra);
  const [name = ''] = decodeEntryNames([
    { name: bytes.subarray(10 + extra, end), isUtf8: false, unicode: null },
  ]);
  return name.split(/[\\/]/).at(-1) || null;
}
