import { MAX_ORIGINAL_BYTES } from '@shared/contracts/host.ts';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { ARCHIVE_LIMITS, openArchive, recogniseArchive } from '@shared/formats/archive/open-archive.ts';
import type { ArchiveOrigin, Sha256 } from '@shared/model/source.ts';
import { compareNaturally } from '@shared/text/natural-order.ts';
import { type ImportEntry, type ImportQueue, newEntry, type QueuedFile } from '../library/import-queue.ts';
import { failureOfStorage } from '../library/storage-failure.ts';

/** Files that are laid in the queue at once. */
const BATCH_FILES = 50;
/** Bytes of them, so that few are held at a time. */
const BATCH_BYTES = 16 * 1024 * 1024;

/**
 * Lays the files of an archive in the queue, one that is broken with its reason. What an earlier try laid there
 * goes first. All that lies in the outermost archive is counted against its limits.
 * @returns how many there are.
 */
export async function unpackIntoQueue(
  queue: ImportQueue,
  id: number,
  sha256: Sha256,
): Promise<Result<number>> {
  try {
    const entry = await queue.get(id);
    const content = await queue.content(id);
    if (!entry || !content) return failure('file-unreadable');
    const earlier = await queue.readFilesOf(id);
    await queue.remove(earlier.map(({ id: file }) => file));
    return await unpack(queue, entry, new Uint8Array(await content.arrayBuffer()), sha256);
  } catch (error) {
    return failureOfStorage(error);
  }
}

async function unpack(
  queue: ImportQueue,
  entry: ImportEntry,
  bytes: Uint8Array,
  sha256: Sha256,
): Promise<Result<number>> {
  const { depth, root } = entry;
  if (recogniseArchive(bytes, entry.name) === null)
    return failure('file-too-large', { size: bytes.length, limit: MAX_ORIGINAL_BYTES });
  if (depth >= ARCHIVE_LIMITS.depth) return failure('archive-too-deep', { limit: ARCHIVE_LIMITS.depth });
  const used = await queue.measure(root ?? entry.id);
  const archive = openArchive(bytes, entry.name, {
    ...ARCHIVE_LIMITS,
    entries: ARCHIVE_LIMITS.entries - used.files,
    totalBytes: ARCHIVE_LIMITS.totalBytes - used.bytes,
  });
  if (!archive.ok) return archive;
  const [outermost, within]: ArchiveOrigin = entry.origin ?? [await sha256(bytes), ''];
  let batch: QueuedFile[] = [];
  let held = 0;
  // By their names, as those of a folder: an archive has them in the order in which they were packed.
  const inOrder = [...archive.value.entries.entries()].sort(([, a], [, b]) =>
    compareNaturally(a.path, b.path),
  );
  for (const [index, { path, size }] of inOrder) {
    const read = archive.value.read(index);
    const inside = within === '' ? path : `${within}/${path}`;
    const file: Omit<ImportEntry, 'id'> = {
      ...newEntry(
        path.split('/').at(-1) ?? path,
        `${entry.path}/${path}`,
        read.ok ? read.value.length : size,
      ),
      ...(read.ok ? { hasBytes: true } : { step: 'failed' as const, failure: read }),
      parent: entry.id,
      root: root ?? entry.id,
      depth: depth + 1,
      origin: [outermost, inside],
    };
    batch.push({ entry: file, content: read.ok ? new Blob([new Uint8Array(read.value)]) : null });
    held += file.size;
    if (batch.length < BATCH_FILES && held < BATCH_BYTES) continue;
    await queue.add(batch);
    [batch, held] = [[], 0];
  }
  const { problem } = archive.value;
  if (problem) {
    const about = { ...newEntry(entry.name, entry.path, 0), step: 'failed' as const, failure: problem };
    const place = { parent: entry.id, root: root ?? entry.id, depth: depth + 1 };
    batch.push({ entry: { ...about, ...place, origin: [outermost, within] }, content: null });
  }
  await queue.add(batch);
  return success(archive.value.entries.length);
}
