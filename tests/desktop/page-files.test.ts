import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPageFile, listPageFiles, readBundledOriginal } from '../../electron/host/page-files.ts';
import { newFolder } from '../vault/new-vault.ts';

async function newPage() {
  const folder = newFolder();
  const page = join(folder, 'page');
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(page, 'index.html'), '<p>');
  writeFileSync(join(page, 'assets', '字 1.js'), '1');
  writeFileSync(join(page, 'assets', '100%.js'), '1');
  symlinkSync(join(folder, 'secret.txt'), join(page, 'link.txt'));
  return await listPageFiles(page);
}

describe('the files of the page', () => {
  it('are found by their encoded path', async () => {
    const files = await newPage();
    expect(findPageFile(files, '/')?.mediaType).toBe('text/html; charset=utf-8');
    expect(findPageFile(files, '/index.html')).toBe(findPageFile(files, '/'));
    expect(findPageFile(files, '/assets/%E5%AD%97%201.js')?.mediaType).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../index.html',
    '/assets%5c..%5cindex.html',
    '/index.html%00',
    '/%',
    '/assets/100%25.js',
    '/link.txt',
    'index.html',
    '',
    '/__proto__',
  ])('are not found at %o', async (path) => {
    expect(findPageFile(await newPage(), path)).toBeNull();
  });

  it('are found by nothing but their own names', async () => {
    const files = await newPage();
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%',
      'assets',
      'secret.txt',
      'link.txt',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(findPageFile(files, `/${pieces.join('')}x`)).toBeNull();
      }),
    );
  });

  it('hold the bundled originals', async () => {
    const folder = newFolder();
    const sha256 = 'ab'.repeat(32);
    mkdirSync(join(folder, 'pack/originals'), { recursive: true });
    writeFileSync(join(folder, 'pack/originals', sha256), '随书');
    const files = await listPageFiles(folder);
    expect(await readBundledOriginal(files, sha256)).toEqual(new TextEncoder().encode('随书'));
    expect(await readBundledOriginal(files, 'cd'.repeat(32))).toBeNull();
  });
});
