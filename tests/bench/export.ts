/**
 * Facts of many articles to CSV and Parquet: `npm run bench:export [-- --articles N]`. Each form is written in a
 * process of its own, and DuckDB copies the same rows, from its own table, in another. The process that starts them
 * stays small: Linux counts the most memory of a process from the one that started it (`ru_maxrss` survives exec), so
 * that one which held DuckDB's table would lend its figure to what it starts.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { utf8fromString } from '@exodus/bytes/utf8.js';
import { writeCsv } from '@shared/exchange/forms/csv.ts';
import { writeParquet } from '@shared/exchange/forms/parquet.ts';
import { type Cell, TABLES } from '@shared/exchange/tables.ts';
import { saveStream } from '../../electron/exchange/save-stream.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    form: { type: 'string' },
    out: { type: 'string', default: '' },
    /** A Parquet file of the rows that DuckDB copies; absent: the rows are written by us. */
    copied: { type: 'string' },
  },
});
const FACTS_AN_ARTICLE = 20;
const articles = Number(values.articles);
const rows = articles * FACTS_AN_ARTICLE;
const { columns } = TABLES.facts;

const SENTENCE =
  '高坡乡去年改种柑橘1.2万亩，投入资金近3200万元，带动420余户果农增收，新修水渠18公里，冷库6座。';

/** One row of facts, as long as the rows of a real page; its text columns differ from row to row. */
function rowOf(number: number): Cell[] {
  const article = Math.floor(number / FACTS_AN_ARTICLE);
  const at = number % SENTENCE.length;
  const hash = article.toString(16).padStart(64, '0');
  return columns.map(({ name, type }): Cell => {
    if (type === 'number') return name === 'value' ? number * 7 : name === 'confidence' ? 0.87 : null;
    switch (name) {
      case 'id':
        return `${hash.slice(0, 16)}-${number}`;
      case 'words':
      case 'exact':
        return `${number}余户`;
      case 'kind':
        return 'quantity';
      case 'unit':
        return '户';
      case 'bound':
        return 'more-than';
      case 'status':
        return 'found';
      case 'measure':
        return '带动果农增收';
      case 'subject':
        return '高坡乡';
      case 'article':
        return `${hash.slice(0, 16)}-0`;
      case 'headline':
        return `高坡乡果园改种记之${article}`;
      case 'newspaper':
        return '东湾日报';
      case 'published':
        return '2019-04-07';
      case 'published_basis':
        return 'printed';
      case 'source_name':
        return `第${article}版.txt`;
      case 'source_sha256':
      case 'text_sha256':
        return hash;
      case 'reader':
        return 'text@1';
      case 'spans':
        return `${at}-${at + 6}`;
      case 'prefix':
        return SENTENCE.slice(at, at + 32);
      case 'suffix':
        return SENTENCE.slice(0, 32);
      case 'engine':
        return 'text@1 segment:000000000000 facts:000000000000 names:000000000000';
      default:
        return null;
    }
  });
}

function* allRows(): Generator<Cell[]> {
  for (let i = 0; i < rows; i++) yield rowOf(i);
}

async function* encode(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of text) yield utf8fromString(piece);
}

/** Seconds of processor time since the process began: a busy machine stretches the clock's, not these. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Writes one form and prints how long it took and how much memory the process had at most. */
async function writeForm(form: string, out: string): Promise<void> {
  const content =
    form === 'csv' ? encode(writeCsv(TABLES.facts, allRows())) : writeParquet(columns, allRows());
  const started = cpuSeconds();
  const saved = await saveStream(out, content);
  if (!saved.ok) throw new Error(saved.reason);
  const seconds = cpuSeconds() - started;
  console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

/** What making the rows alone takes, to be taken off. */
function timeRows(): number {
  const started = cpuSeconds();
  let cells = 0;
  for (const row of allRows()) cells += row.length;
  if (cells !== rows * columns.length) throw new Error('rows are missing');
  return cpuSeconds() - started;
}

/** Copies the rows of a Parquet file into one form and prints how long that took; reading them is not counted. */
async function copyByDuckDb(form: string, from: string, to: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('SET threads = 1');
  await connection.run(`CREATE TABLE facts AS SELECT * FROM read_parquet('${from}')`);
  const started = cpuSeconds();
  const options = form === 'csv' ? 'FORMAT csv, HEADER' : 'FORMAT parquet, COMPRESSION snappy';
  await connection.run(`COPY facts TO '${to}' (${options})`);
  const seconds = cpuSeconds() - started;
  console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
}

/** Runs this file in a process of its own, and reads what it prints. */
function runApart(...flags: string[]): { seconds: number; megabytes: number } {
  const aliases = join(import.meta.dirname, '../aliases.mjs');
  const node = ['--no-warnings', '--import', aliases, import.meta.filename];
  const printed = execFileSync(process.execPath, [...node, '--articles', String(articles), ...flags], {
    encoding: 'utf8',
  });
  return JSON.parse(printed) as { seconds: number; megabytes: number };
}

if (values.form && values.copied) await copyByDuckDb(values.form, values.copied, values.out);
else if (values.form) await writeForm(values.form, values.out);
else {
  const folder = mkdtempSync(join(tmpdir(), 'duidu-bench-export-'));
  try {
    const made = timeRows();
    const rowsFile = join(folder, 'facts.parquet');
    const table: Record<string, unknown> = {};
    for (const form of ['parquet', 'csv']) {
      const path = join(folder, `facts.${form}`);
      const ours = runApart('--form', form, '--out', path);
      const copied = join(folder, `copied.${form}`);
      const duckdb = runApart('--form', form, '--copied', rowsFile, '--out', copied);
      rmSync(copied);
      const own = ours.seconds - made;
      table[form] = {
        rows,
        'MB written': Math.round(statSync(path).size / 1e6),
        seconds: own.toFixed(1),
        'rows a second': Math.round(rows / own),
        'most memory, MB': Math.round(ours.megabytes),
        'DuckDB COPY, seconds': duckdb.seconds.toFixed(1),
        'its memory, MB': Math.round(duckdb.megabytes),
        'times as long': (own / duckdb.seconds).toFixed(1),
      };
    }
    console.table(table);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
