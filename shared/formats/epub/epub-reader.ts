import { failure, type Result, success } from '@shared/contracts/results.ts';
import { decode } from '@shared/decode/decode.ts';
import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { Hint, Place, ReadSource } from '@shared/model/read-source.ts';
import type { LeftOut, PartialDate } from '@shared/model/source.ts';
import { findPrintedDate } from '@shared/numerals/printed-date.ts';
import type { FormatReader, ReadProblem } from '../format-reader.ts';
import { FORMATS } from '../formats.ts';
import { findPageEncoding } from '../html/find-encoding.ts';
import { readChapterHints } from '../html/page-hints.ts';
import { readLines } from '../html/page-lines.ts';
import { readPlaces } from '../html/page-places.ts';
import { readMarkup } from '../html/read-markup.ts';
import type { Limits } from '../limits.ts';
import { SourceDraft } from '../source-draft.ts';
import { decodeXml, walkXml, type XmlListener } from '../xml/walk-xml.ts';
import { openZip } from '../zip/open-zip.ts';
import { PackageParts } from '../zip/package-parts.ts';
import { PART_LIMITS } from '../zip/part-limits.ts';
import { recogniseZip } from '../zip/recognise-zip.ts';
import { readChapterNames } from './chapter-names.ts';
import { decodePath, type PackageDocument, readPackageDocument } from './package-document.ts';
import { readEncryptedParts } from './protection.ts';

const [EPUB] = FORMATS.epub.mediaTypes;

/** Books in EPUB 2 and 3: a sheet a chapter, in reading order, each with the name that the book gives it. */
export const epubReader: FormatReader = {
  format: 'epub',
  recognises: (bytes, name) => recogniseZip(bytes, name) === 'epub',
  read: ({ bytes }, limits) => readEpub(bytes, limits),
};

/** In the root of a book; in a folder where the book was packed with the one it lay in. */
const CONTAINER = /(?<=^(?:[^/]+\/)?)META-INF\/container\.xml$/i;

function readEpub(bytes: Uint8Array, limits: Limits): Result<ReadSource, ReadProblem> {
  const zip = openZip(bytes, PART_LIMITS);
  if (!zip.ok) return zip;
  const names = zip.value.entries.map(({ name }) => name);
  const container = names.find((name) => CONTAINER.test(name)) ?? '';
  const root = container.replace(CONTAINER, '');
  const parts = new PackageParts(zip.value, root);
  const path = findPackage(
    parts,
    names.flatMap((name) => (name.startsWith(root) ? [name.slice(root.length)] : [])),
  );
  const packed = path === null ? null : readSound(parts, path);
  const book = packed && path !== null ? readPackageDocument(packed, path) : null;
  if (book === null) return failure('archive-damaged');
  const hidden = readSound(parts, 'META-INF/encryption.xml');
  const encrypted = hidden ? readEncryptedParts(hidden) : new Set();
  if (book.spine.some((part) => encrypted.has(part))) return failure('file-encrypted');
  return readChapters(parts, book, limits, zip.value.isIncomplete);
}

function readChapters(
  parts: PackageParts,
  book: PackageDocument,
  limits: Limits,
  isIncomplete: boolean,
): Result<ReadSource, ReadProblem> {
  const names = nameChapters(parts, book);
  const about = aboutBook(book);
  const draft = new SourceDraft();
  let elements = limits.elements;
  let missing = 0;
  for (const [i, part] of book.spine.entries()) {
    const bytes = readSound(parts, part);
    if (bytes === null) {
      missing++;
      continue;
    }
    const chapter = readChapter(decodeChapter(bytes), elements);
    if (chapter === null) return failure('file-too-large', { size: limits.elements, limit: limits.elements });
    elements -= chapter.elements;
    if (chapter.text.trim() === '') continue;
    const name = names.get(part);
    const start = draft.length;
    draft.write(chapter.text);
    draft.endLine();
    if (draft.length > limits.units)
      return failure('file-too-large', { size: draft.length, limit: limits.units });
    const where = name === undefined ? `chapter ${i + 1}` : `chapter ${i + 1} / ${name}`;
    draft.sheet(start, {
      ...(name === undefined ? {} : { name }),
      ...(about.publishedOn === null ? {} : { publishedOn: about.publishedOn }),
    });
    draft.place(start, where);
    for (const place of chapter.places) draft.add(start, { ...place, where: `${where} / ${place.where}` });
    for (const hint of [...about.hints, ...chapter.hints]) draft.add(start, hint);
  }
  const written = draft.finish();
  if (missing > 0 && written.text === '') return failure('archive-damaged');
  if (written.text.trim() === '') return failure('no-text', { pictures: book.spine.length });
  const leftOut: LeftOut[] = [
    ...(missing > 0 ? [{ what: 'chapters' as const, count: missing }] : []),
    ...(isIncomplete ? [{ what: 'directory' as const, count: 1 }] : []),
  ];
  return success({ ...written, mediaType: EPUB, encoding: null, leftOut });
}

