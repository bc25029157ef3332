import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { hear } from './heard-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'duidu-cli-'));
writeFileSync(join(folder, 'page.txt'), '清溪镇修桥记\n\n去年投入资金320万元，修好了三座旧桥。\n');
writeFileSync(join(folder, 'photo.txt'), Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]));

const call = (args: readonly string[], input = '') => hear(folder, args, { input });

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

  it('reads folders and archives, and says where each file came from', async () => {
    mkdirSync(join(folder, 'issue/inner'), { recursive: true });
    const page = readFileSync(join(folder, 'page.txt'));
    writeFileSync(join(folder, 'issue/inner/page.txt'), page);
    writeFileSync(
      join(folder, 'issue/2019.zip'),
      zipSync({ 'a/page.txt': page, 'b/broken.txt': new Uint8Array([0xff, 0xd8, 0xff]) }),
    );
    const { code, printed, reported } = await call(['extract', 'issue', 'page.txt']);
    expect(code).toBe(1);
    const sources = printed.map((line) => JSON.parse(line).source);
    const archive = createHash('sha256')
      .update(readFileSync(join(folder, 'issue/2019.zip')))
      .digest('hex');
    expect(sources).toMatchObject([
      { name: 'page.txt', origin: [archive, 'a/page.txt'] },
      { name: 'broken.txt', origin: [archive, 'b/broken.txt'] },
      { name: 'page.txt' },
      { name: 'page.txt' },
    ]);
    expect(new Set([sources[0], sources[2], sources[3]].map(({ sha256 }) => sha256)).size).toBe(1);
    expect(sources[2]).not.toHaveProperty('origin');
    expect(reported.join('\n')).toContain('2019.zip/b/broken.txt: not-text');
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

describe('duidu verify', () => {
  it('takes sources out of archives, and names one that is not there', async () => {
    const page = readFileSync(join(folder, 'page.txt'));
    writeFileSync(
      join(folder, 'sources.zip'),
      zipSync({ 'a/page.txt': page, 'photo.jpg': new Uint8Array([0xff, 0xd8, 0xff]) }),
    );
    expect((await call(['export', '--from', 'page.txt', '--form', 'csv', '--out', 'facts.csv'])).code).toBe(
      0,
    );
    const held = await call(['verify', 'facts.csv', '--source', 'sources.zip', '--json']);
    expect([held.code, held.printed]).toEqual([0, []]);
    const gone = await call(['verify', 'facts.csv', '--source', 'sources.zip', 'gone.txt']);
    expect(gone.code).toBe(1);
    expect(gone.reported[0]).toContain('gone.txt: file-not-found');
  });
});

describe('duidu merge', () => {
  it('says that the file to take in is not there', async () => {
    const { code, reported } = await call(['merge', 'gone.duidu', '--vault', 'merged']);
    expect(code).toBe(1);
    expect(reported[0]).toContain('gone.duidu: file-not-found');
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

describe('duidu index and duidu search', () => {
  const lines = [
    { id: 'walnut', title: '核桃丰收', text: '温宿縣的核桃今年收了2.24万吨。' },
    { id: 'water', title: '', text: '水很清，村里人喝上了自来水。' },
  ].map((line) => JSON.stringify(line));
  writeFileSync(join(folder, 'library.ndjson'), [lines[0], 'no document', '', lines[1]].join('\n'));
  writeFileSync(join(folder, 'queries.txt'), '温宿县\n\n"自來水"\n>5万\n');
  const answer = (line: string | undefined) => JSON.parse(line ?? '{}');

  it('indexes texts and pages, names what it cannot read, and answers each line of a file', async () => {
    const made = await call(['index', 'library.ndjson', 'page.txt', 'gone.txt', '--out', 'made']);
    expect(made.code).toBe(1);
    expect(made.printed.map((line) => answer(line).error.code)).toEqual([
      'document-malformed',
      'file-not-found',
    ]);
    const { code, printed } = await call(['search', '--queries', 'queries.txt', '--index', 'made', '--json']);
    expect(code).toBe(0);
    const [county, empty, phrase, value] = printed.map(answer);
    expect(county).toMatchObject({ query: '温宿县', exactCount: 1 });
    expect(county.ms).toBeGreaterThanOrEqual(0);
    expect(county.hits[0]).toMatchObject({
      id: 'walnut',
      exact: true,
      marks: [[0, 3]],
      snippet: expect.any(String),
    });
    expect(empty.hits).toEqual([]);
    expect(phrase.hits).toMatchObject([{ id: 'water', exact: true, marks: [[10, 13]] }]);
    expect(value.problems).toEqual([{ reason: 'not-in-this-index', start: 0, end: 3 }]);
    const page = await call(['search', '修桥记', '--index', 'made', '--json', '--snippets', '0']);
    expect(answer(page.printed[0]).hits[0]).toMatchObject({ exact: true, titleMarks: [[3, 6]] });
  });

  it('says that an index is missing or damaged, and answers from what is left', async () => {
    expect((await call(['search', '水', '--index', 'nowhere'])).code).toBe(1);
    await call(['index', 'library.ndjson', '--out', 'broken']);
    const segment = join(folder, 'broken/index/segment-1');
    const blob = readFileSync(segment);
    blob[blob.length - 5]! ^= 1;
    writeFileSync(segment, blob);
    const { code, reported, printed } = await call(['search', '水', '--index', 'broken', '--json']);
    expect(code).toBe(1);
    expect(reported[0]).toContain('index-damaged');
    expect(answer(printed[0]).hits).toEqual([]);
  });

  it('refuses calls that it does not understand', async () => {
    for (const args of [
      ['index', 'a'],
      ['index', '--out', 'b'],
      ['search', '水'],
      ['search', '--index', 'made'],
    ])
      expect((await call(args)).code).toBe(2);
  });
});

it('says in words what nobody expected, with no stack', async () => {
  const { code, reported } = await hear(folder, ['extract', 'page.txt'], {
    print: async () => {
      throw new RangeError('told to nobody');
    },
  });
  expect(code).toBe(1);
  expect(reported).toEqual([expect.stringMatching(/^duidu extract: unexpected: .*\(RangeError\)/)]);
});
