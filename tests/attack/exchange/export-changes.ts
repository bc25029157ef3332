import type { Dice } from '../tally.ts';

export type Cells = Record<string, string>;

/** Columns of a fact that hold figures. */
const FIGURES = ['value', 'value_max', 'date', 'when', 'published', 'words', 'exact'] as const;

function changeDigit(cell: string, dice: Dice): string {
  const places = [...cell].flatMap((unit, i) => (/\d/.test(unit) ? [i] : []));
  const at = dice.pick(places);
  const digit = String((Number(cell[at]) + 1 + dice.below(9)) % 10);
  return cell.slice(0, at) + digit + cell.slice(at + 1);
}

function pickRow(rows: readonly Cells[], dice: Dice, has: (row: Cells) => boolean): number {
  return dice.pick(rows.flatMap((row, i) => (has(row) ? [i] : [])));
}

/** Changes a row or two in place; @returns which. */
export const EXPORT_CHANGES: Readonly<Record<string, (rows: Cells[], dice: Dice) => number[]>> = {
  'a digit': (rows, dice) => {
    const column = dice.pick(FIGURES);
    const at = pickRow(rows, dice, (row) => /\d/.test(row[column] ?? ''));
    const row = rows[at] as Cells;
    row[column] = changeDigit(row[column] ?? '', dice);
    return [at];
  },
  'a unit': (rows, dice) => {
    const at = pickRow(rows, dice, (row) => row.unit !== '');
    const row = rows[at] as Cells;
    row.unit = dice.pick(['吨', '户', 'USD', '公里', ''].filter((unit) => unit !== row.unit));
    return [at];
  },
  'what is counted': (rows, dice) => {
    const column = dice.pick(['measure', 'subject', 'headline', 'byline', 'newspaper']);
    const at = pickRow(rows, dice, (row) => row[column] !== '');
    const row = rows[at] as Cells;
    const others = [...new Set(rows.map((other) => other[column] ?? ''))].filter(
      (cell) => cell !== row[column],
    );
    row[column] = others.length > 0 ? dice.pick(others) : `新${row[column]}`;
    return [at];
  },
  'a hash': (rows, dice) => {
    const at = dice.below(rows.length);
    const column = dice.pick(['source_sha256', 'text_sha256']);
    const row = rows[at] as Cells;
    const hash = row[column] ?? '';
    const place = dice.below(hash.length);
    const digit = dice.pick([...'0123456789abcdef'].filter((hex) => hex !== hash[place]));
    row[column] = hash.slice(0, place) + digit + hash.slice(place + 1);
    return [at];
  },
  'a span': (rows, dice) => {
    const at = dice.below(rows.length);
    const row = rows[at] as Cells;
    row.spans = changeDigit(row.spans ?? '', dice);
    return [at];
  },
  'the words of two rows': (rows, dice) => {
    const one = dice.below(rows.length);
    const two = pickRow(rows, dice, (row) => row.exact !== rows[one]?.exact);
    const [a, b] = [rows[one] as Cells, rows[two] as Cells];
    for (const column of dice.below(2) === 0 ? ['words'] : ['words', 'exact'])
      [a[column], b[column]] = [b[column] ?? '', a[column] ?? ''];
    return [one, two];
  },
};
