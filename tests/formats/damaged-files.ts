import { recogniseArchive } from '@shared/formats/archive/open-archive.ts';
import { unpack } from '@shared/formats/archive/unpack.ts';
import { readFile } from '@shared/formats/read-file.ts';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { makeTar } from './archive/tar-bytes.ts';
import { partsOf, zipParts } from './docx/made-docx.ts';
import { DOCX_FILES } from './golden/docx-files.ts';
import { EPUB_FILES } from './golden/epub-files.ts';
import { HTML_FILES } from './golden/html-files.ts';
import { MHTML_FILES } from './golden/mhtml-files.ts';
import { TEXT_FILES } from './golden/text-files.ts';
import { makeZip } from './zip/zip-bytes.ts';

/** A file as it is given to be read. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const named = (ending: string, files: Readonly<Record<string, Uint8Array>>): GivenFile[] =>
  Object.values(files).map((bytes) => ({ name: `稿.${ending}`, bytes }));

/** Sound files of every format that is read, and archives of them. */
export const SOUND_FILES: readonly GivenFile[] = [
  ...named('txt', TEXT_FILES),
  ...named('html', HTML_FILES),
  ...named('mhtml', MHTML_FILES),
  ...named('docx', DOCX_FILES),
  ...named('epub', EPUB_FILES),
  {
    name: '包.zip',
    bytes: makeZip([
      { name: '甲.txt', data: '甲'.repeat(60) },
      { name: '乙/稿.docx', data: DOCX_FILES['tracked changes'] ?? '' },
    ]),
  },
  {
    name: '宽.zip',
    bytes: makeZip([{ name: '甲.txt', data: '甲', isWide: true, hasDescriptor: true }], { isWide: true }),
  },
  {
    name: '包.tar',
    bytes: makeTar([
      { name: '甲.txt', data: '甲' },
      { name: '乙', type: '5' },
    ]),
  },
  { name: '包.tgz', bytes: gzipSync(makeTar([{ name: '甲.txt', data: '甲'.repeat(900) }])) },
];

const nested = (open: string, close: string, depth: number, inner: string): string =>
  open.repeat(depth) + inner + close.repeat(depth);

