import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FORMATS } from '@shared/formats/formats.ts';
import { readFile } from '@shared/formats/read-file.ts';
import { ADVICE, REFUSED_FORMATS } from '@shared/formats/refused-formats.ts';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../electron/host/describe-failure.ts';
import { joinBytes, makeZip } from './zip/zip-bytes.ts';

const RESOURCES = resolve(import.meta.dirname, '../../resources');
const wordsIn = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(resolve(RESOURCES, `locales/${language}/formats.json`), 'utf8'));

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A compound file with one stream, its directory in the second sector. */
function compound(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((letter, i) => {
    bytes[1024 + 2 * i] = letter.charCodeAt(0);
  });
  bytes[1024 + 64] = 2 * (stream.length + 1);
  bytes[1024 + 66] = 2;
  return bytes;
}

const zipOf = (...entries: readonly (string | [name: string, data: string])[]): Uint8Array =>
  makeZip(
    entries.map((entry) =>
      typeof entry === 'string' ? { name: entry } : { name: entry[0], data: entry[1] },
    ),
  );

const opened = (mediaType: string): Uint8Array =>
  zipOf(['mimetype', `application/vnd.oasis.opendocument.${mediaType}`], 'content.xml');
const office = (part: string): Uint8Array => zipOf('[Content_Types].xml', part);

/** Files by what they are called, with the format they are of. */
const FILES: readonly (readonly [name: string, bytes: Uint8Array, id: string])[] = [
  ['版面.pdf', latin('%PDF-1.4\n'), 'pdf'],
  ['稿.doc', compound('WordDocument'), 'doc'],
  ['稿.wps', compound('WordDocument'), 'wps'],
  ['表.xls', compound('Workbook'), 'xls'],
  ['讲.ppt', compound('PowerPoint Document'), 'ppt'],
  ['锁.docx', compound('EncryptedPackage'), 'locked-office'],
  ['旧', compound('Contents'), 'compound'],
  ['稿.rtf', latin('{\\rtf1\\ansi'), 'rtf'],
  ['稿.odt', opened('text'), 'odt'],
  ['表.ods', opened('spreadsheet'), 'ods'],
  ['讲.odp', opened('presentation'), 'odp'],
  ['表.xlsx', office('xl/workbook.xml'), 'xlsx'],
  ['讲.pptx', office('ppt/presentation.xml'), 'pptx'],
  ['公文.ofd', zipOf('OFD.xml', 'Doc_0/Document.xml'), 'ofd'],
  ['稿.pages', zipOf('Index/Document.iwa'), 'pages'],
  ['文.xps', zipOf('[Content_Types].xml', 'FixedDocSeq.fdseq'), 'xps'],
  ['论文.caj', latin('CAJ\0\0\0'), 'caj'],
  ['论文.caj', latin('\xc8\0\0\0'), 'caj'],
  ['书.mobi', joinBytes(new Uint8Array(60), latin('BOOKMOBI')), 'mobi'],
  ['图.heic', latin('\0\0\0\x18ftypheic'), 'heic'],
  ['图.jp2', latin('\0\0\0\x0cjP  \r\n\x87\n'), 'jpeg'],
  ['图.tif', latin('II*\0'), 'tiff'],
  ['包.rar', latin('Rar!\x1a\x07\0'), 'rar'],
  ['包.7z', latin('7z\xbc\xaf\x27\x1c'), '7z'],
  ['片.mp4', latin('\0\0\0\x18ftypisom'), 'media'],
  ['程序.exe', latin('MZ\x90\0'), 'program'],
];

describe('a format that is not read', () => {
  it.each(FILES)('%s is refused by its own name, with what to do', async (name, bytes, id) => {
    const read = await readFile({ bytes, name });
    expect(read).toMatchObject({ ok: false, detail: { format: id } });
    if (read.ok) return;
    expect(describeFailure(read, RESOURCES, 'zh')).toContain(wordsIn('zh')[id]);
    expect(describeFailure(read, RESOURCES, 'en')).not.toMatch(/undefined|unknown|\{/);
  });

  it('is known by its bytes, whatever it is called', async () => {
    for (const [, bytes, id] of FILES.filter(([name]) => !/caj|exe|wps/.test(name)))
      expect(await readFile({ bytes, name: '版面.txt' })).toMatchObject({ detail: { format: id } });
  });

  it('is not taken for text that only begins like it', async () => {
    for (const text of [
      'MZ是一个地名的缩写。',
      'BM厂今年产量翻番。',
      'HH区新闻',
      'PK赛在县城举行。',
      'Rar!这是一篇短文。',
    ])
      expect(await readFile({ bytes: new TextEncoder().encode(text), name: '版面.txt' })).toMatchObject({
        ok: true,
      });
  });

  it('has words in both languages, and each advice too', () => {
    const ids = [...Object.keys(FORMATS), ...REFUSED_FORMATS.map(({ id }) => id)];
    for (const language of ['zh', 'en'])
      expect(Object.keys(wordsIn(language))).toEqual(expect.arrayContaining(ids));
    const said = new Set(
      ADVICE.map((advice) => {
        const reason = advice === 'unpack' || advice === 'readPicture' ? 'not-text' : 'unsupported-format';
        return describeFailure({ ok: false, reason, detail: { format: 'pdf', advice } }, RESOURCES);
      }),
    );
    expect(said.size).toBe(ADVICE.length);
  });
});
