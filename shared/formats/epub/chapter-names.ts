import { walkXml, type XmlListener } from '../xml/walk-xml.ts';
import { resolvePart } from '../zip/resolve-part.ts';
import { decodePath } from './package-document.ts';

/**
 * What a book calls its chapters, by their paths: the first entry that leads to each, of the list of EPUB 3
 * (`nav`, EPUB 3.3, 7) or of EPUB 2 (`navMap`, OPF 2.0.1, 2.4.1).
 */
export function readChapterNames(bytes: Uint8Array, path: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const give = (reference: string, words: string): void => {
    const part = resolvePart(path, decodePath(reference));
    const name = words.replace(/\s+/g, ' ').trim();
    if (part !== null && name !== '' && !names.has(part)) names.set(part, name);
  };
  let [words, reference, isContents, isReading] = ['', '', false, false];
  const listener: XmlListener = {
    open: (name, attributes) => {
      if (name === 'nav') isContents = attributes.type === undefined || attributes.type === 'toc';
      if (name === 'rt' || name === 'rp') isReading = true;
      if (name === 'a' || name === 'navLabel') words = '';
      if (name === 'a') reference = attributes.href ?? '';
      if (name === 'content') give(attributes.src ?? '', words);
    },
    text: (text) => {
      if (!isReading) words += text;
    },
    close: (name) => {
      if (name === 'rt' || name === 'rp') isReading = false;
      if (name === 'a' && isContents) give(reference, words);
    },
  };
  walkXml(bytes, listener, { isLenient: true });
  return names;
}
