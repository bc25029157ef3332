import { htmlReader } from '@shared/formats/html/html-reader.ts';
import { LIMITS } from '@shared/formats/limits.ts';
import type { Hint, ReadSource } from '@shared/model/read-source.ts';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What the reader gives for a page; throws where it gives nothing. */
export function readHtml(page: string | Uint8Array, limits = LIMITS): ReadSource {
  const bytes = typeof page === 'string' ? utf8(page) : page;
  const read = htmlReader.read({ bytes, name: 'page.html' }, limits);
  if (read instanceof Promise) throw new Error('reads at once');
  if (!read.ok) throw new Error(read.reason);
  return read.value;
}

/** The words of each hint of a kind, or what it says where it stands on none. */
export const hinted = ({ text, hints }: ReadSource, kind: Hint['kind']): string[] =>
  hints
    .filter((hint) => hint.kind === kind)
    .map((hint) =>
      hint.end > hint.start ? text.slice(hint.start, hint.end) : String('value' in hint ? hint.value : ''),
    );
