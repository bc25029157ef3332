/** How a row of a list is made: cells that blanks part, a label before what it labels, the hour before what is on, a number. */
export type RowForm = 'cells' | 'label' | 'hour' | 'number';

/** Units of the first cell of a row, at most. */
const LONGEST_CELL = 8;

const CELLS = /^\S+(?:[ \u3000\t]+\S+)+$/u;
/** A name of two characters may be set with a blank between them. */
const FIRST_CELL = /^(?:\p{Script=Han}[ \u3000](?=\p{Script=Han}(?:\s|$)))?\S+/u;
const LABEL = /^[^\s：:，。“”]{1,8}[：:]\s*[^\s“”]/u;
const HOUR = /^\d{1,2}[:：]\d{2}(?=[ \u3000\p{Script=Han}《])/u;
/** Marks between clauses; a colon between figures is a score. */
const CLAUSES = /[，。！？；]|(?<!\d)：|：(?!\d)/u;
const NUMBER = /^\d{1,2}[.．、](?!\d)\S/u;

/** The form of a row that a line has; null where it has none. */
export function rowFormOf(text: string): RowForm | null {
  if (HOUR.test(text)) return 'hour';
  if (NUMBER.test(text)) return 'number';
  if (LABEL.test(text) && !/[。！？]/u.test(text)) return 'label';
  const first = FIRST_CELL.exec(text)?.[0].length ?? 0;
  return CELLS.test(text) && first <= LONGEST_CELL && !CLAUSES.test(text) ? 'cells' : null;
}

/** Whether two lines begin alike, each with a label or an hour: the lower one is a row by itself, whatever measure they fill. */
export function beginAlike(above: string, below: string): boolean {
  const begins = HOUR.test(above) ? HOUR : LABEL.test(above) ? LABEL : null;
  return begins?.test(below) ?? false;
}
