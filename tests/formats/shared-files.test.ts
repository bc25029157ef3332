import { describe, expect, it } from 'vitest';
import {
  filesOf,
  hasPandoc,
  hasUnzip,
  lostIn,
  print,
  shownIn,
  shownInChapter,
  textOf,
} from './files-beside.ts';

describe.skipIf(filesOf('docx').length === 0)('Word documents that lie beside the checkout', () => {
  it.skipIf(!hasUnzip).each(filesOf('docx'))('lose no character of their parts: %s', async (path) => {
    const text = await textOf(path);
    for (const part of ['word/document.xml', 'word/header*.xml', 'word/footer*.xml'])
      expect(lostIn(text, shownIn(print('unzip', '-p', path, part) ?? ''))).toBe('');
  });

  it.skipIf(!hasPandoc).each(filesOf('docx'))('lose no character that pandoc finds: %s', async (path) => {
    expect(lostIn(await textOf(path), print('pandoc', '-t', 'plain', '--wrap=none', path) ?? '')).toBe('');
  });
});

describe.skipIf(filesOf('epub').length === 0)('books that lie beside the checkout', () => {
  it.skipIf(!hasUnzip).each(filesOf('epub'))('lose no character of their chapters: %s', async (path) => {
    const text = await textOf(path);
    const chapters = (print('unzip', '-p', path, '*.xhtml') ?? '').split(/(?=<html)/).map(shownInChapter);
    expect(lostIn(text, chapters.join(''))).toBe('');
  });

  it.skipIf(!hasPandoc).each(filesOf('epub'))('lose no character that pandoc finds: %s', async (path) => {
    const found = print('pandoc', '-f', 'epub', '-t', 'html', '--wrap=none', path) ?? '';
    expect(lostIn(await textOf(path), shownInChapter(`<body>${found}`))).toBe('');
  });
});
