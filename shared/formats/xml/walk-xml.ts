import { utf8toStringLoose } from '@exodus/bytes/utf8.js';
import { utf16toStringLoose } from '@exodus/bytes/utf16.js';
import { decodeLegacy } from '@shared/decode/decode.ts';
import { encodingOfLabel } from '@shared/decode/encoding-labels.ts';
import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

/** Told of a document's parts in their order. Names come without their prefix, which programs choose differently. */
export interface XmlListener {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** Elements within each other above which a document is none that anybody wrote. */
const DEEPEST = 5000;

/** One that begins no reference, and would take what follows with it. */
const BARE_AMPERSAND = /&(?!#?\w+;)/g;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Walks an XML document. No entity but XML's own five and characters by number is known, declared or not, and
 * nothing is fetched: what a document declares of its own stands for nothing.
 * @returns whether the document is well formed; what came before a fault has been told by then. Leniently, what
 * comes after it is told too, as well as it can be made out.
 */
export function walkXml(
  bytes: Uint8Array,
  listener: XmlListener,
  { isLenient = false }: { readonly isLenient?: boolean } = {},
): boolean {
  const parser = new SaxesParser();
  let depth = 0;
  let isSound = true;
  parser.on('error', (error) => {
    isSound = false;
    if (!isLenient) throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new RangeError('elements stand too deep in each other');
    const own: Record<string, string> = {};
    for (const key of Object.keys(attributes)) own[localName(key)] = attributes[key] as string;
    listener.open?.(localName(name), own);
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth--;
    listener.close?.(localName(name));
  });
  try {
    const xml = decodeXml(bytes).replace(/^[\uFEFF\s]+/, '');
    parser.write(isLenient ? xml.replace(BARE_AMPERSAND, '&amp;') : xml).close();
    return isSound;
  } catch {
    return false;
  }
}

/** By its mark, else by the encoding that it declares, else UTF-8 (XML 1.0, appendix F). */
export function decodeXml(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return utf16toStringLoose(bytes, 'uint8-le');
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return utf16toStringLoose(bytes, 'uint8-be');
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    head,
  )?.[1];
  const encoding = encodingOfLabel(declared ?? '');
  return encoding === null || encoding.startsWith('utf')
    ? utf8toStringLoose(bytes)
    : decodeLegacy(bytes, encoding);
}
