import type { FactIn } from '@shared/model/fact.ts';
import type { Table } from '@shared/model/table.ts';

/** The tables that facts of one article are cells of, in the order of the page. */
export function gatherTables<Offset extends number, Fact extends FactIn<Offset>>(
  facts: readonly Fact[],
): Table<Offset, Fact>[] {
  const byTable = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (fact.cell === undefined) continue;
    const key = `${fact.cell.table.start}-${fact.cell.table.end}`;
    byTable.set(key, [...(byTable.get(key) ?? []), fact]);
  }
  return [...byTable.values()].flatMap((cells) => {
    const table = readTable<Offset, Fact>(cells);
    return table.rows.length > 1 ? [table] : [];
  });
}

function readTable<Offset extends number, Fact extends FactIn<Offset>>(
  facts: readonly Fact[],
): Table<Offset, Fact> {
  const width = Math.max(...facts.map(({ cell }) => cell!.column)) + 1;
  const rows = new Map<
    number,
    { label: Table<Offset, Fact>['rows'][number]['label']; cells: (Fact | null)[] }
  >();
  for (const fact of facts) {
    const { row, column } = fact.cell!;
    const known = rows.get(row.start) ?? { label: row, cells: new Array<Fact | null>(width).fill(null) };
    known.cells[column] = fact;
    rows.set(row.start, known);
  }
  const columns = Array.from({ length: width }, (_, column) => {
    const inColumn = facts.filter(({ cell }) => cell!.column === column);
    return {
      name: inColumn[0]?.cell?.heading ?? same(inColumn.map(({ measure }) => measure?.text ?? null)),
      unit: same(inColumn.map(({ unit }) => unit)),
    };
  });
  const { start, end } = facts[0]!.cell!.table;
  return { start, end, columns, rows: [...rows.values()] };
}

const same = (words: readonly (string | null)[]): string | null =>
  words.every((word) => word === words[0]) ? (words[0] ?? null) : null;
