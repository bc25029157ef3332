import { failure, type Result, success } from '@shared/contracts/results.ts';
import { TABLE_NAMES, type TableName } from '../tables.ts';
import { readSaidCell } from './coded-columns.ts';
import { LABEL_END, shownColumns, unescapeMarkdown } from './markdown.ts';

/**
 * Quoted items of an exported Markdown by column. `shown` is what the block quote above the proof says, `differing`
 * a column that the list above the proof gives otherwise.
 */
export function readMarkdown(
  text: string,
): Result<
  readonly { readonly line: number; readonly cells: Readonly<Record<string, string>> }[],
  'export-damaged'
> {
  const items: { line: number; cells: Record<string, string> }[] = [];
  let quoted: string[] = [];
  let listed: string[] = [];
  for (const [index, line] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
    if (line.startsWith('> ') || line === '>') quoted.push(line.slice(2));
    if (line.startsWith('- '))
      listed.push(unescapeMarkdown(line.slice(line.indexOf(LABEL_END) + LABEL_END.length)));
    const proof = /^<!-- duidu (\{.*\}) -->\s*$/.exec(line)?.[1];
    if (proof === undefined) continue;
    try {
      const cells = Object.fromEntries(
        Object.entries(JSON.parse(proof) as Record<string, unknown>).map(([name, cell]) => [
          name,
          String(cell),
        ]),
      );
      if (!TABLE_NAMES.some((name) => name === cells.table))
        return failure('export-damaged', { line: index + 1 });
      const shown = shownColumns(cells.table as TableName, cells);
      const differing = shown.find(
        (column, i) => cells[column]?.replace(/\r\n?|\n/g, ' ') !== readSaidCell(column, listed[i] ?? ''),
      );
      items.push({
        line: index + 1,
        cells: {
          ...cells,
          shown: unescapeMarkdown(quoted.join('\n')),
          ...(differing ? { differing } : {}),
        },
      });
    } catch {
      return failure('export-damaged', { line: index + 1 });
    }
    quoted = [];
    listed = [];
  }
  return items.length > 0 ? success(items) : failure('export-damaged', { line: 0 });
}
