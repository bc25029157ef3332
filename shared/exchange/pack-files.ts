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
