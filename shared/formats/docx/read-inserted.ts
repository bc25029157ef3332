import { htmlReader, readPage } from '../html/html-reader.ts';
import type { Limits } from '../limits.ts';
import { mhtmlReader, readMessage } from '../mhtml/mhtml-reader.ts';
import type { PackageParts, Relationship } from '../zip/package-parts.ts';
import { type Paragraph, plainParagraph } from './blocks.ts';
import type { InsertedOf } from './read-story.ts';

/**
 * Parts that a document shows in its place, each read once. A document may show one again and again: together they
 * have the limits of one text, a paragraph counting as an element.
 */
export function insertedParts(
  parts: PackageParts,
  relationships: readonly Relationship[],
  limits: Limits,
): InsertedOf {
  const known = new Map<string, readonly Paragraph[] | null>();
  let { units, elements } = limits;
  const read = (id: string): readonly Paragraph[] | null => {
    const part = relationships.find((one) => one.id === id && one.type === 'aFChunk')?.part;
    const bytes = part ? parts.read(part) : null;
    return part && bytes?.ok && bytes.value ? readInserted(bytes.value, part, limits) : null;
  };
  return (id) => {
    const before = known.get(id);
    const paragraphs = before === undefined ? read(id) : before;
    known.set(id, paragraphs);
    if (paragraphs === null) return null;
    elements -= paragraphs.length;
    for (const { text } of paragraphs) units -= text.length + 1;
    return units < 0 || elements < 0 ? null : paragraphs;
  };
}

/**
 * A part in another format that a document shows in its place (`altChunk`, ECMA-376-1, 17.17.2.1), a paragraph a
 * line: pages and messages, in which programs of the web wrap what they save for Word.
 * @returns null for other formats, and for what cannot be read.
 */
function readInserted(bytes: Uint8Array, part: string, limits: Limits): readonly Paragraph[] | null {
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
