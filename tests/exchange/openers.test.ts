import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { readCsv } from '@shared/exchange/forms/read-csv.ts';
import { readParquet } from '@shared/exchange/forms/read-parquet.ts';
import { TABLES } from '@shared/exchange/tables.ts';
import jsonld from 'jsonld';
import { afterAll, describe, expect, it } from 'vitest';
import { exportAs } from './verify-steps.ts';
import { WEB_ANNOTATION_CONTEXT } from './web-annotation-context.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'duidu-openers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (tool: string): boolean => {
  try {
    execFileSync('which', [tool], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** Whether every program is asked for everything; else the slow ones for one case each. */
const isWhole = process.env.DUIDU_MODE === 'openers';

type Records = readonly Readonly<Record<string, string>>[];

async function factsAsRecords(): Promise<Records> {
  const rows = readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exportAs('csv')));
  if (!rows.ok) throw new Error(rows.reason);
  return rows.value;
}

async function put(name: string, content: Promise<Uint8Array>): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await content);
  return path;
}

/** LibreOffice with a profile of its own; what it warns of fails. */
async function convert(path: string, filter: string, extension: string): Promise<string> {
  const { stderr } = await run('soffice', [
    `-env:UserInstallation=file://${join(folder, 'profile')}`,
    '--headless',
    '--convert-to',
    `${extension}:${filter}`,
    '--outdir',
    join(folder, 'converted'),
    path,
  ]);
  // Of a machine without Java or fonts it speaks also where nothing is wrong with the file.
  expect(stderr.replace(/^.*(javaldx|fontconfig).*$/gim, '').trim()).toBe('');
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, `.${extension}`);
  return readFileSync(join(folder, 'converted', name), 'utf8');
}

const numeric = TABLES.facts.columns.filter(({ type }) => type === 'number').map(({ name }) => name);

describe.skipIf(!has('soffice'))('LibreOffice (skipped where it is not installed)', () => {
  it('gives the numbers, words and days of a workbook back', async () => {
    const path = await put('facts.xlsx', exportAs('xlsx'));
    // UTF-8, quoted where needed, cells as they are and not as shown.
    const text = await convert(path, 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false', 'csv');
    const [back, facts] = [readCsv(text), await factsAsRecords()];
    if (!back.ok) throw new Error(back.reason);
    expect(back.value).toHaveLength(facts.length);
    for (const [i, fact] of facts.entries()) {
      const row = back.value[i] as Record<string, string>;
      for (const name of numeric)
        expect(row[name] === '' ? '' : Number(row[name]), `${name} of row ${i + 2}`).toBe(
          fact[name] === '' ? '' : Number(fact[name]),
        );
      for (const name of ['words', 'unit', 'bound', 'exact', 'prefix', 'spans', 'source_sha256'])
        expect(row[name], `${name} of row ${i + 2}`).toBe(fact[name]);
    }
  });

  it.runIf(isWhole)('reads a report with its footnotes', async () => {
    const path = await put('report.docx', exportAs('docx', ['facts', 'quotes']));
    const text = await convert(path, 'Text (encoded):UTF8', 'txt');
    for (const { words } of await factsAsRecords()) expect(text).toContain(words);
    expect(text).toContain('高坡乡果园改种记[N]');
  });
});

describe.skipIf(!has('pandoc'))('pandoc (skipped where it is not installed)', () => {
  const read = async (path: string, from: string): Promise<string> =>
    (
      await run('pandoc', ['--from', from, '--to', 'json', '--fail-if-warnings', path], {
        maxBuffer: 1 << 28,
      })
    ).stdout;

  it('reads Markdown: a heading an article, a block quote an item', async () => {
    const path = await put('notes.md', exportAs('md'));
    const { blocks, meta } = JSON.parse(await read(path, 'markdown')) as {
      blocks: { t: string }[];
      meta: Record<string, unknown>;
    };
    const count = (type: string): number => blocks.filter(({ t }) => t === type).length;
    expect(count('BlockQuote')).toBe((await factsAsRecords()).length);
    expect(count('Header')).toBeGreaterThan(3);
    expect(Object.keys(meta).sort()).toEqual(['format', 'generator', 'title']);
  });

  it('reads a report: its footnotes are footnotes', async () => {
    const path = await put('report.docx', exportAs('docx'));
    const document = await read(path, 'docx');
    expect(document.split('"t":"Note"').length - 1).toBe((await factsAsRecords()).length);
  });
});

describe('a JSON-LD processor', () => {
  it('expands the annotations into the terms of the W3C’s vocabulary', async () => {
    const text = new TextDecoder().decode(await exportAs('jsonld', ['facts', 'names', 'quotes']));
    const documentLoader = async (url: string) => {
      if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`${url} is not to be fetched`);
      return { contextUrl: null, documentUrl: url, document: WEB_ANNOTATION_CONTEXT };
    };
    const [page] = await jsonld.expand(JSON.parse(text), { documentLoader, safe: true });
    const oa = 'http://www.w3.org/ns/oa#';
    const items = page?.['https://www.w3.org/ns/activitystreams#items'] as [
      { '@list': Record<string, Record<string, unknown>[]>[] },
    ];
    const annotations = items[0]['@list'];
    expect(annotations.length).toBe((JSON.parse(text) as { items: unknown[] }).items.length);
    for (const annotation of annotations) {
      expect(annotation['@type']).toEqual([`${oa}Annotation`]);
      const [target] = annotation[`${oa}hasTarget`] ?? [];
      const selectors = target?.[`${oa}hasSelector`] as Record<string, unknown>[];
      expect(selectors.map((selector) => selector['@type'])).toEqual([
        [`${oa}TextPositionSelector`],
        [`${oa}TextQuoteSelector`],
      ]);
      expect(selectors[1]?.[`${oa}exact`]).toMatchObject([{ '@value': expect.any(String) }]);
      expect(annotation['urn:duidu:row']).toMatchObject([
        { '@type': '@json', '@value': { words: expect.any(String) } },
      ]);
    }
  });
});

