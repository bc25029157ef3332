import { MAX_ORIGINAL_BYTES } from '@shared/contracts/host.ts';

/** What the table says of a format that is read. */
interface FormatEntry {
  /**
   * Of its reader; raised whenever the same bytes may give another text, in which every offset that was kept
   * counts. Golden hashes in `tests/formats/golden` hold it to that.
   */
  readonly version: number;
  readonly mediaTypes: readonly [string, ...string[]];
  /** Endings of file names, lower case, without the dot. */
  readonly extensions: readonly string[];
}

/**
 * The one table of the formats that are read: dialogs, drop zone, words and stamps go by it. It is data alone, so
 * that who asks loads no reader.
 */
export const FORMATS = {
  text: {
    version: 2,
    mediaTypes: ['text/plain', 'text/markdown'],
    extensions: ['txt', 'text', 'md', 'markdown'],
  },
  html: {
    version: 2,
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    extensions: ['html', 'htm', 'xhtml', 'shtml'],
  },
  mhtml: {
    version: 2,
    mediaTypes: ['multipart/related', 'message/rfc822'],
    extensions: ['mhtml', 'mht'],
  },
  docx: {
    version: 2,
    mediaTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    extensions: ['docx', 'docm'],
  },
  epub: {
    version: 2,
    mediaTypes: ['application/epub+zip'],
    extensions: ['epub'],
  },
} as const satisfies Readonly<Record<string, FormatEntry>>;

/** Each has a folder here and its words in the locales. */
export type FormatId = keyof typeof FORMATS;

/** `html@1`: what rows, exports and proofs name a reader by. */
export const nameReader = (format: FormatId): string => `${format}@${FORMATS[format].version}`;

/** All readers with their versions. */
export const READER_NAMES: readonly string[] = (Object.keys(FORMATS) as FormatId[]).map(nameReader);

/** Archives of files, which are unpacked and not kept themselves; endings with their dot. */
const ARCHIVE_ENDINGS: readonly string[] = ['.zip', '.tar', '.tgz', '.gz'];

/** Bytes of one archive; its own bytes are held while its entries come in. */
const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;

/** Bytes up to which a file of that name is looked at: an archive may be larger than what is kept. */
export const mostBytesOf = (name: string): number =>
  ARCHIVE_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending))
    ? MAX_ARCHIVE_BYTES
    : MAX_ORIGINAL_BYTES;

/** What a dialog that picks files accepts: endings with their dot, and media types. */
export const ACCEPTED: readonly string[] = [
  ...Object.values(FORMATS).flatMap(({ extensions, mediaTypes }) => [
    ...extensions.map((extension) => `.${extension}`),
    ...mediaTypes,
  ]),
  ...ARCHIVE_ENDINGS,
];
