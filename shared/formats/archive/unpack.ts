import { type Failure, failure } from '@shared/contracts/results.ts';
import { ARCHIVE_LIMITS, type ArchiveProblem, openArchive, recogniseArchive } from './open-archive.ts';

/** A file out of an archive, or why there is none. */
export interface UnpackedFile {
  /** Steps from the archive's root; those of an archive inside go on after its name. */
  readonly path: string;
  readonly content: Uint8Array | Failure<ArchiveProblem>;
}

/** What is left of the limits of one archive with all that lies in it. */
interface Allowance {
  entries: number;
  bytes: number;
}

/**
 * The files of an archive one after another, those of archives inside it among them; only one is held at a time.
 * An archive that cannot be opened, or whose list of files is damaged, is one file more with its reason.
 */
export function* unpack(bytes: Uint8Array, name: string, limits = ARCHIVE_LIMITS): Generator<UnpackedFile> {
  yield* open(bytes, name, '', 1, { entries: limits.entries, bytes: limits.totalBytes });

  function* open(
    packed: Uint8Array,
    called: string,
    within: string,
    depth: number,
    left: Allowance,
  ): Generator<UnpackedFile> {
    const archive = openArchive(packed, called, { ...limits, entries: left.entries, totalBytes: left.bytes });
    if (!archive.ok) {
      yield { path: within, content: archive };
      return;
    }
    left.entries -= archive.value.entries.length;
    for (const [index, entry] of archive.value.entries.entries()) {
      const path = within === '' ? entry.path : `${within}/${entry.path}`;
      const content = archive.value.read(index);
      if (!content.ok) {
        yield { path, content };
        continue;
      }
      left.bytes -= content.value.length;
      if (left.bytes < 0) {
        yield { path, content: failure('archive-bomb', { limit: limits.totalBytes }) };
        return;
      }
      if (recogniseArchive(content.value, path) === null) yield { path, content: content.value };
      else if (depth >= limits.depth)
        yield { path, content: failure('archive-too-deep', { limit: limits.depth }) };
      else yield* open(content.value, path, path, depth + 1, left);
    }
    if (archive.value.problem) yield { path: within, content: archive.value.problem };
  }
}