describe('DuckDB', () => {
  const columns = TABLES.facts.columns.map(({ name }) => name);

  async function query(sql: string): Promise<Record<string, unknown>[]> {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    await connection.run('SET autoinstall_known_extensions = false');
    return (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];
  }

  /** An empty cell and no cell are one in CSV. */
  const plain = (row: Record<string, unknown>) =>
    Object.fromEntries(columns.map((name) => [name, row[name] === null ? '' : String(row[name])]));

  it('reads the rows of a CSV, with numbers as numbers', async () => {
    const path = await put('facts.csv', exportAs('csv'));
    const types = columns.map((name) => `'${name}': '${numeric.includes(name) ? 'DOUBLE' : 'VARCHAR'}'`);
    const rows = await query(
      `SELECT * FROM read_csv('${path}', header = true, types = {${types.join(', ')}})`,
    );
    const facts = await factsAsRecords();
    expect(rows).toHaveLength(facts.length);
    for (const [i, fact] of facts.entries()) {
      expect(plain(rows[i] as Record<string, unknown>).exact).toBe(fact.exact);
      expect(plain(rows[i] as Record<string, unknown>).value).toBe(fact.value);
    }
  });

  it('reads the same of a Parquet file', async () => {
    const bytes = await exportAs('parquet');
    const path = await put('facts.parquet', Promise.resolve(bytes));
    const [rows, read] = [await query(`SELECT * FROM read_parquet('${path}')`), await readParquet(bytes)];
    if (!read.ok) throw new Error(read.reason);
    expect(rows.map(plain)).toEqual(read.value.map((row) => plain({ ...row })));
    const kinds = await query(`DESCRIBE SELECT * FROM read_parquet('${path}')`);
    expect(kinds.filter((kind) => kind.column_type === 'DOUBLE').map((kind) => kind.column_name)).toEqual(
      numeric,
    );
  });
});
