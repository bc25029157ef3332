import { walkXml } from '../xml/walk-xml.ts';
import { resolvePart } from '../zip/resolve-part.ts';
import { decodePath } from './package-document.ts';

/** Ways of hiding fonts, which leave the words open (EPUB 3.3, 4.4; Adobe's own). */
const OF_FONTS = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/** Parts of a book that are encrypted, by `META-INF/encryption.xml` (EPUB 3.3, 4.2.6.3.2). */
export function readEncryptedParts(bytes: Uint8Array): ReadonlySet<string> {
  const parts = new Set<string>();
  let method = '';
  walkXml(bytes, {
    open: (name, attributes) => {
      if (name === 'EncryptedData') method = '';
      // That of the key stands further in and later.
      if (name === 'EncryptionMethod' && method === '') method = attributes.Algorithm ?? '';
      if (name !== 'CipherReference' || OF_FONTS.has(method)) return;
      const part = resolvePart('', decodePath(attributes.URI ?? ''));
      if (part !== null) parts.add(part);
    },
  });
  return parts;
}
