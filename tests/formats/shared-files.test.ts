import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { filesOf, lostIn, textOf } from './files-beside.ts';

/** What another program prints, or null where it is not installed. */
function print(program: string, ...args: string[]): string | null {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      maxBuffer: 1e9,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}

const hasPandoc = print('pandoc', '--version') !== null;
const hasUnzip = print('unzip', '-v') !== null;

/** Words of elements that are shown as text. */
const shownIn = (xml: string): string =>
  [...xml.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g)].map(([, words]) => words).join('');

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

/** Words of a chapter's body; readings beside words are no part of them. */
const shownInChapter = (xhtml: string): string =>
  xhtml
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/^[\s\S]*?<body/, '<body')
    .replace(/<rt\b[\s\S]*?<\/rt\s*>/g, '')
    .replace(/<[^>]*>/g, '');

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
