import { failure, type Result, success } from '@shared/contracts/results.ts';
import { strFromU8, type Unzipped, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { dayOfSerial, decodeUnits } from './xlsx.ts';

/** Bytes that a workbook may unfold to: about half a million rows of facts. */
const MOST_BYTES = 500_000_000;

/** Columns and cells of a sheet (Excel's limits for the first); a cell may claim to stand far to the right. */
const MOST_COLUMNS = 16_384;
const MOST_CELLS = 50_000_000;

/** A sheet's cells as the text that they were written from; a number that a date style shows is an ISO day. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** The sheets of a workbook, also one that a spreadsheet program has saved anew. */
export function readXlsx(
  bytes: Uint8Array,
): Result<readonly ReadSheet[], 'export-damaged' | 'export-too-large'> {
  try {
    let size = 0;
    const isWanted = ({ name }: { readonly name: string }): boolean => /^xl\/.*\.(xml|rels)$/.test(name);
    unzipSync(bytes, {
      filter: (file) => {
        size += file.originalSize;
        return false;
      },
    });
    if (size > MOST_BYTES) return failure('export-too-large', { size, limit: MOST_BYTES });
    const files = unzipSync(bytes, { filter: isWanted });
    const shared = readSharedStrings(files);
    const dayStyles = readDayStyles(files);
    const targets = readTargets(files);
    const sheets = readSheetNames(files).map(({ name, id }) => ({
      name,
      rows: readRows(partOf(files, targets.get(id) ?? ''), shared, dayStyles),
    }));
    return sheets.length > 0 ? success(sheets) : failure('export-damaged');
  } catch {
    return failure('export-damaged');
  }
}

const textOf = (files: Unzipped, path: string): string => {
  const file = files[path];
  return file === undefined ? '' : strFromU8(file);
};

/** @throws RangeError where a part that the workbook names is not there. */
function partOf(files: Unzipped, path: string): string {
  if (files[path] === undefined) throw new RangeError(`no ${path}`);
  return textOf(files, path);
}

type Attributes = Readonly<Record<string, string>>;

/** Walks a document; names are taken without their prefix, which programs choose differently. */
function walk(
  xml: string,
  on: {
    readonly open?: (name: string, attributes: Attributes) => void;
    readonly text?: (text: string) => void;
    readonly close?: (name: string) => void;
  },
): void {
  if (xml === '') return;
  const parser = new SaxesParser();
  const local = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => on.open?.(local(name), attributes as Attributes));
  parser.on('text', (text) => on.text?.(text));
  parser.on('closetag', ({ name }) => on.close?.(local(name)));
  parser.write(xml).close();
}

function readSharedStrings(files: Unzipped): string[] {
  const strings: string[] = [];
  let [isText, isReading] = [false, false];
  walk(textOf(files, 'xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') strings.push('');
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    text: (text) => {
      if (isText) strings[strings.length - 1] += text;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') isReading = false;
    },
  });
  return strings.map(decodeUnits);
}

/** Indexes of the cell styles that show a day. */
function readDayStyles(files: Unzipped): ReadonlySet<number> {
  const formats = new Map<string, string>();
  const days = new Set<number>();
  let [inCells, index] = [false, 0];
  walk(textOf(files, 'xl/styles.xml'), {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = attributes.numFmtId ?? '0';
      if ((Number(id) >= 14 && Number(id) <= 17) || /y/i.test(formats.get(id) ?? '')) days.add(index);
      index++;
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return days;
}

/** Paths of a workbook's parts by the ids of its relations. */
function readTargets(files: Unzipped): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  walk(textOf(files, 'xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

function readSheetNames(files: Unzipped): { readonly name: string; readonly id: string }[] {
  const names: { name: string; id: string }[] = [];
  walk(textOf(files, 'xl/workbook.xml'), {
    open: (name, attributes) => {
      if (name === 'sheet') names.push({ name: attributes.name ?? '', id: attributes['r:id'] ?? '' });
    },
  });
  return names;
}

function readRows(xml: string, shared: readonly string[], dayStyles: ReadonlySet<number>): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  let [type, style, column, value, isValue] = ['', 0, 0, '', false];
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'row') row = [];
      if (name === 'c') {
        type = attributes.t ?? 'n';
        style = Number(attributes.s ?? 0);
        column = attributes.r ? columnOf(attributes.r) : row.length;
        value = '';
      }
      isValue = name === 'v' || name === 't';
    },
    text: (text) => {
      if (isValue) value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      if (name === 'row') rows.push(row);
      if (name !== 'c') return;
      cells += Math.max(1, column - row.length);
      if (column >= MOST_COLUMNS || cells > MOST_CELLS) throw new RangeError('the sheet is too wide');
      while (row.length < column) row.push('');
      row[column] = cellText(type, value, dayStyles.has(style), shared);
    },
  });
  return rows;
}

function cellText(type: string, value: string, isDay: boolean, shared: readonly string[]): string {
  if (type === 's') return shared[Number(value)] ?? '';
  if (type === 'inlineStr' || type === 'str') return decodeUnits(value);
  return isDay && value !== '' ? dayOfSerial(Number(value)) : value;
}

/** `C12` is column 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
