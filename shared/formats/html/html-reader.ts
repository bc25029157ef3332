import { failure, type Result, success } from '@shared/contracts/results.ts';
import { decode } from '@shared/decode/decode.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import type { ReadSource } from '@shared/model/read-source.ts';
import type { FileToRead, FormatReader, ReadProblem } from '../format-reader.ts';
import type { Limits } from '../limits.ts';
import { findPageEncoding } from './find-encoding.ts';
import { readHints } from './page-hints.ts';
import { readLines } from './page-lines.ts';
import { readPlaces } from './page-places.ts';
import { readMarkup } from './read-markup.ts';

/** How far a page's first tag may stand from the start, in bytes; behind a comment at its head, further. */
const HEAD = 4096;
const HEAD_BEHIND_COMMENT = 256 * 1024;
const COMMENT = /^\s*(?:ï»¿\s*)?<!--/;
/** One that is never closed takes the rest with it; it is not looked for again behind each mark that opens one. */
const COMMENTS = /<!--[\s\S]*?(?:-->|$)/g;

const FIRST_TAG = /^\s*(?:<\?xml[^>]{0,300}\?>\s*)?<(?:!doctype\s+html|html|head|body|meta|title)\b/i;
const ANY_TAG =
  /<(?:!doctype|\/?(?:html|head|body|p|div|br|h[1-6]|table|span|a|meta|title|script|img|font|ul|li)\b)/i;
const NAMED = /\.(?:x?html?|shtml|mht\.html)$/i;

/** Saved web pages: every character that shows, in document order; what surrounds the story is a hint. */
export const htmlReader: FormatReader = {
  format: 'html',
  recognises(bytes, name) {
    const plain = plainHead(bytes, HEAD);
    const longer = COMMENT.test(plain) ? plainHead(bytes, HEAD_BEHIND_COMMENT) : plain;
    const head = longer.replace(/^(?:ï»¿|ÿþ|þÿ)/, '').replace(COMMENTS, '');
    return FIRST_TAG.test(head) || (NAMED.test(name) && ANY_TAG.test(head));
  },
  read(file, limits) {
    return readPage(file, limits, undefined);
  },
};

/** The first bytes, a letter each; UTF-16 puts a zero beside each letter of markup. */
function plainHead(bytes: Uint8Array, length: number): string {
  let head = '';
  for (const byte of bytes.subarray(0, length)) if (byte !== 0) head += String.fromCharCode(byte);
  return head;
}

/** @param header the encoding that came with the page and not in it. */
export function readPage(
  { bytes, encoding: given, name }: FileToRead,
  limits: Limits,
  header: string | undefined,
): Result<ReadSource, ReadProblem> {
  const encoding = given ?? findPageEncoding(bytes, header);
  if (encoding === null) return failure('not-text');
  const decoded = decode(bytes, encoding);
  if (!decoded.ok) return decoded;
  if (decoded.value.text.length > limits.units) return failure('file-too-large', { size: bytes.length });
  const isXml = /\.xhtml$/i.test(name) || /^\s*<\?xml/.test(decoded.value.text.slice(0, 200));
  const options = { isXml, mostElements: limits.elements };
  const shown = readMarkup(decoded.value.text, options);
  if (shown === null) return failure('file-too-large', { size: bytes.length });
  const hasText = shown.text.trim() !== '';
  const markup = hasText ? shown : readMarkup(decoded.value.text, { ...options, showsHidden: true });
  if (markup === null || markup.text.trim() === '')
    return failure('no-text', {
      pictures: shown.elements.filter((element) => element.name === 'img').length,
    });
  const lines = readLines(markup);
  return success({
    text: markup.text,
    mediaType: isXml ? 'application/xhtml+xml' : 'text/html',
    encoding,
    sheets: [sourceSpan(0, markup.text.length)],
    places: readPlaces(lines, markup.elements),
    hints: readHints(lines, markup),
  });
}
