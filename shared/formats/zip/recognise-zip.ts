import { type OpenZip, openZip } from './open-zip.ts';
import { PART_LIMITS } from './part-limits.ts';

/** What a ZIP is: a document of some format, or a plain archive of files. */
export type ZipKind =
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'epub'
  | 'odt'
  | 'ods'
  | 'odp'
  | 'ofd'
  | 'xps'
  | 'pages'
  | 'archive';

const LOCAL = [0x50, 0x4b, 0x03, 0x04];
const EMPTY = [0x50, 0x4b, 0x05, 0x06];
const SPANNED = [0x50, 0x4b, 0x07, 0x08];

const BY_ENDING: Readonly<Record<string, ZipKind>> = {
  zip: 'archive',
  docx: 'docx',
  docm: 'docx',
  xlsx: 'xlsx',
  pptx: 'pptx',
  epub: 'epub',
  odt: 'odt',
  ofd: 'ofd',
  xps: 'xps',
  pages: 'pages',
};

/** What the parts of packages are called, with what they make of it. */
const BY_PART: readonly (readonly [RegExp, ZipKind])[] = [
  [/^word\//i, 'docx'],
  [/^xl\//i, 'xlsx'],
  [/^ppt\//i, 'pptx'],
];

/**
 * By its first bytes; one that stands behind other bytes, as of programs that unpack themselves, by its name too.
 * @returns null for what is no ZIP at all; a damaged one is what its name says.
 */
export function recogniseZip(bytes: Uint8Array, name: string): ZipKind | null {
  const isMarked = [LOCAL, EMPTY, SPANNED].some((start) => start.every((byte, i) => bytes[i] === byte));
  const named = BY_ENDING[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
  if (!isMarked && named === undefined) return null;
  const zip = openZip(bytes, PART_LIMITS);
  if (zip.ok && (isMarked || zip.value.entries.length > 0)) return kindOf(zip.value, named);
  return isMarked ? (named ?? 'archive') : null;
}

function kindOf(zip: OpenZip, named: ZipKind | undefined): ZipKind {
  const has = (name: string): boolean => zip.entries.some((entry) => entry.name === name);
  if (has('OFD.xml')) return 'ofd';
  if (has('FixedDocSeq.fdseq') || has('FixedDocumentSequence.fdseq')) return 'xps';
  if (has('Index/Document.iwa') || has('Index.zip')) return 'pages';
  const mediaType = readText(zip, 'mimetype').trim();
  if (mediaType === 'application/epub+zip') return 'epub';
  const openDocument = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)/.exec(
    mediaType,
  );
  if (openDocument) return ({ text: 'odt', spreadsheet: 'ods' } as const)[openDocument[1] ?? ''] ?? 'odp';
  if (has('META-INF/container.xml')) return 'epub';
  // A book that was packed with the folder it lay in.
  if (named === 'epub' && zip.entries.some(({ name }) => FOLDED_CONTAINER.test(name))) return 'epub';
  if (!has('[Content_Types].xml')) return 'archive';
  const part = BY_PART.find(([pattern]) => zip.entries.some((entry) => pattern.test(entry.name)));
  if (part) return part[1];
  const isWord = readText(zip, '[Content_Types].xml').includes('wordprocessingml.document.main');
  return isWord ? 'docx' : 'archive';
}

const FOLDED_CONTAINER = /^[^/]+\/META-INF\/container\.xml$/;

function readText(zip: OpenZip, name: string): string {
  const entry = zip.entries.find((other) => other.name === name);
  const bytes = entry && zip.read(entry);
  return bytes?.ok ? String.fromCharCode(...bytes.value.subarray(0, HEAD)) : '';
}

/** Bytes of a part that are looked at. */
const HEAD = 16 * 1024;
