import { createHash } from 'node:crypto';
import { nameReader } from '@shared/formats/formats.ts';
import { LIMITS } from '@shared/formats/limits.ts';
import { READERS } from '@shared/formats/readers.ts';
import { textReader } from '@shared/formats/text/text-reader.ts';
import { expect, it } from 'vitest';
import { DOCX_FILES } from './golden/docx-files.ts';
import { EPUB_FILES } from './golden/epub-files.ts';
import { HTML_FILES } from './golden/html-files.ts';
import { MHTML_FILES } from './golden/mhtml-files.ts';
import { TEXT_FILES } from './golden/text-files.ts';

/** Files by what they show, for each format. */
const FILES = {
  docx: DOCX_FILES,
  epub: EPUB_FILES,
  html: HTML_FILES,
  mhtml: MHTML_FILES,
  text: TEXT_FILES,
} as const;

/**
 * Offsets that a person's work is tied to count in what a reader gives. Where this fails, what was kept would
 * be tied to other words: raise the reader's version, so that it is placed anew. The file of the new version is
 * then written by the first run.
 */
it.each([...READERS, textReader])(
  '$format gives for the same bytes what its version has always given',
  async (reader) => {
    const files = Object.entries<Uint8Array>(FILES[reader.format]);
    expect(files.length).toBeGreaterThan(0);
    const given: Record<string, string> = {};
    for (const [name, bytes] of files) {
      const read = await reader.read({ bytes, name }, LIMITS);
      const what = read.ok ? JSON.stringify([read.value.encoding, read.value.text]) : read.reason;
      given[name] = createHash('sha256').update(what).digest('hex');
    }
    await expect(`${JSON.stringify(given, null, 2)}\n`).toMatchFileSnapshot(
      `golden/${nameReader(reader.format)}.json`,
    );
  },
);
