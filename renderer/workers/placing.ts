import { type Result, success } from '@shared/contracts/results.ts';
import { placeAnnotations } from '@shared/exchange/annotations/place-annotations.ts';
import { readAnnotations } from '@shared/exchange/annotations/read-annotations.ts';
import { toBookmarks } from '@shared/exchange/annotations/to-bookmarks.ts';
import type { Library } from '../library/library.ts';
import type { BroughtAnnotations } from './exchange-calls.ts';

/** Annotations of a file as bookmarks on the words that they name, and those that have no place. */
export async function placeFile(
  library: Library,
  text: string,
  known: ReadonlySet<string>,
): Promise<Result<BroughtAnnotations>> {
  const read = readAnnotations(text);
  if (!read.ok) return read;
  const { annotations, wordless } = read.value;
  const held = new Set(await library.texts.toCollection().primaryKeys());
  const named = new Set(annotations.flatMap(({ source }) => (source && held.has(source) ? [source] : [])));
  // All texts are read only where an annotation does not say which page it stands on.
  const isAllNamed = annotations.every(({ source }) => source !== null && named.has(source));
  const texts = await library.readTexts([...(isAllNamed ? named : held)]);
  const { placed, loose } = placeAnnotations(
    annotations,
    texts.flatMap((row) => (row ? [{ source: row.sha256, text: row.text, textHash: row.textHash }] : [])),
  );
  const deeds = toBookmarks(placed, known);
  return success({
    deeds,
    known: placed.length - deeds.length,
    loose: loose.map(({ annotation, why }) => ({ words: annotation.exact, note: annotation.note, why })),
    wordless: wordless.map(({ note }) => note),
  });
}
