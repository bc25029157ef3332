import { type Result, success } from '@shared/contracts/results.ts';
import type { Act } from '@shared/journal/act.ts';
import { fold } from '@shared/journal/fold.ts';
import type { Sha256, SourceHash } from '@shared/model/source.ts';
import { type MergeConflict, mergeActs } from './merge-acts.ts';
import { type ReadLibraryFile, readLibraryFile } from './read-library-file.ts';

/** The library that another is taken into; what it is asked to do is on disk when it answers. */
export interface TakingLibrary {
  readonly acts: readonly Act[];
  /** Hashes of the originals that it has. */
  readonly held: ReadonlySet<string>;
  readonly hasSettings: boolean;
  keepOriginal(bytes: Uint8Array): Promise<Result<unknown>>;
  append(acts: readonly Act[]): Promise<Result<unknown>>;
  eraseOriginal(sha256: string): Promise<Result<unknown>>;
  writeSettings(settings: unknown): Promise<Result<unknown>>;
}

/** What a library file would bring into a library, or has brought. */
export interface MergeReport {
  /** Acts that the library lacks. */
  readonly acts: number;
  readonly originals: number;
  readonly conflicts: readonly MergeConflict[];
  /** Ids under which the two sides have different acts; the library's are kept. */
  readonly differing: readonly string[];
  /** Parts of the file that are not whole; the rest of it is merged all the same. */
  readonly damaged: readonly string[];
  /** Whether the file's settings come along: only into a library that has none. */
  readonly settings: boolean;
  /** Sources that were erased on the other side and whose bytes go here too. */
  readonly erased: readonly string[];
}

/** What a first look at a library file shows. */
export interface LookedAtLibrary {
  readonly report: MergeReport;
  readonly file: ReadLibraryFile;
  readonly fresh: readonly Act[];
  /** Originals that would be brought. */
  readonly wanted: ReadonlySet<string>;
}

/** Acts that are appended at once. */
const BATCH = 1000;

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Reads a library file and says what taking it would change; nothing is changed. */
export async function lookAtLibrary(
  chunks: Chunks,
  { acts, held, hasSettings }: Pick<TakingLibrary, 'acts' | 'held' | 'hasSettings'>,
  sha256: Sha256,
): Promise<Result<LookedAtLibrary>> {
  const lacking = new Set<string>();
  const read = await readLibraryFile(chunks, sha256, async (hash) => {
    if (!held.has(hash)) lacking.add(hash);
    return success(null);
  });
  if (!read.ok) return read;
  const { fresh, conflicts, differing } = mergeActs(acts, read.value.acts);
  const { sources } = fold([...acts, ...fresh]);
  const isErased = (hash: string): boolean => sources.get(hash as SourceHash)?.status === 'erased';
  // An erased original is not brought back only to be deleted.
  const wanted = new Set([...lacking].filter((hash) => !isErased(hash)));
  return success({
    fresh,
    wanted,
    file: read.value,
    report: {
      acts: fresh.length,
      originals: wanted.size,
      conflicts,
      differing,
      damaged: read.value.damaged,
      settings: !hasSettings && read.value.settings !== null,
      erased: [...held].filter(isErased),
    },
  });
}

/**
 * Takes a library file into a library: originals first, then the acts that count on them. Stopped in between, it
 * can be taken again: what is there is passed over.
 * @param open gives the file's bytes from their beginning; it is read twice.
 * @param tell is told of each original that is done.
 */
export async function takeLibrary(
  open: () => Chunks,
  library: TakingLibrary,
  sha256: Sha256,
  tell: (done: number, total: number) => void = () => undefined,
): Promise<Result<MergeReport>> {
  const look = await lookAtLibrary(open(), library, sha256);
  if (!look.ok) return look;
  const { report, fresh, wanted, file } = look.value;
  let done = 0;
  const kept = await readLibraryFile(open(), sha256, async (hash, bytes) => {
    if (!wanted.has(hash)) return success(null);
    const original = await library.keepOriginal(bytes);
    if (original.ok) tell(++done, wanted.size);
    return original;
  });
  if (!kept.ok) return kept;
  for (let from = 0; from < fresh.length; from += BATCH) {
    const appended = await library.append(fresh.slice(from, from + BATCH));
    if (!appended.ok) return appended;
  }
  for (const hash of report.erased) {
    const gone = await library.eraseOriginal(hash);
    if (!gone.ok) return gone;
  }
  const written = report.settings ? await library.writeSettings(file.settings) : success(null);
  return written.ok ? success(report) : written;
}
