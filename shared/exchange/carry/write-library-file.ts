import { utf8fromString } from '@exodus/bytes/utf8.js';
import type { Act } from '@shared/journal/act.ts';
import type { Sha256 } from '@shared/model/source.ts';
import { ArchiveWriter } from '../forms/archive.ts';
import {
  JOURNAL_ENTRY,
  LIBRARY_FORMAT,
  type LibraryManifest,
  MANIFEST_ENTRY,
  ORIGINALS_FOLDER,
  SETTINGS_ENTRY,
} from './library-file.ts';

export interface LibraryToCarry {
  readonly acts: readonly Act[];
  /** Null where the settings stay behind. */
  readonly settings: unknown;
  readonly originals: AsyncIterable<{ readonly sha256: string; readonly bytes: Uint8Array }>;
}

/** A library as one file, written piece by piece: journal, settings, originals, and what they must hash to. */
export async function* writeLibraryFile(
  { acts, settings, originals }: LibraryToCarry,
  sha256: Sha256,
): AsyncGenerator<Uint8Array> {
  const archive = new ArchiveWriter();
  const journal = acts.map((act) => `${JSON.stringify(act)}\n`).join('');
  archive.put(JOURNAL_ENTRY, journal);
  const settingsText = settings === null ? null : JSON.stringify(settings);
  if (settingsText !== null) archive.put(SETTINGS_ENTRY, settingsText);
  yield* archive.take();
  const listed: { sha256: string; bytes: number }[] = [];
  for await (const original of originals) {
    const entry = archive.begin(`${ORIGINALS_FOLDER}${original.sha256}`);
    entry.write(original.bytes);
    entry.end();
    listed.push({ sha256: original.sha256, bytes: original.bytes.length });
    yield* archive.take();
  }
  const manifest: LibraryManifest = {
    format: LIBRARY_FORMAT,
    journal: { acts: acts.length, sha256: await sha256(utf8fromString(journal)) },
    settings: settingsText === null ? null : { sha256: await sha256(utf8fromString(settingsText)) },
    originals: listed,
  };
  archive.put(MANIFEST_ENTRY, JSON.stringify(manifest));
  archive.end();
  yield* archive.take();
}
