/**
 * A format that is not read, known by its first bytes and said by its right name. `isDocument`: it holds pages
 * that another program can save as text; else it is no text at all.
 */
export interface RefusedFormat {
  readonly name: string;
  readonly isDocument: boolean;
  recognises(bytes: Uint8Array, name: string): boolean;
}

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

const startsWith = (name: string, isDocument: boolean, start: readonly number[]): RefusedFormat => ({
  name,
  isDocument,
  recognises: (bytes) => start.every((byte, i) => bytes[i] === byte),
});

/** First bytes as each format's specification gives them. */
export const REFUSED_FORMATS: readonly RefusedFormat[] = [
  startsWith('PDF', true, ascii('%PDF-')),
  startsWith('ZIP (docx, epub)', true, [0x50, 0x4b, 0x03, 0x04]),
  startsWith('CFB (doc)', true, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  startsWith('RTF', true, ascii('{\\rtf')),
  startsWith('JPEG', false, [0xff, 0xd8, 0xff]),
  startsWith('PNG', false, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  startsWith('GIF', false, ascii('GIF8')),
  startsWith('TIFF', false, [0x49, 0x49, 0x2a, 0x00]),
  startsWith('TIFF', false, [0x4d, 0x4d, 0x00, 0x2a]),
  startsWith('gzip', false, [0x1f, 0x8b, 0x08]),
  startsWith('RAR', false, ascii('Rar!')),
  startsWith('7z', false, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
  {
    name: 'HTML or XML',
    isDocument: true,
    recognises: (bytes) =>
      /^[\s\u00BB\u00BF\u00EF]*<(!doctype\s+html|html|\?xml)/i.test(
        String.fromCharCode(...bytes.subarray(0, MARKUP_WINDOW)),
      ),
  },
];

/** How far a markup declaration may stand from the start, in bytes. */
const MARKUP_WINDOW = 256;
