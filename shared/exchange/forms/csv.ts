import type { Cell, Row, Table } from '../tables.ts';

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** What spreadsheets take for the beginning of a formula (OWASP, CSV injection), after any blanks. */
const FORMULA = /^\s*[=+\-@\t\r＝＋－＠]/;

/**
 * Text as it may stand in a cell: an apostrophe before what a spreadsheet would run. Text that begins with
 * apostrophes of its own and then such a mark gets one more, so that exactly one can be taken away again.
 */
export const disarm = (text: string): string => (FORMULA.test(text.replace(/^'+/, '')) ? `'${text}` : text);

/** The text that `disarm` was given. */
export const rearm = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.replace(/^'+/, '')) ? text.slice(1) : text;

/** RFC 4180: quoted where a comma, a quotation mark or a line end stands, or blanks at an edge. */
function quoteField(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const writeCell = (cell: Cell): string => {
  if (cell === null) return '';
  // Numbers are never formulas, also negative ones.
  return typeof cell === 'number' ? String(cell) : quoteField(disarm(cell));
};

const writeLine = (cells: Row): string => `${cells.map(writeCell).join(',')}\r\n`;

/** A table as CSV: UTF-8 with a byte order mark, CR LF, the columns' names in the first line. */
export async function* writeCsv(
  { columns }: Pick<Table, 'columns'>,
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + writeLine(columns.map(({ name }) => name));
  let chunk = '';
  for await (const row of rows) {
    chunk += writeLine(row);
    if (chunk.length > CHUNK) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

/** Units gathered before they are handed on. */
const CHUNK = 1 << 16;
