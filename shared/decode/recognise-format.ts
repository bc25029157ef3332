/** A file format known by its first bytes. `isDocument`: it holds pages, in a form that is not read yet. */
export interface KnownFormat {
  readonly name: string;
  readonly isDocument: boolean;
}

interface Signature extends KnownFormat {
  readonly start: readonly number[];
}

const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

/** First bytes as each format's specification gives them. */
const SIGNATURES: readonly Signature[] = [
  { name: 'PDF', isDocument: true, start: ascii('%PDF-') },
  { name: 'ZIP (docx, epub)', isDocument: true, start: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'CFB (doc)', isDocument: true, start: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { name: 'RTF', isDocument: true, start: ascii('{\\rtf') },
  { name: 'JPEG', isDocument: false, start: [0xff, 0xd8, 0xff] },
  { name: 'PNG', isDocument: false, start: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { name: 'GIF', isDocument: false, start: ascii('GIF8') },
  { name: 'TIFF', isDocument: false, start: [0x49, 0x49, 0x2a, 0x00] },
  { name: 'TIFF', isDocument: false, start: [0x4d, 0x4d, 0x00, 0x2a] },
  { name: 'gzip', isDocument: false, start: [0x1f, 0x8b, 0x08] },
  { name: 'RAR', isDocument: false, start: ascii('Rar!') },
  { name: '7z', isDocument: false, start: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
];

/** How far a markup declaration may stand from the start, in bytes. */
const MARKUP_WINDOW = 256;

/** The format that the bytes declare, or null when they declare none and may be text. */
export function recogniseFormat(bytes: Uint8Array): KnownFormat | null {
  const signature = SIGNATURES.find(({ start }) => start.every((byte, i) => bytes[i] === byte));
  if (signature) return { name: signature.name, isDocument: signature.isDocument };
  const head = String.fromCharCode(...bytes.subarray(0, MARKUP_WINDOW));
  return /^[\s\u00BB\u00BF\u00EF]*<(!doctype\s+html|html|\?xml)/i.test(head)
    ? { name: 'HTML or XML', isDocument: true }
    : null;
}
