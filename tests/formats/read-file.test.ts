import { ACCEPTED, FORMATS } from '@shared/formats/formats.ts';
import { readFile } from '@shared/formats/read-file.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('reading a file', () => {
  it.each([
    ['nothing', [], 'empty-file'],
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46], 'not-text'],
    ['a PDF', bytesOf('%PDF-1.7\n'), 'unsupported-format'],
    ['control bytes', [0x01, 0x02, 0x03, 0x04, 0x05, 0x41], 'not-text'],
  ])('refuses %s by name', async (_, bytes, reason) => {
    expect(await readFile({ bytes: Uint8Array.from(bytes), name: 'page.txt' })).toMatchObject({ reason });
  });

  it('tells Markdown from text by its name alone', async () => {
    const bytes = bytesOf('# 渡口通航');
    const typeOf = async (name: string) => {
      const read = await readFile({ bytes, name });
      return read.ok ? read.value.mediaType : read.reason;
    };
    expect(await typeOf('a.MD')).toBe('text/markdown');
    expect(await typeOf('a.txt')).toBe('text/plain');
  });

  it('offers in dialogs what the table reads', () => {
    expect(ACCEPTED).toEqual(expect.arrayContaining(['.txt', '.md', 'text/plain', '.zip']));
    expect(
      Object.values(FORMATS)
        .flatMap(({ extensions }) => extensions)
        .join(),
    ).toMatch(/^[a-z0-9,]+$/);
  });

  it('gives a media type of the reader, and sheets, places and hints within the text, for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        const read = await readFile({ bytes, name: 'page' });
        if (!read.ok) return;
        const { text, mediaType, sheets, places, hints } = read.value;
        expect(Object.values(FORMATS).flatMap<string>(({ mediaTypes }) => mediaTypes)).toContain(mediaType);
        for (const { start, end } of [...sheets, ...places, ...hints]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        let at = 0;
        for (const { start, end } of sheets) {
          expect(text.slice(at, start).trim()).toBe('');
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });
});
