import { epubReader } from '@shared/formats/epub/epub-reader.ts';
import { LIMITS } from '@shared/formats/limits.ts';
import { readFile } from '@shared/formats/read-file.ts';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { filesOf, type MadeEpub, makeEpub } from './made-epub.ts';

async function read(made: MadeEpub) {
  const given = await epubReader.read({ bytes: makeEpub(made), name: '书.epub' }, LIMITS);
  if (!given.ok) throw new Error(given.reason);
  return given.value;
}

const CHAPTERS = [
  { file: '一.xhtml', name: '第一版', body: '<h1>湖口设渡</h1><p>湖口设了渡口。</p><p>村民过河。</p>' },
  { file: '二.xhtml', name: '第二版', body: '<p>茶山修了路。</p>' },
];

function replaceIn(
  files: Record<string, string>,
  file: string,
  from: string,
  to: string,
): Record<string, string> {
  const words = files[file] ?? '';
  if (!words.includes(from)) throw new Error(`${file} has no ${from}`);
  return { ...files, [file]: words.replace(from, to) };
}

describe('an EPUB', () => {
  it.each([2, 3] as const)(
    'of version %s is read chapter by chapter, by the names of its contents',
    async (version) => {
      const { text, sheets, places } = await read({ chapters: CHAPTERS, version });
      expect(text).toBe('湖口设渡\n\n湖口设了渡口。\n\n村民过河。\n茶山修了路。\n');
      expect(sheets.map(({ start, end, name }) => [name, text.slice(start, end).trim().slice(-5)])).toEqual([
        ['第一版', '村民过河。'],
        ['第二版', '山修了路。'],
      ]);
      expect(places.filter(({ where }) => where === 'chapter 2 / 第二版')).toHaveLength(1);
      expect(places.some(({ where }) => where.startsWith('chapter 1 / 第一版 / '))).toBe(true);
    },
  );

  it('is read in the order of its spine, its files wherever they lie', async () => {
    const files = filesOf({ chapters: CHAPTERS });
    const turned = {
      ...files,
      'OPS/book.opf': files['OPS/book.opf']!.replace(
        /<itemref idref="c0"\/>(.*?)<\/spine>/,
        '$1<itemref idref="c0"/></spine>',
      ),
    };
    const bytes = zipSync(
      Object.fromEntries(Object.entries(turned).map(([name, words]) => [name, strToU8(words)])),
    );
    const given = await epubReader.read({ bytes, name: '书.epub' }, LIMITS);
    expect(given.ok && given.value.sheets.map(({ name }) => name)).toEqual(['第二版', '第一版']);
  });

  it.each<[string, (files: Record<string, string>) => Record<string, string>]>([
    [
      'a bare ampersand',
      (files) => replaceIn(files, 'OPS/book.opf', '<metadata>', '<metadata><dc:title>A & B</dc:title>'),
    ],
    [
      'an entity of pages',
      (files) => replaceIn(files, 'OPS/book.opf', '<metadata>', '<metadata><dc:title>A&nbsp;B</dc:title>'),
    ],
    [
      'the paths of another system',
      (files) => replaceIn(files, 'META-INF/container.xml', 'OPS/book.opf', 'OPS\\book.opf'),
    ],
    ['blanks before its package', (files) => ({ ...files, 'OPS/book.opf': `\n${files['OPS/book.opf']}` })],
    [
      'no order of reading',
      (files) => ({ ...files, 'OPS/book.opf': (files['OPS/book.opf'] ?? '').replace(/<itemref[^>]*>/g, '') }),
    ],
    [
      'chapters of another type',
      (files) => ({
        ...files,
        'OPS/book.opf': (files['OPS/book.opf'] ?? '').replace(
          /(id="c\d".*?)application\/xhtml\+xml/g,
          '$1text/xml',
        ),
      }),
    ],
    [
      'the folder it lay in',
      (files) => Object.fromEntries(Object.entries(files).map(([name, words]) => [`书/${name}`, words])),
    ],
    ['no mimetype', ({ mimetype: _, ...files }) => files],
    ['no container', ({ 'META-INF/container.xml': _, ...files }) => files],
    [
      'a path of percent signs',
      ({ 'OPS/book.opf': opf = '', ...files }) => ({
        ...replaceIn(files, 'META-INF/container.xml', 'OPS/book.opf', 'OPS/the%20book.opf'),
        'OPS/the book.opf': opf,
      }),
    ],
    [
      'names in another case',
      (files) => replaceIn(files, 'META-INF/container.xml', 'OPS/book.opf', 'ops/Book.OPF'),
    ],
  ])('is read with %s', async (_, change) => {
    const files = change(filesOf({ chapters: CHAPTERS }));
    const bytes = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, words]) => [name, strToU8(words)])),
    );
    const read = await readFile({ bytes, name: '书.epub' });
    expect(read).toMatchObject({
      ok: true,
      value: { text: '湖口设渡\n\n湖口设了渡口。\n\n村民过河。\n茶山修了路。\n' },
    });
  });

  it('shows what stands for an item that cannot be shown, once', async () => {
    const files = replaceIn(
      replaceIn(
        filesOf({ chapters: CHAPTERS }),
        'OPS/book.opf',
        '<manifest>',
        '<manifest><item id="x" href="x.bin" media-type="application/x-game" fallback="c0"/>',
      ),
      'OPS/book.opf',
      '<spine>',
      '<spine><itemref idref="x"/>',
    );
    const bytes = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, words]) => [name, strToU8(words)])),
    );
    const given = await epubReader.read({ bytes, name: '书.epub' }, LIMITS);
    expect(given.ok && given.value.sheets.map(({ name }) => name)).toEqual(['第一版', '第二版']);
  });

  it('takes a Japanese name with a blank in it for one', async () => {
    const metadata = '<dc:language>ja</dc:language><dc:creator opf:role="aut">川辺 渡</dc:creator>';
    const { hints } = await read({ chapters: CHAPTERS, metadata });
    expect(hints).toContainEqual(expect.objectContaining({ kind: 'byline', value: '川辺渡' }));
  });

  it('gives day, paper and author as the book states them, and none where it does not', async () => {
    const metadata =
      '<dc:title>湖口日报 2019年4月2日</dc:title><dc:creator opf:role="aut">林秋</dc:creator><dc:creator>某某出版社</dc:creator>';
    const { sheets, hints } = await read({ chapters: CHAPTERS, metadata });
    expect(sheets.map(({ publishedOn }) => publishedOn)).toEqual(['2019-04-02', '2019-04-02']);
    const stated = hints.filter(({ kind }) => kind === 'byline' || kind === 'newspaper');
    expect(stated.map((hint) => ('value' in hint ? hint.value : ''))).toEqual([
      '林秋',
      '湖口日报',
      '林秋',
      '湖口日报',
    ]);
    const dated = await read({
      chapters: CHAPTERS,
      metadata: '<dc:date>2021-03</dc:date><dc:date opf:event="modification">2024-01-01</dc:date>',
    });
    expect(dated.sheets[0]?.publishedOn).toBe('2021-03');
    const unknown = await read({
      chapters: CHAPTERS,
      metadata: '<dc:date>0101-01-01T00:00:00+00:00</dc:date>',
    });
    expect(unknown.sheets[0]).not.toHaveProperty('publishedOn');
  });

  it('keeps readings beside their words', async () => {
    const { text, hints } = await read({
      chapters: [{ file: 'a.xhtml', body: '<p><ruby>嵊<rp>(</rp><rt>shèng</rt><rp>)</rp></ruby>州</p>' }],
    });
    expect(text.trim()).toBe('嵊州');
    expect(hints.find(({ kind }) => kind === 'reading')).toMatchObject({ start: 0, end: 1, value: 'shèng' });
  });

  it('is refused by name where its chapters are encrypted, and read where only its fonts are', async () => {
    const protect = (algorithm: string, file: string) => ({
      'META-INF/encryption.xml': `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><KeyInfo><EncryptionMethod Algorithm="rsa"/></KeyInfo><CipherData><CipherReference URI="${file}"/></CipherData></EncryptedData></encryption>`,
    });
    const aes = 'http://www.w3.org/2001/04/xmlenc#aes128-cbc';
    const name = '书.epub';
    const locked = makeEpub({ chapters: CHAPTERS, others: protect(aes, 'OPS/%E4%B8%80.xhtml') });
    expect(await readFile({ bytes: locked, name })).toMatchObject({ reason: 'file-encrypted' });
    const fonts = makeEpub({
      chapters: CHAPTERS,
      others: protect('http://www.idpf.org/2008/embedding', 'OPS/a.ttf'),
    });
    expect(await readFile({ bytes: fonts, name })).toMatchObject({ ok: true, value: { reader: 'epub@2' } });
  });

  it('says how many chapters are missing, and reads what does not close its elements', async () => {
    const files = filesOf({ chapters: [...CHAPTERS, { file: '三.xhtml', body: '<p>不收尾<br>的一章' }] });
    delete files['OPS/二.xhtml'];
    const bytes = zipSync(
      Object.fromEntries(Object.entries(files).map(([part, words]) => [part, strToU8(words)])),
    );
    const given = await epubReader.read({ bytes, name: '书.epub' }, LIMITS);
    expect(given).toMatchObject({ ok: true, value: { leftOut: [{ what: 'chapters', count: 1 }] } });
    expect(given.ok && given.value.text).toContain('的一章');
  });

  it.each([
    ['no package', { 'META-INF/container.xml': '<container/>' }, 'archive-damaged'],
    [
      'a damaged package',
      { 'META-INF/container.xml': '<container/>', 'a.opf': '<package>' },
      'archive-damaged',
    ],
    [
      'no words',
      filesOf({ chapters: [{ file: 'a.xhtml', body: '<img src="http://example.org/a.png"/>' }] }),
      'no-text',
    ],
  ])('with %s is refused by name', async (_, files, reason) => {
    const bytes = zipSync(
      Object.fromEntries(Object.entries(files).map(([part, words]) => [part, strToU8(words)])),
    );
    expect(await readFile({ bytes, name: '书.epub' })).toMatchObject({ ok: false, reason });
  });
});
