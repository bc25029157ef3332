import { normalizeEncoding } from '@exodus/bytes/encoding-lite.js';
import { ENCODINGS, type Encoding } from '@shared/model/source.ts';

/** Labels that are met and that the standard does not know or calls otherwise. */
const OTHER_LABELS: ReadonlyMap<string, Encoding> = new Map([
  ['gbk', 'gb18030'],
  ['gb-2312', 'gb18030'],
  ['euc-cn', 'gb18030'],
  ['cp936', 'gb18030'],
  ['hz-gb-2312', 'hz-gb-2312'],
  ['big-5', 'big5'],
  ['cp950', 'big5'],
  ['utf-32le', 'utf-32le'],
  ['utf-32be', 'utf-32be'],
  ['iso-8859-8-i', 'iso-8859-8'],
]);

/**
 * The encoding that a label names (WHATWG, Encoding standard, 4.2), in any case; null for one that is none or is
 * not read.
 */
export function encodingOfLabel(label: string): Encoding | null {
  const known = label.trim().toLowerCase();
  const name = normalizeEncoding(known) ?? known;
  return OTHER_LABELS.get(known) ?? OTHER_LABELS.get(name) ?? ENCODINGS.find((one) => one === name) ?? null;
}
