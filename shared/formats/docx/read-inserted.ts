import { htmlReader, readPage } from '../html/html-reader.ts';
import type { Limits } from '../limits.ts';
import { mhtmlReader, readMessage } from '../mhtml/mhtml-reader.ts';
import { type Block, plainParagraph } from './blocks.ts';

/**
 * A part in another format that a document shows in its place (`altChunk`, ECMA-376-1, 17.17.2.1), a paragraph a
 * line: pages and messages, in which programs of the web wrap what they save for Word.
 * @returns null for other formats, and for what cannot be read.
 */
export function readInserted(bytes: Uint8Array, part: string, limits: Limits): readonly Block[] | null {
  const file = { bytes, name: part };
  if (bytes.length === 0) return [];
  const read = htmlReader.recognises(bytes, part)
    ? readPage(file, limits, undefined)
    : mhtmlReader.recognises(bytes, part)
      ? readMessage(file, limits)
      : null;
  if (!read?.ok) return null;
  const lines = read.value.text.split('\n').filter((line) => line.trim() !== '');
  return lines.map(plainParagraph);
}
