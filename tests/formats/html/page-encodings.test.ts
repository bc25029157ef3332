import { describe, expect, it } from 'vitest';
import { readHtml, utf8 } from './read-html.ts';

const latin = (text: string): number[] => Array.from(text, (unit) => unit.charCodeAt(0));
/** 三月的第一个早晨，渡口通航，学生过河。 */
const GB = [
  0xc8, 0xfd, 0xd4, 0xc2, 0xb5, 0xc4, 0xb5, 0xda, 0xd2, 0xbb, 0xb8, 0xf6, 0xd4, 0xe7, 0xb3, 0xbf, 0xa3, 0xac,
  0xb6, 0xc9, 0xbf, 0xda, 0xcd, 0xa8, 0xba, 0xbd, 0xa3, 0xac, 0xd1, 0xa7, 0xc9, 0xfa, 0xb9, 0xfd, 0xba, 0xd3,
  0xa1, 0xa3,
];
/** 中文的報紙在這裡說明學生過河的事。 */
const BIG5 = [
  0xa4, 0xa4, 0xa4, 0xe5, 0xaa, 0xba, 0xb3, 0xf8, 0xaf, 0xc8, 0xa6, 0x62, 0xb3, 0x6f, 0xb8, 0xcc, 0xbb, 0xa1,
  0xa9, 0xfa, 0xbe, 0xc7, 0xa5, 0xcd, 0xb9, 0x4c, 0xaa, 0x65, 0xaa, 0xba, 0xa8, 0xc6, 0xa1, 0x43,
];
const PLAIN = '三月的第一个早晨，渡口通航，学生过河。';
const page = (head: string, body: readonly number[], before = ''): Uint8Array =>
  Uint8Array.from([...latin(`${before}<html><head>${head}</head><body><p>`), ...body]);
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('the encoding of a page', () => {
  it.each([
    ['GBK, declared', page('<meta charset="gbk">', GB), 'gb18030'],
    [
      'GBK, declared by what stands for a header',
      page('<meta http-equiv="Content-Type" content="text/html; charset=GB2312">', GB),
      'gb18030',
    ],
    ['GBK, undeclared', page('', GB), 'gb18030'],
    ['GBK that says it is UTF-8', page('<meta charset=utf-8>', GB), 'gb18030'],
    ['GBK that says it is Big5', page('<meta charset=big5>', GB), 'gb18030'],
    [
      'GBK below a long head of letters',
      page(`<script>${'var a = 1; '.repeat(20_000)}</script>`, GB),
      'gb18030',
    ],
    ['UTF-8 that says it is GBK', page('<meta charset=gbk>', [...utf8(PLAIN)]), 'utf-8'],
    [
      'UTF-8 with a mark',
      Uint8Array.from([0xef, 0xbb, 0xbf, ...page('<meta charset=gbk>', [...utf8(PLAIN)])]),
      'utf-8',
    ],
    ['UTF-16 with a mark', new Uint8Array(utf16(`\uFEFF<html><p>${PLAIN}`)), 'utf-16le'],
    ['UTF-16 without one', new Uint8Array(utf16(`<html><p>${PLAIN}`)), 'utf-16le'],
    ['UTF-16, the other way round', new Uint8Array(utf16(`<html><p>${PLAIN}`).swap16()), 'utf-16be'],
  ])('is found: %s', (_, bytes, encoding) => {
    const read = readHtml(bytes);
    expect(read.encoding).toBe(encoding);
    expect(read.text).toBe(PLAIN);
  });

  it.each([
    [
      'Shift_JIS',
      'x-sjis',
      [0x93, 0x6e, 0x82, 0xb5, 0x8f, 0xea, 0x82, 0xcc, 0x8a, 0x77, 0x8d, 0x5a],
      'shift_jis',
      '渡し場の学校',
    ],
    [
      'EUC-KR',
      'ks_c_5601-1987',
      [0xb3, 0xaa, 0xb7, 0xe7, 0xc5, 0xcd, 0x20, 0xc7, 0xd0, 0xb1, 0xb3],
      'euc-kr',
      '나루터 학교',
    ],
    ['Latin letters', 'iso-8859-1', [...latin('caf\u00e9')], 'windows-1252', 'café'],
    ['Chinese under a label of Latin letters', 'iso-8859-1', GB, 'gb18030', PLAIN],
    ['ASCII under a label that is none', 'x-none', [...latin('Ferry')], 'utf-8', 'Ferry'],
  ])('is found: %s', (_, label, body, encoding, text) => {
    const read = readHtml(page(`<meta charset=${label}>`, body));
    expect(read).toMatchObject({ encoding, text });
  });

  it.each([
    ['declared', '<meta charset=big5>'],
    ['undeclared', ''],
    ['declared as GBK', '<meta charset=gbk>'],
  ])('is found: Big5, %s', (_, head) => {
    expect(readHtml(page(head, BIG5)).text).toBe('中文的報紙在這裡說明學生過河的事。');
  });
});
