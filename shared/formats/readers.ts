import { docxReader } from './docx/docx-reader.ts';
import { epubReader } from './epub/epub-reader.ts';
import type { FormatReader } from './format-reader.ts';
import { htmlReader } from './html/html-reader.ts';
import { mhtmlReader } from './mhtml/mhtml-reader.ts';

/**
 * Readers of formats that bear a mark, in the order in which they are tried; text reads what none of them takes
 * and nothing refuses.
 */
export const READERS: readonly FormatReader[] = [docxReader, epubReader, htmlReader, mhtmlReader];
