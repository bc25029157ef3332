import { unzipSync } from 'fflate';
import { ArchiveWriter } from './forms/archive.ts';
import type { ExportedFile } from './write-export.ts';

/** Several files of an export as one ZIP, for a place that takes one file at a time. */
export async function* packFiles(files: readonly ExportedFile[]): AsyncGenerator<Uint8Array> {
  const archive = new ArchiveWriter();
  for (const { name, content } of files) {
    const entry = archive.begin(name);
    for await (const piece of content) {
      entry.write(piece);
      yield* archive.take();
    }
    entry.end();
  }
  archive.end();
  yield* archive.take();
}

/** Bytes that the files of one archive may have together. */
const MOST_UNPACKED = 500_000_000;

/**
 * The files of an archive that `packFiles` made; any other file, a workbook too, by itself. What is damaged is left
 * to whoever reads it.
 */
export function unpackFiles(
  name: string,
  bytes: Uint8Array,
): { readonly name: string; readonly bytes: Uint8Array }[] {
  if (!name.toLowerCase().endsWith('.zip')) return [{ name, bytes }];
  try {
    let size = 0;
    const add = ({ originalSize }: { readonly originalSize: number }): boolean => {
      size += originalSize;
      return false;
    };
    unzipSync(bytes, { filter: add });
    if (size > MOST_UNPACKED) return [{ name, bytes }];
    const files = unzipSync(bytes);
    return Object.entries(files).map(([entry, content]) => ({ name: entry, bytes: content }));
  } catch {
    return [{ name, bytes }];
  }
}
