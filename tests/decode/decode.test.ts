import { decode } from '@shared/decode/decode.ts';
import type { Encoding } from '@shared/model/source.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODED_SAMPLES } from './encoded-samples.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, isBig: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), !isBig);
  return bytes;
};
const read = (bytes: Uint8Array, given?: Encoding) => {
  const result = decode(bytes, given);
  return result.ok ? [result.value.encoding, result.value.text] : result.reason;
};

describe('decoding', () => {
  it.each(ENCODED_SAMPLES)('reads $encoding without being told ($about)', ({ encoding, bytes, text }) => {
    expect(read(bytes)).toEqual([encoding, text]);
  });

  it('drops a byte order mark and nothing else', () => {
    expect(read(utf8('\uFEFF县城\r\n\r\n棉花\uFEFF '))).toEqual(['utf-8', '县城\r\n\r\n棉花\uFEFF ']);
    expect(read(utf16('\uFEFF县城\n', false))).toEqual(['utf-16le', '县城\n']);
    expect(read(utf16('\uFEFF县城\n', true))).toEqual(['utf-16be', '县城\n']);
  });

  it('reads UTF-16 without a mark, whatever zero bytes its characters have', () => {
    for (const text of [
      '一村一品\n　　全县统一种植一万亩。',
      '　一村一品',
      '渡口今日通航',
      'Annual report 2024',
      'ھەممە ئادەم\n',
      '一九八四年㐀𠀀—“丂”',
    ])
      for (const isBig of [false, true])
        expect(read(utf16(text, isBig))).toEqual([isBig ? 'utf-16be' : 'utf-16le', text]);
  });

  it('is not led astray by a NUL', () => {
    const page = '沙堤村去年种树三千株。\n今年再种五千株。';
    for (const at of [0, 7, page.length]) {
      const text = `${page.slice(0, at)}\0${page.slice(at)}`;
      for (const padded of [text, `${text} `]) expect(read(utf8(padded))).toEqual(['utf-8', padded]);
    }
    expect(read(utf8('Trees planted: 3000\0 in all'))).toEqual(['utf-8', 'Trees planted: 3000\0 in all']);
    const gbk = ENCODED_SAMPLES.find(({ encoding }) => encoding === 'gb18030');
    if (!gbk) throw new Error('no sample in GB 18030');
    expect(read(Uint8Array.from([...gbk.bytes, 0]))).toEqual(['gb18030', `${gbk.text}\0`]);
  });

  it('tells any Chinese in UTF-16 from UTF-8', () => {
    const han = fc.string({
      unit: fc
        .oneof(
          { weight: 8, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fff }) },
          { weight: 1, arbitrary: fc.constantFrom(0x3000, 0x0a, 0x20, 0x31, 0xff0c, 0x3002) },
        )
        .map((unit) => String.fromCharCode(unit)),
      minLength: 12,
    });
    fc.assert(
      fc.property(han, fc.boolean(), (text, isBig) => {
        fc.pre(text.trim() !== '');
        expect(read(utf16(text, isBig))).toEqual([isBig ? 'utf-16be' : 'utf-16le', text]);
        expect(read(utf8(text))).toEqual(['utf-8', text]);
      }),
    );
  });

  it('takes words of Latin letters for no Chinese and no UTF-16', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abdeghiklmnoprstuvwzäöüéèßø'),
      minLength: 2,
      maxLength: 9,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 12, maxLength: 60 }), (words) => {
        const text = `${words.join(' ')}.`;
        fc.pre(/[^\x20-\x7e]/.test(text));
        const [encoding] = read(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
        expect(['gb18030', 'big5', 'euc-jp', 'euc-kr', 'utf-16le', 'utf-16be']).not.toContain(encoding);
      }),
    );
  });

  it('takes single characters of Big5 among figures for Chinese', () => {
    // 男 and 女 have a small letter of ASCII for their second byte.
    const rows = [0xa8, 0x6b, 0x2c, 0x31, 0x0a, 0xa4, 0x6b, 0x2c, 0x32, 0x0a];
    expect(read(Uint8Array.from([...rows, ...rows]))).toEqual(['big5', '男,1\n女,2\n男,1\n女,2\n']);
  });

  it('gives any characters of GB 2312 back from HZ, those too that end in the byte of its marks', () => {
    const [firstLead, lastLead, firstTrail, lastTrail] = [0x30, 0x77, 0x21, 0x7e];
    // The last places of row 55 are empty.
    const pair = fc
      .tuple(fc.integer({ min: firstLead, max: lastLead }), fc.integer({ min: firstTrail, max: lastTrail }))
      .filter(([lead, trail]) => lead !== 0x57 || trail < 0x7a);
    const text = (pairs: readonly (readonly number[])[]) =>
      new TextDecoder('gb18030').decode(Uint8Array.from(pairs.flat(), (byte) => byte | 0x80));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), fc.array(pair, { minLength: 1 }), (one, other) => {
        const bytes = [...utf8('~{'), ...one.flat(), ...utf8('~}~~, ~\n~{'), ...other.flat(), ...utf8('~}')];
        expect(read(Uint8Array.from(bytes), 'hz-gb-2312')).toEqual([
          'hz-gb-2312',
          `${text(one)}~, ${text(other)}`,
        ]);
      }),
    );
    expect(read(utf8('~{5Z6~~}'), 'hz-gb-2312')).toEqual(['hz-gb-2312', '第二']);
  });

  it('gives any text back from UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const result = decode(utf8(`县${text}`), 'utf-8');
        expect(result).toMatchObject({ ok: true, value: { text: `县${text}` } });
      }),
    );
  });

  it('keeps text that is damaged in one spot', () => {
    const bytes = utf8('学校换了新操场。'.repeat(40));
    bytes[300] = 0xff;
    const result = decode(bytes);
    expect(result.ok && result.value.text).toContain('\uFFFD');
  });

  it.each([
    ['nothing', [], 'empty-file'],
    ['blanks only', [0x20, 0x0a, 0x09], 'empty-file'],
    ['control bytes', [0x01, 0x02, 0x03, 0x04, 0x05, 0x41], 'not-text'],
    ['bytes of no encoding', Array.from({ length: 400 }, (_, i) => 0x80 + ((i * 37) % 0x1f)), 'not-text'],
  ])('refuses %s by name', (_, bytes, reason) => {
    expect(read(Uint8Array.from(bytes))).toBe(reason);
  });

  it('refuses an encoding that the bytes are not in', () => {
    expect(read(utf8('沙漠边上的小学'), 'utf-16le')).toBe('malformed-text');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        decode(bytes);
      }),
    );
  });
});
