import type { Cell, Column, Row } from '../tables.ts';
import { type ArchiveEntry, ArchiveWriter } from './archive.ts';
import { escapeXml, NOT_XML } from './xml-text.ts';

/** Rows that a sheet can hold, its heading among them (Excel's limits). */
const MOST_ROWS = 1_048_576;

/** Units that a cell can hold; longer text is cut there and ends in an ellipsis. */
const MOST_UNITS = 32_767;

/** Rows gathered before they are handed on. */
const ROWS_AT_ONCE = 500;

/**
 * Tables as an Office Open XML workbook (ECMA-376): one sheet a table, more where one overflows.
 * Written piece by piece, so that memory does not grow with the rows.
 */
export async function* writeXlsx(
  tables: readonly {
    readonly name: string;
    readonly columns: readonly Column[];
    readonly rows: AsyncIterable<Row> | Iterable<Row>;
  }[],
  { mostRows = MOST_ROWS } = {},
): AsyncGenerator<Uint8Array> {
  const archive = new ArchiveWriter();
  const sheets: string[] = [];
  for (const { name, columns, rows } of tables) {
    let part = 0;
    let sheet: Sheet | null = null;
    for await (const row of rows) {
      if (sheet === null || sheet.isFull(mostRows)) {
        sheet?.end();
        part++;
        sheets.push(part === 1 ? name : `${name} ${part}`);
        sheet = new Sheet(archive.begin(sheetPath(sheets.length)), columns);
      }
      sheet.add(row);
      yield* archive.take();
    }
    if (sheet === null) {
      sheets.push(name);
      sheet = new Sheet(archive.begin(sheetPath(sheets.length)), columns);
    }
    sheet.end();
    yield* archive.take();
  }
  putWorkbook(archive, sheets);
  archive.end();
  yield* archive.take();
}

const sheetPath = (number: number): string => `xl/worksheets/sheet${number}.xml`;

class Sheet {
  readonly #entry: ArchiveEntry;
  readonly #columns: readonly Column[];
  #rows = 0;
  #waiting: string[] = [];

  constructor(entry: ArchiveEntry, columns: readonly Column[]) {
    this.#entry = entry;
    this.#columns = columns;
    entry.write(
      `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`,
    );
    this.#write(columns.map(({ name }) => textCell(name, HEADING)).join(''));
  }

  isFull(mostRows: number): boolean {
    return this.#rows >= mostRows;
  }

  add(row: Row): void {
    this.#write(row.map((cell, i) => writeCell(cell, this.#columns[i] as Column)).join(''));
  }

  end(): void {
    this.#flush();
    this.#entry.write('</sheetData></worksheet>');
    this.#entry.end();
  }

  #write(cells: string): void {
    this.#rows++;
    this.#waiting.push(`<row>${cells}</row>`);
    if (this.#waiting.length >= ROWS_AT_ONCE) this.#flush();
  }

  #flush(): void {
    if (this.#waiting.length > 0) this.#entry.write(this.#waiting.join(''));
    this.#waiting = [];
  }
}

/** Indexes into `cellXfs` of the workbook's styles. */
const HEADING = 1;
const DAY = 2;

function writeCell(cell: Cell, { type }: Column): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  const serial = type === 'date' ? serialOfDay(cell) : null;
  return serial === null ? textCell(cell) : `<c s="${DAY}"><v>${serial}</v></c>`;
}

function textCell(text: string, style?: number): string {
  const cut = text.length > MOST_UNITS ? `${text.slice(0, MOST_UNITS - 1)}…` : text;
  return `<c${style === undefined ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${escapeXml(encodeUnits(cut))}</t></is></c>`;
}

/**
 * Units that XML cannot hold as `_xHHHH_`, and what looks like such a thing with its own underscore written so
 * (ECMA-376 part 1, 22.9.2.19).
 */
const encodeUnits = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/\r/g, '_x000D_')
    .replace(NOT_XML, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

/** The text that `encodeUnits` was given. */
export const decodeUnits = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));

const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** From here on Excel's serial numbers and the calendar agree: it believes in a 29 February 1900. */
const FIRST_TRUE_DAY = Date.UTC(1900, 2, 1);

/** A whole day as Excel counts it; null for dates less or more precise, and for days before March 1900. */
function serialOfDay(iso: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return null;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return time >= FIRST_TRUE_DAY ? (time - EPOCH) / DAY_MS : null;
}

/** The ISO day of a serial number. */
export const dayOfSerial = (serial: number): string =>
  new Date(EPOCH + Math.round(serial) * DAY_MS).toISOString().slice(0, 10);

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function putWorkbook(archive: ArchiveWriter, sheets: readonly string[]): void {
  const each = (write: (name: string, number: number) => string): string =>
    sheets.map((name, i) => write(escapeXml(name), i + 1)).join('');
  archive.put(
    'xl/workbook.xml',
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${each((name, n) => `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
  );
  archive.put(
    'xl/_rels/workbook.xml.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
  );
  archive.put(
    'xl/styles.xml',
    `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  );
  archive.put(
    '_rels/.rels',
    `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  archive.put(
    '[Content_Types].xml',
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>${each((_, n) => `<Override PartName="/${sheetPath(n)}" ContentType="${SPREADSHEET}.worksheet+xml"/>`)}</Types>`,
  );
}
