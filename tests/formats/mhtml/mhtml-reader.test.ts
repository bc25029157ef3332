import { readFile } from '@shared/formats/read-file.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MHTML_FILES } from '../golden/mhtml-files.ts';

const read = (bytes: Uint8Array) => readFile({ bytes, name: 'page.mhtml' });

describe('a page saved in one file', () => {
  it.each(Object.entries(MHTML_FILES))('is read as the page that it holds: %s', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({ ok: true, value: { text: '渡口通航', reader: 'mhtml@2' } });
  });

  it('is the page that the message names, not another part', async () => {
    const lines = [
      'MIME-Version: 1.0',
      'Snapshot-Content-Location: http://a/2',
      'Content-Type: multipart/related; boundary=b',
      '',
      '--b',
      'Content-Type: text/html',
      'Content-Location: http://a/1',
      '',
      '<html><p>frame</p>',
      '--b',
      'Content-Type: multipart/alternative; boundary=c',
      '',
      '--c',
      'Content-Type: text/html',
      'Content-Location: http://a/2',
      '',
      '<html><p>page</p>',
      '--c--',
      '--b--',
    ];
    expect(await read(new TextEncoder().encode(lines.join('\n')))).toMatchObject({ value: { text: 'page' } });
  });

  it('without a page is refused by name', async () => {
    const text =
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--';
    expect(await read(new TextEncoder().encode(text))).toMatchObject({
      reason: 'no-text',
      detail: { pictures: 1 },
    });
  });

  it('is known by the parts that it announces, without a version', async () => {
    const text =
      'Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>渡口</p>\n--b--';
    expect(await read(new TextEncoder().encode(text))).toMatchObject({ value: { text: '渡口' } });
  });

  it('is told from a text that begins like one', async () => {
    expect(await read(new TextEncoder().encode('From: 江城\n\n渡口通航'))).toMatchObject({
      value: { reader: 'text@2' },
    });
  });

  it('never throws, wherever it is cut or changed', async () => {
    const files = Object.values(MHTML_FILES);
    const change = fc.tuple(fc.nat(), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.array(change), async (file, end, changes) => {
        const bytes = file.slice(0, end % (file.length + 1));
        for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
        await read(bytes);
      }),
    );
  });

  it('takes time in proportion to its length, whatever it repeats', async () => {
    const head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n';
    for (const body of [
      '--b\n'.repeat(200_000),
      `--b\n${'a: "'.repeat(100_000)}`,
      '--'.repeat(400_000),
      '=\n'.repeat(300_000),
    ])
      expect((await read(new TextEncoder().encode(`${head}${body}`))).ok).toBe(false);
  });
});
