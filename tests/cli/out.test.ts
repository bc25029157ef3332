import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXPORT_FORMS } from '@shared/exchange/export-forms.ts';
import { readCsv } from '@shared/exchange/forms/read-csv.ts';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { OutputClosed } from '../../electron/cli/command.ts';
import { readFolder } from '../outputs/read-folder.ts';
import { hear } from './heard-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'duidu-out-'));
const PAGE = '清溪镇修桥记\n\n去年投入资金320万元，修好了三座旧桥。“桥稳了。”船工老周说。\n';
const OTHER = '石门乡栽茶记\n\n2019年，全乡栽茶1.4万亩，带动茶农860户增收。\n';
mkdirSync(join(folder, 'pages/inner'), { recursive: true });
writeFileSync(join(folder, 'pages/page.txt'), PAGE);
writeFileSync(join(folder, 'pages/inner/page.txt'), OTHER);

const call = (...args: string[]) => hear(folder, args);

const at = (name: string): string => join(folder, name);

describe('duidu export and verify', () => {
  const PROVEN = ['csv', 'xlsx', 'md', 'jsonld', 'ndjson', 'parquet'];
  const written = EXPORT_FORMS.filter((form) => form !== 'originals');

  it.each(written)('write %s from files, and what can be checked holds', async (form) => {
    const path = `facts.${form}`;
    const files = ['pages/page.txt', 'pages/inner/page.txt'];
    expect(await call('export', ...files, '--form', form, '--out', path)).toMatchObject({ code: 0 });
    expect(readFileSync(at(path)).length).toBeGreaterThan(100);
    if (!PROVEN.includes(form)) return;
    const { code, printed, reported } = await call('verify', path, '--source', 'pages');
    expect({ code, printed }).toEqual({ code: 0, printed: [] });
    expect(reported.join('\n')).toMatch(/: [4-9] of \d hold|: \d\d of \d\d hold/);
  });

  it('give several tables as files of a folder, and check every one against an archive', async () => {
    const tables = ['facts', 'names', 'quotes', 'texts', 'articles'];
    const order = ['export', 'pages/page.txt', '--form', 'csv', '--what', tables.join(',')];
    expect((await call(...order, '--out', 'tables')).code).toBe(0);
    expect(readdirSync(at('tables')).sort()).toEqual(tables.map((name) => `duidu-${name}.csv`).sort());
    writeFileSync(at('pages.zip'), zipSync({ 'inside/page.txt': readFileSync(at('pages/page.txt')) }));
    const exports = tables.map((name) => `tables/duidu-${name}.csv`);
    const { code, printed } = await call('verify', ...exports, '--source', 'pages.zip');
    expect({ code, printed }).toEqual({ code: 0, printed: [] });
    const texts = readCsv(readFileSync(at('tables/duidu-texts.csv'), 'utf8'));
    expect(texts.ok && texts.value.map(({ part, words }) => [part, words])).toEqual([
      ['title', '清溪镇修桥记'],
      ['body', '去年投入资金320万元，修好了三座旧桥。“桥稳了。”船工老周说。'],
    ]);
  });

  it('name what does not hold, and end with 1', async () => {
    await call('export', 'pages/inner/page.txt', '--form', 'csv', '--out', 'told.csv');
    const told = readFileSync(at('told.csv'), 'utf8');
    writeFileSync(at('told.csv'), told.replace(',14000,', ',15000,'));
    const { code, printed } = await call('verify', 'told.csv', '--source', 'pages', '--json');
    expect(code).toBe(1);
    expect(printed.map((line) => JSON.parse(line))).toMatchObject([
      {
        words: '1.4万亩',
        finding: { state: 'does-not-follow', field: 'value', said: '15000', read: '14000' },
      },
    ]);
  });

  it('give originals back byte for byte, with their hashes', async () => {
    const files = ['pages/page.txt', 'pages/inner/page.txt'];
    expect((await call('export', ...files, '--what', 'originals', '--out', 'originals')).code).toBe(0);
    expect(readFileSync(at('originals/page.txt'), 'utf8')).toBe(PAGE);
    expect(readFileSync(at('originals/page (2).txt'), 'utf8')).toBe(OTHER);
    const sums = [PAGE, OTHER].map((page) => createHash('sha256').update(page).digest('hex'));
    expect(readFileSync(at('originals/SHA256SUMS'), 'utf8')).toBe(
      `${sums[0]}  page.txt\n${sums[1]}  page (2).txt\n`,
    );
    expect((await call('export', ...files, '--form', 'originals', '--out', 'originals.zip')).code).toBe(0);
    expect(Object.keys(unzipSync(readFileSync(at('originals.zip'))))).toEqual([
      'page.txt',
      'page (2).txt',
      'SHA256SUMS',
    ]);
  });

  it.each([
    [['export', 'pages/page.txt', '--form', 'doc'], 'no form doc'],
    [['export', 'pages/page.txt', '--form', 'docx', '--what', 'names'], 'docx'],
    [['export', 'pages/page.txt', '--form', 'csv', '--what', 'facts,names'], 'name a folder'],
    [['export', 'pages/page.txt', '--what', 'originals'], '--out'],
    [['verify', 'facts.csv'], '--source'],
  ])('call %j wrong use', async (args, words) => {
    const { code, reported } = await call(...args);
    expect(code).toBe(2);
    expect(reported.join('\n')).toContain(words);
  });
});

