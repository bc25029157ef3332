/**
 * Changes sources and exports at random and checks them: every change must be named, and nothing else.
 * `npm run attack:exchange [-- --sources N --exports N --seed N]`. Exit 1 where one is passed over or a false one named.
 */
import { parseArgs } from 'node:util';
import { utf8fromString } from '@exodus/bytes/utf8.js';
import { writeCsv } from '@shared/exchange/forms/csv.ts';
import { readCsv } from '@shared/exchange/forms/read-csv.ts';
import { type Claim, isBroken } from '@shared/exchange/proof/claim.ts';
import { readExport } from '@shared/exchange/proof/read-export.ts';
import { TABLES } from '@shared/exchange/tables.ts';
import { PAGES } from '../exchange/made-library.ts';
import { check, checkedSource, exportAs, untouched } from '../exchange/verify-steps.ts';
import { type Cells, EXPORT_CHANGES } from './exchange/export-changes.ts';
import { isRight, SOURCE_CHANGES } from './exchange/source-changes.ts';
import { Dice } from './tally.ts';

const { values } = parseArgs({
  options: {
    sources: { type: 'string', default: '200' },
    exports: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);

interface Row {
  tried: number;
  /** Items that the change touched and that were named. */
  named: number;
  /** Items that were said to be other than they are, either way. */
  wrong: number;
  notices: number;
}
const table: Record<string, Row> = {};
const faults: string[] = [];
const rowOf = (name: string): Row => {
  table[name] ??= { tried: 0, named: 0, wrong: 0, notices: 0 };
  return table[name];
};

const csv = await exportAs('csv');
const claims = await readExport('facts.csv', csv);
const records = readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv));
if (!claims.ok || !records.ok) throw new Error('the export itself cannot be read');
const originals = await untouched();
const columns = TABLES.facts.columns.map(({ name }) => name);

async function attackSource(name: string, number: number): Promise<void> {
  const dice = new Dice(seed * 1_000_003 + number);
  const page = dice.pick(Object.keys(PAGES));
  const change = SOURCE_CHANGES[name];
  if (!change) throw new Error(name);
  const changed = change(PAGES[page] ?? '', dice);
  const row = rowOf(`source: ${name}`);
  row.tried++;
  const sources = await Promise.all(
    originals.map((source) => (source.name === page ? checkedSource(page, changed.bytes) : source)),
  );
  const { items, notices } = await check('csv', csv, sources);
  const text = sources.find((source) => source.name === page)?.text ?? '';
  for (const [i, item] of items.entries()) {
    const claim = (claims.ok ? claims.value[i] : undefined) as Claim;
    const isOther = claim.evidence.sourceName !== page;
    const right = isOther ? item.finding.state === 'holds' : isRight(claim, item, text);
    if (item.finding.state !== 'holds') row.named++;
    if (right) continue;
    row.wrong++;
    faults.push(`${name} ${number}, ${item.where} “${item.words}”: ${JSON.stringify(item.finding)}`);
  }
  const isSame =
    changed.bytes.length === utf8fromString(PAGES[page] ?? '').length && changed.text === PAGES[page];
  row.notices += notices.length;
  if (notices.length !== (isSame ? 0 : 1)) {
    row.wrong++;
    faults.push(`${name} ${number}: ${notices.length} notices`);
  }
}

async function attackExport(name: string, number: number): Promise<void> {
  const dice = new Dice(seed * 2_000_003 + number);
  const rows: Cells[] = (records.ok ? records.value : []).map((cells) => ({ ...cells }));
  const touched = new Set(EXPORT_CHANGES[name]?.(rows, dice));
  const row = rowOf(`export: ${name}`);
  row.tried++;
  let text = '';
  for await (const piece of writeCsv(
    TABLES.facts,
    rows.map((cells) => columns.map((column) => cells[column] ?? null)),
  ))
    text += piece;
  const { items, notices } = await check('csv', utf8fromString(text), originals);
  const fallen = new Set(items.flatMap(({ finding }, i) => (finding.state === 'holds' ? [] : [i])));
  row.notices += notices.length;
  // A source's hash that nobody has, over the right text, is said of the source.
  const isSaidOfSource = fallen.size === 0 && notices.length === 1;
  row.named += isSaidOfSource ? 1 : fallen.size;
  if (isSaidOfSource || (fallen.size === touched.size && [...touched].every((at) => fallen.has(at)))) return;
  row.wrong++;
  const said = [...fallen].map((at) => `${items[at]?.where} ${JSON.stringify(items[at]?.finding)}`);
  faults.push(`${name} ${number}: changed ${[...touched].map((at) => at + 2)}, named ${said.join('; ')}`);
}

if (claims.value.some(isBroken)) throw new Error('the export is broken as it is');
for (let i = 0; i < Number(values.sources); i++)
  await attackSource(Object.keys(SOURCE_CHANGES)[i % Object.keys(SOURCE_CHANGES).length] ?? '', i);
for (let i = 0; i < Number(values.exports); i++)
  await attackExport(Object.keys(EXPORT_CHANGES)[i % Object.keys(EXPORT_CHANGES).length] ?? '', i);
console.table(table);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
