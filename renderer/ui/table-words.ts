import type { Fact } from '@shared/model/fact.ts';
import type { SourceOffset } from '@shared/model/offset.ts';
import type { Table, TableColumn } from '@shared/model/table.ts';
import type { Messages } from './read-messages.ts';
import { sayCurrency } from './value-words.ts';

/** A column's name with its unit: 营业额（元）. */
export function sayColumn({ name, unit }: TableColumn, messages: Messages): string {
  const said = sayCurrency(unit, messages);
  if (name === null) return said;
  return said === '' ? name : messages.say('facts.tableColumn', { name, unit: said });
}

/** The table for a spreadsheet: cells divided by tabs, values as plain numbers, else as printed. */
export function sayTableAsText({ columns, rows }: Table<SourceOffset, Fact>, messages: Messages): string {
  const head = ['', ...columns.map((column) => sayColumn(column, messages))];
  const body = rows.map(({ label, cells }) => [label.text, ...cells.map(sayCell)]);
  return [head, ...body].map((cells) => cells.join('\t')).join('\n');
}

/** A bound or a range cannot be one number: what is printed goes out. */
const sayCell = (fact: Fact | null): string => {
  if (fact === null) return '';
  return fact.bound === 'exact' && typeof fact.value === 'number' && fact.valueMax === undefined
    ? String(fact.value)
    : fact.text;
};
