import { wordsOfCell } from '@shared/exchange/forms/coded-columns.ts';
import type { Finding } from '@shared/exchange/proof/verify.ts';
import type { Messages } from '../../ui/read-messages.ts';
import { sayCurrency, sayTime } from '../../ui/value-words.ts';

/** How a form counts its items, as `readExport` says it: `row 12`, `facts, row 3`, `line 4, fact 2`, `annotation 9`. */
const WHERE = /^(?:(\w[\w ]*), )?(row|line|annotation) (\d+)(?:, fact (\d+))?$/;

/** Where an item stands in its export. */
export function sayWhere(where: string, { say, isKey }: Messages): string {
  const [, sheet, kind, number = 0, fact] = WHERE.exec(where) ?? [];
  if (kind === undefined) return where;
  const table = `export.table.${sheet?.replace(/ \d+$/, '')}`;
  return [
    isKey(table) ? say(table) : null,
    say(`export.where.${kind as 'row' | 'line' | 'annotation'}`, { number }),
    fact === undefined ? null : say('export.where.fact', { number: fact }),
  ]
    .filter((part) => part !== null)
    .join(say('export.comma'));
}

/** A column of an export, or a part of its proof. */
function sayField(field: string, { say, isKey }: Messages): string {
  const key = `export.column.${field}`;
  return isKey(key) ? say(key) : field;
}

const NUMBERS: readonly string[] = ['value', 'value_max', 'multiplier'];

/** What a column says, in words where it is a code. */
export function sayCell(field: string, cell: string, messages: Messages): string {
  const { say, isKey, number } = messages;
  if (cell === '') return say('export.verify.nothing');
  const key = wordsOfCell(field, cell);
  if (key !== null && isKey(key)) return say(key);
  if (field === 'unit') return sayCurrency(cell, messages);
  if (field === 'date' || field === 'published') return sayTime(cell, messages);
  return NUMBERS.includes(field) && !Number.isNaN(Number(cell)) ? number(Number(cell)) : cell;
}

/** What is the matter with an item; its words stand beside it. */
export function sayFinding(finding: Exclude<Finding, { state: 'holds' }>, messages: Messages): string {
  const { say } = messages;
  switch (finding.state) {
    case 'moved':
      return say(finding.rewrapped ? 'export.finding.rewrapped' : 'export.finding.moved');
    case 'changed':
      return finding.now === null
        ? say('export.finding.gone', { was: finding.was })
        : say('export.finding.changed', { was: finding.was, now: finding.now });
    case 'missing':
      return say('export.finding.missing', { hash: finding.source.slice(0, 12) });
    case 'does-not-follow':
      return say('export.finding.does-not-follow', {
        field: sayField(finding.field, messages),
        said: sayCell(finding.field, finding.said, messages),
        read: sayCell(finding.field, finding.read, messages),
      });
    case 'broken':
      return say('export.finding.broken', { field: sayField(finding.field, messages) });
  }
}