interface Chapter {
  readonly text: string;
  readonly elements: number;
  readonly places: readonly Place[];
  readonly hints: readonly Hint[];
}

/** Chapters are XML; of those that are not, and say their encoding as pages do, as pages. */
function decodeChapter(bytes: Uint8Array): string {
  const encoding = findPageEncoding(bytes);
  const decoded = encoding === null || encoding.startsWith('utf') ? null : decode(bytes, encoding);
  return decoded?.ok ? decoded.value.text : decodeXml(bytes);
}

/** A chapter's body alone: its head is not shown. Null where it has more elements than `most`. */
function readChapter(xml: string, most: number): Chapter | null {
  const markup = readMarkup(xml, { isXml: true, mostElements: most });
  if (markup === null) return null;
  const body = markup.elements.find(({ name }) => name === 'body');
  const [start, end] = body ? [body.start, body.end] : [0, markup.text.length];
  const lines = readLines(markup).filter((line) => line.start >= start && line.end <= end);
  const within = <Item extends SourceSpan>(items: readonly Item[]): Item[] =>
    items
      .filter((item) => item.start >= start && item.end <= end)
      .map((item) => ({ ...item, ...sourceSpan(item.start - start, item.end - start) }));
  return {
    text: markup.text.slice(start, end),
    elements: markup.elements.length,
    places: within(readPlaces(lines, markup.elements)),
    hints: within(readChapterHints(lines, markup)),
  };
}

/** By the container (EPUB 3.3, 4.2.6.3.1), else the first package document that there is. */
function findPackage(parts: PackageParts, entries: readonly string[]): string | null {
  let found = null as string | null;
  const container = readSound(parts, 'META-INF/container.xml');
  const listener: XmlListener = {
    open: (name, attributes) => {
      // Some programs write the paths of their own system.
      if (name === 'rootfile') found ??= attributes['full-path']?.replaceAll('\\', '/') ?? null;
    },
  };
  if (container) walkXml(container, listener, { isLenient: true });
  const named = found === null ? [] : [found, decodePath(found)];
  return (
    named.find((path) => readSound(parts, path) !== null) ??
    entries.find((entry) => /\.opf$/i.test(entry)) ??
    null
  );
}

function nameChapters(parts: PackageParts, { nav, ncx }: PackageDocument): ReadonlyMap<string, string> {
  const named = [ncx, nav].flatMap((part) => {
    const bytes = part === null ? null : readSound(parts, part);
    return bytes && part !== null ? [...readChapterNames(bytes, part)] : [];
  });
  // What EPUB 3 says stands over what it keeps for older programs.
  return new Map(named);
}

/** Null where there is no such part, or it cannot be unpacked. */
function readSound(parts: PackageParts, part: string): Uint8Array | null {
  const read = parts.read(part);
  return read.ok ? read.value : null;
}

/** What the book says of itself, for each of its chapters. */
function aboutBook({ title, authors, date }: PackageDocument): {
  readonly publishedOn: PartialDate | null;
  readonly hints: readonly Hint[];
} {
  const printed = title === null ? null : findPrintedDate(title);
  // An issue is often called by its paper and its day.
  const paper = printed ? `${title?.slice(0, printed.start)}${title?.slice(printed.end)}`.trim() : title;
  return {
    publishedOn: readDay(date ?? '') ?? printed?.value ?? null,
    hints: [
      ...authors.map((value): Hint => ({ kind: 'byline', ...sourceSpan(0, 0), value })),
      ...(paper ? [{ kind: 'newspaper' as const, ...sourceSpan(0, 0), value: paper }] : []),
    ],
  };
}

/** A day, month or year of W3C's note on dates; programs write the year 101 where they know none. */
function readDay(words: string): PartialDate | null {
  const [, day] =
    /^\s*((?:1[5-9]|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:$|[T\s])/.exec(words) ??
    [];
  return day ?? null;
}
