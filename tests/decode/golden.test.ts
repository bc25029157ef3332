import { createHash } from 'node:crypto';
import { decode, TEXT_READER } from '@shared/decode/decode.ts';
import { expect, it } from 'vitest';
import { ENCODED_SAMPLES } from './encoded-samples.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const PAGE =
  '渡口通航\r\n\r\n　　三月的第一个早晨，渡船载着四十二名学生过河。\n\ttab\u0085\u2028end \u{2A6A5}';
const damaged = utf8('学校换了新操场。'.repeat(40));
damaged[300] = 0xff;

const FILES: Readonly<Record<string, Uint8Array>> = {
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

/**
 * Offsets that a person's work is tied to count in what a reader gives. Where this fails, what was kept would
 * be tied to other words: raise the version in the reader's name, so that it is placed anew. The file of the
 * new version is then written by the first run.
 */
it('gives for the same bytes what this version of the reader has always given', async () => {
  const given = Object.entries(FILES).map(([name, bytes]) => {
    const read = decode(bytes, 'page.txt');
    const what = read.ok ? JSON.stringify([read.value.encoding, read.value.text]) : read.reason;
    return [name, createHash('sha256').update(what).digest('hex')];
  });
  await expect(`${JSON.stringify(Object.fromEntries(given), null, 2)}\n`).toMatchFileSnapshot(
    `golden/${TEXT_READER}.json`,
  );
});
