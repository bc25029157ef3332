import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../electron/cli/main.ts';

const folder = mkdtempSync(join(tmpdir(), 'duidu-cli-'));
writeFileSync(join(folder, 'page.txt'), '清溪镇修桥记\n\n去年投入资金320万元，修好了三座旧桥。\n');
writeFileSync(join(folder, 'photo.txt'), Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]));

async function call(args: readonly string[], input = '') {
  const printed: string[] = [];
  const reported: string[] = [];
  const code = await run(args, {
    cwd: folder,
    resources: resolve(import.meta.dirname, '../../resources'),
    readInput: async () => new TextEncoder().encode(input),
    print: async (line) => {
      printed.push(line);
    },
    report: (line) => {
      reported.push(line);
    },
  });
  return { code, printed, reported };
}

describe('duidu extract', () => {
  it('prints one document a line, in the order of the files', async () => {
    const { code, printed } = await call(['extract', 'page.txt', 'page.txt', '--published', '2024-03']);
    expect(code).toBe(0);
    expect(printed.map((line) => JSON.parse(line))).toMatchObject([
      {
        schema: 'duidu/extract@1',
        source: { name: 'page.txt', publishedOn: { value: '2024-03', basis: 'given' } },
      },
      { schema: 'duidu/extract@1' },
    ]);
  });

  it('names a file that it cannot read, and answers the others', async () => {
    const { code, printed, reported } = await call(['extract', 'photo.txt', 'gone.txt', 'page.txt']);
    expect(code).toBe(1);
    expect(printed.map((line) => JSON.parse(line))).toMatchObject([
      { source: { name: 'photo.txt' }, error: { code: 'not-text' } },
      { source: { name: 'gone.txt' }, error: { code: 'file-not-found' } },
      { schema: 'duidu/extract@1' },
    ]);
    expect(reported).toHaveLength(2);
    expect(reported[0]).toContain('JPEG');
  });

  it.each([
    [['extract'], 'name at least one file'],
    [['extract', 'page.txt', '--published', '2023-02-29'], '2023-02-29'],
    [['extract', 'page.txt', '--format', 'xml'], 'no format xml'],
    [['extract', 'page.txt', '--frobnicate'], '--frobnicate'],
    [['dance'], 'no command dance'],
  ])('%j is wrong use', async (args, words) => {
    const { code, reported } = await call(args);
    expect(code).toBe(2);
    expect(reported.join('\n')).toContain(words);
  });
});

describe('duidu recognise', () => {
  it('answers every line with a line, empty ones too', async () => {
    const { code, printed } = await call(['recognise'], '投入320万元\n\n没有数字\n');
    expect(code).toBe(0);
    expect(printed.map((line) => Object.keys(JSON.parse(line)))).toEqual([
      ['facts', 'names', 'quotes'],
      ['facts', 'names', 'quotes'],
      ['facts', 'names', 'quotes'],
    ]);
  });
});

it('explains itself', async () => {
  const { code, printed } = await call(['--help']);
  expect(code).toBe(0);
  for (const name of ['extract', 'recognise']) expect(printed.join('\n')).toContain(`duidu ${name}`);
});