/** Files that are built to take more than they should; each is small. */
export const GREEDY_FILES: readonly GivenFile[] = [
  { name: '深.html', bytes: strToU8(nested('<div>', '</div>', 40_000, '深')) },
  { name: '深表.html', bytes: strToU8('<table><tr><td>'.repeat(20_000)) },
  { name: '注音.html', bytes: strToU8(`<html><p>${'<ruby>渡<rt>d</rt></ruby>'.repeat(150_000)}`) },
  { name: '深列.html', bytes: strToU8('<ul><li>'.repeat(20_000)) },
  { name: '闭.html', bytes: strToU8(`<html>${'</div></p></td>'.repeat(60_000)}`) },
  { name: '角.html', bytes: strToU8(`<html>${'<'.repeat(200_000)}`) },
  { name: '注.html', bytes: strToU8(`<html>${'<!--'.repeat(60_000)}`) },
  { name: '注头.html', bytes: strToU8('<!--'.repeat(60_000)) },
  { name: '长.html', bytes: strToU8(`<html><p title="${'长'.repeat(300_000)}">一`) },
  { name: '实体.html', bytes: strToU8(`<html><p>${'&#20013;&hellip;&nosuch;'.repeat(20_000)}`) },
  {
    name: '数据.html',
    bytes: strToU8(`<html><script type="application/ld+json">${'['.repeat(100_000)}</script>一`),
  },
  {
    name: '部分.mht',
    bytes: strToU8(
      `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b0"\n\n${Array.from({ length: 2000 }, (_, i) => `--b${i}\nContent-Type: multipart/mixed; boundary="b${i + 1}"\n\n`).join('')}--b2000\nContent-Type: text/html\n\n<p>一`,
    ),
  },
  { name: '不收.html', bytes: strToU8('<b><i><a href=x>'.repeat(20_000)) },
  {
    name: '属性.html',
    bytes: strToU8(`<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}=1`).join(' ')}>一</p>`),
  },
  ...[
    nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 1500, '<w:p><w:r><w:t>深</w:t></w:r></w:p>'),
    nested('<w:p><w:r><w:txbxContent>', '</w:txbxContent></w:r></w:p>', 1500, '<w:p/>'),
    '<w:p/>'.repeat(60_000),
  ].map((body) => ({ name: '稿.docx', bytes: zipParts(partsOf({ body })) })),
  {
    name: '笑.docx',
    bytes: zipParts({
      ...partsOf({ body: '' }),
      'word/document.xml': `<!DOCTYPE d [<!ENTITY a "哈哈哈哈">${'bcdefghi'.replace(/./g, (name, at: number) => `<!ENTITY ${name} "${`&${'abcdefgh'[at]};`.repeat(10)}">`)}]><d>&i;</d>`,
    }),
  },
  { name: '零.zip', bytes: zipSync({ '零.txt': new Uint8Array(30_000_000) }) },
  {
    name: '套.zip',
    bytes: [1, 2, 3, 4, 5, 6].reduce(
      (inner) => zipSync({ '内.zip': inner }),
      zipSync({ '甲.txt': strToU8('甲') }),
    ),
  },
  { name: '零.gz', bytes: gzipSync(new Uint8Array(30_000_000)) },
];

/** Pieces that lead readers of markup, messages and XML astray, wherever they stand. */
const SNARES: readonly string[] = [
  '<meta charset="big5">',
  '<meta charset="utf-16">',
  '<?xml version="1.0" encoding="shift_jis"?>',
  '\r\nContent-Transfer-Encoding: base64\r\n\r\n',
  '\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n',
  '\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n',
  '=E4=B8=\r\n=',
  '=3',
  '</',
  '<![CDATA[',
  '<!--',
  '"',
  '&#xFFFFFFFF;',
  '&#0;',
  '\u001b$B',
  '~{',
  '\0',
  '<script>',
  '<plaintext>',
  '<textarea>',
  '<svg><style><p>',
  '<div>'.repeat(600),
  `<p ${'a '.repeat(500)}>`,
  '../'.repeat(50),
];

/** A stream of numbers from 0 to 1 that a seed tells. */
export function randomFrom(seed: number): () => number {
  // Seeds that follow one another are spread first: xorshift begins alike for small ones.
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

/** Another file out of sound ones: bytes turned, cut off, repeated, or of two put together. */
export function damage(files: readonly GivenFile[], random: () => number): GivenFile {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const { name, bytes: sound } = pick(files);
  const place = (length: number): number => Math.floor(random() * length);
  let bytes = sound.slice();
  for (let times = 1 + place(3); times > 0; times--)
    switch (place(6)) {
      case 0:
        for (let flips = 1 + place(8); flips > 0 && bytes.length > 0; flips--)
          bytes[place(bytes.length)]! ^= 1 << place(8);
        break;
      case 1:
        bytes = bytes.slice(0, place(bytes.length + 1));
        break;
      case 2: {
        const { bytes: other } = pick(files);
        bytes = Uint8Array.from([
          ...bytes.subarray(0, place(bytes.length + 1)),
          ...other.subarray(place(other.length)),
        ]);
        break;
      }
      case 3: {
        const from = place(bytes.length + 1);
        const run = bytes.subarray(from, from + place(64));
        bytes = Uint8Array.from([...bytes.subarray(0, from), ...run, ...run, ...bytes.subarray(from)]);
        break;
      }
      case 4: {
        const piece = strToU8(pick(SNARES));
        const at = place(bytes.length + 1);
        bytes = Uint8Array.from([...bytes.subarray(0, at), ...piece, ...bytes.subarray(at)]);
        break;
      }
      default:
        // Fields of lengths and places are where a reader is led astray.
        for (let i = place(bytes.length + 1), end = i + 4; i < end && i < bytes.length; i++)
          bytes[i] = pick([0, 0xff, 0x7f, 0x80]);
    }
  return { name, bytes };
}

/** What came of each file: `read`, or a code. Everything that lies in an archive is read too. */
export async function readAll({ name, bytes }: GivenFile): Promise<string[]> {
  if (recogniseArchive(bytes, name) === null) return [await outcomeOf(name, bytes)];
  const outcomes: string[] = [];
  for (const { path, content } of unpack(bytes, name))
    outcomes.push('ok' in content ? content.reason : await outcomeOf(path, content));
  return outcomes;
}

async function outcomeOf(name: string, bytes: Uint8Array): Promise<string> {
  const read = await readFile({ name, bytes });
  if (!read.ok) return read.reason;
  const { text, sheets, places, hints } = read.value;
  for (const { start, end } of [...sheets, ...places, ...hints])
    if (start < 0 || start > end || end > text.length)
      throw new RangeError(`${start}–${end} of ${text.length}`);
  return 'read';
}
