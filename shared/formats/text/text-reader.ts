import { failure, success } from '@shared/contracts/results.ts';
import { decode } from '@shared/decode/decode.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import type { ReadSource } from '@shared/model/read-source.ts';
import type { Encoding } from '@shared/model/source.ts';
import type { FormatReader } from '../format-reader.ts';

/** Text and Markdown: the decoded text, BOM dropped, nothing else changed, one sheet. Reads what nothing else does. */
export const textReader: FormatReader = {
  format: 'text',
  recognises: () => true,
  read({ bytes, name, encoding: given }, limits) {
    const decoded = decode(bytes, given);
    if (!decoded.ok) return decoded;
    const { text, encoding } = decoded.value;
    if (text.length > limits.units)
      return failure('file-too-large', { size: text.length, limit: limits.units });
    return success(readSourceOf(text, name, encoding));
  },
};

/** What the reader gives of a text that is decoded. */
export const readSourceOf = (text: string, name: string, encoding: Encoding | null): ReadSource => ({
  text,
  mediaType: /\.(md|markdown)$/i.test(name) ? 'text/markdown' : 'text/plain',
  encoding,
  sheets: [sourceSpan(0, text.length)],
  places: [],
  hints: [],
});
