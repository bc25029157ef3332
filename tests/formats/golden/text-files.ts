import { ENCODED_SAMPLES } from '../../decode/encoded-samples.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const PAGE =
  '渡口通航\r\n\r\n　　三月的第一个早晨，渡船载着四十二名学生过河。\n\ttab\u0085\u2028end \u{2A6A5}';
const damaged = utf8('学校换了新操场。'.repeat(40));
damaged[300] = 0xff;

/** Text in every encoding and with every kind of line end, by what it shows. */
export const TEXT_FILES: Readonly<Record<string, Uint8Array>> = {
  ...Object.fromEntries(
    ENCODED_SAMPLES.map(({ encoding, about, bytes }) => [`${encoding}, ${about}`, Uint8Array.from(bytes)]),
  ),
  'utf-8, line ends of every kind': utf8(PAGE),
  'utf-8 with a mark': utf8(`\uFEFF${PAGE}\uFEFF`),
  'utf-16le with a mark': new Uint8Array(Buffer.from(`\uFEFF${PAGE}`, 'utf16le')),
  'utf-16be with a mark': new Uint8Array(Buffer.from(`\uFEFF${PAGE}`, 'utf16le').swap16()),
  'utf-8, damaged in one spot': damaged,
  'nothing but blanks': utf8(' \n\u3000'),
};
