import type { Result } from '@shared/contracts/results.ts';
import { success } from '@shared/contracts/results.ts';
import { layBeside } from '@shared/exchange/carry/side-by-side.ts';
import { lookAtLibrary, type MergeReport, takeLibrary } from '@shared/exchange/carry/take-library.ts';
import { writeLibraryFile } from '@shared/exchange/carry/write-library-file.ts';
import type { Act } from '@shared/journal/act.ts';
import { fold } from '@shared/journal/fold.ts';
import type { Sha256 } from '@shared/model/source.ts';
import { connectPage } from './connect-page.ts';
import type { LibraryHere, LookedAt } from './exchange-calls.ts';
import { gatherBlob } from './gather-blob.ts';

/** What a library file would change, and what its owner said of the pages of both. */
export async function lookAt(file: Blob, here: LibraryHere, sha256: Sha256): Promise<Result<LookedAt>> {
  const looked = await lookAtLibrary(chunksOf(file), here, sha256);
  if (!looked.ok) return looked;
  const { report, file: read } = looked.value;
  const theirs = fold(read.acts);
  return success({
    report,
    sources: [...theirs.sources.values()].map(({ source, name }) => ({ source, name })),
    beside: layBeside(fold(here.acts), theirs),
  });
}

export function takeIn(
  file: Blob,
  here: LibraryHere,
  port: MessagePort,
  sha256: Sha256,
  tell: (done: number, total: number) => void,
): Promise<Result<MergeReport>> {
  const page = connectPage(port);
  return takeLibrary(
    () => chunksOf(file),
    {
      ...here,
      keepOriginal: (bytes) => page.call('page.keepOriginal', bytes),
      append: (acts) => page.call('page.append', acts),
      eraseOriginal: (hash) => page.call('page.eraseOriginal', hash),
      // The page has settings of its own; see `hasSettings`.
      writeSettings: async () => success(null),
    },
    sha256,
    tell,
  );
}

/** A library as one file; originals that cannot be read are told of and left behind. */
export async function writeLibrary(
  {
    acts,
    settings,
    sources,
  }: { readonly acts: readonly Act[]; readonly settings: unknown; readonly sources: readonly string[] },
  port: MessagePort,
  sha256: Sha256,
  tell: (done: number, total: number) => void,
): Promise<{ readonly content: Blob; readonly leftBehind: readonly string[] }> {
  const page = connectPage(port);
  const leftBehind: string[] = [];
  async function* originals(): AsyncGenerator<{ sha256: string; bytes: Uint8Array }> {
    for (const [i, source] of sources.entries()) {
      const bytes = await page.call('page.readOriginal', source);
      if (bytes.ok) yield { sha256: source, bytes: bytes.value };
      else leftBehind.push(source);
      tell(i + 1, sources.length);
    }
  }
  const content = await gatherBlob(writeLibraryFile({ acts, settings, originals: originals() }, sha256));
  return { content, leftBehind };
}

async function* chunksOf(file: Blob): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}