describe('duidu extract --out', () => {
  it('lays a file for each source and table, the same a second time, and says what it did', async () => {
    writeFileSync(at('picture.txt'), Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]));
    const list = ['pages/page.txt', 'pages/inner/page.txt', 'picture.txt', 'gone.txt'].join('\0');
    for (const form of ['ndjson', 'parquet']) {
      const args = ['extract', '--files-from', '-', '--out', `out-${form}`, '--form', form];
      const { code, printed, reported } = await hear(folder, args, { input: list });
      expect(code).toBe(1);
      const outcomes = (lines: readonly string[]) => lines.map((line) => JSON.parse(line).outcome).sort();
      expect(outcomes(printed)).toEqual(['failed', 'made', 'made', 'unread']);
      expect(reported.at(-1)).toMatch(/^duidu extract: 4 files in .*: 1 failed, 2 made, 1 unread$/);
      const first = readFolder(at(`out-${form}`));
      expect(Object.keys(first).filter((path) => path.startsWith('facts/'))).toHaveLength(2);
      const again = await hear(folder, args, { input: list });
      expect(outcomes(again.printed)).toEqual(['failed', 'there', 'there', 'unread']);
      expect(readFolder(at(`out-${form}`))).toEqual(first);
    }
    const facts = Object.entries(readFolder(at('out-ndjson')))
      .filter(([path]) => path.startsWith('facts/'))
      .flatMap(([, lines]) => Buffer.from(lines, 'latin1').toString().trim().split('\n'))
      .map((line) => JSON.parse(line));
    expect(facts.map(({ words }) => words)).toEqual(expect.arrayContaining(['320万元', '1.4万亩', '860户']));
    for (const row of facts) expect(row.source_name).toBeNull();
  });

  it('says that it left something undone where nobody hears it any more, unlike one that only prints', async () => {
    const print = async (): Promise<void> => {
      throw new OutputClosed();
    };
    const { code } = await hear(folder, ['extract', 'pages', '--out', 'unheard'], { print });
    expect(code).toBe(75);
    expect(readdirSync(at('unheard/.under-way'))).toEqual([]);
    expect((await hear(folder, ['extract', 'pages'], { print })).code).toBe(0);
    expect((await hear(folder, ['--help'], { print })).code).toBe(0);
  });

  it('begins nothing where the list of files is not there', async () => {
    const args = ['extract', 'pages', '--files-from', 'no-list', '--out', 'not-begun'];
    const { code, reported } = await call(...args);
    expect(code).toBe(1);
    expect(reported).toEqual([expect.stringContaining('no-list: file-not-found')]);
    expect(existsSync(at('not-begun'))).toBe(false);
  });

  it.each([
    [['extract', '--files-from', '-']],
    [['extract', 'pages', '--jobs', '2']],
    [['extract', 'pages', '--out', 'x', '--form', 'csv']],
    [['extract', 'pages', '--out', 'x', '--jobs', '0']],
    [['extract', 'pages', '--out', 'x', '--format', 'json']],
  ])('call %j wrong use', async (args) => {
    expect((await call(...args)).code).toBe(2);
  });
});

describe('duidu export --outputs', () => {
  it('makes a data set of outputs, and says what changed', async () => {
    await call('extract', 'pages', '--out', 'laid');
    const order = ['export', '--outputs', 'laid', '--form', 'parquet', '--out', 'set'];
    const made = await call(...order);
    expect(made.code).toBe(0);
    expect(JSON.parse(made.printed[0] ?? '')).toMatchObject({ generation: 1, added: 2, written: 2, gone: 0 });
    const facts = Object.keys(readFolder(at('set'))).filter((path) => path.startsWith('facts/year='));
    expect(facts.length).toBeGreaterThan(0);
    expect(JSON.parse((await call(...order)).printed[0] ?? '')).toMatchObject({ generation: 1, written: 0 });
  });

  it('takes no other form, and no data set without a place', async () => {
    expect((await call('export', '--outputs', 'laid', '--form', 'csv', '--out', 'set')).code).toBe(2);
    expect((await call('export', '--outputs', 'laid', '--form', 'parquet')).code).toBe(2);
  });

  it('ends with what a place that cannot be written is to blame for', async () => {
    writeFileSync(at('in-the-way'), '');
    const { code, reported } = await call('extract', 'pages/page.txt', '--out', 'in-the-way');
    expect(code).toBe(1);
    expect(reported.at(-1)).toMatch(/^duidu extract: .*in-the-way.*: path-blocked: /);
  });
});
