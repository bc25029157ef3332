// biome-ignore-all lint/a11y/useSemanticElements: only a window of the rows is there, and these are laid out one by one
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays on the grid, which names its cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys of all cells
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, memo, useCallback, useEffect, useRef } from 'react';
import { openClaim } from '../../commands/table-commands.ts';
import { owned } from '../../state/owned.ts';
import type { TableColumn } from '../../state/settings.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Icon } from '../../ui/icons.tsx';
import { useMessages } from '../../ui/messages.tsx';
import type { ClaimRow } from '../../workers/claims-calls.ts';
import styles from './fact-table.module.css';
import { COLUMN_LOOKS } from './table-columns.tsx';

const ROW_HEIGHT = 34;
const HEAD_HEIGHT = 32;
const MARK_WIDTH = 30;
/** Rows kept ready on either side of those in sight. */
const BEYOND = 10;
/** A browser lays out nothing that is much higher than these rows. */
const MOST_ROWS = 800_000;

export interface TableRowsProps {
  readonly facts: number;
  /** The column that is looked at. */
  readonly cell: TableColumn;
  readonly onCell: (column: TableColumn) => void;
}

/** The rows in sight; arrow keys walk over rows and cells. */
export function TableRows({ facts, cell, onCell }: TableRowsProps) {
  const { say } = useMessages();
  const desk = useDesk();
  const { rows, at, marked, order, found } = useDeskState('claims', (claims) => claims);
  const columns = useDeskState('settings', (settings) => settings.tableColumns);
  const scroller = useRef<HTMLDivElement>(null);
  const count = Math.min(facts, MOST_ROWS);
  const list = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => ROW_HEIGHT, []),
    // The row that is looked at stays in the document: the focus refers to it.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), at])].sort((a, b) => a - b),
    overscan: BEYOND,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const items = list.getVirtualItems().filter(({ index }) => index < count);
  const { startIndex = 0, endIndex = 0 } = list.range ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer and another order have other rows
  useEffect(() => {
    desk.claims.getState().need(startIndex, endIndex + 1);
  }, [desk, startIndex, endIndex, at, found, order]);
  useEffect(() => list.scrollToIndex(at, { align: 'auto' }), [list, at]);

  const lookAt = (place: number, column: TableColumn) => {
    desk.claims.getState().lookAt(place);
    onCell(column);
  };
  const press = (event: MouseEvent, place: number, column: TableColumn | null) => {
    const { mark, reach } = desk.claims.getState();
    if (event.shiftKey) owned(desk.log, reach(place));
    else if (event.ctrlKey || event.metaKey || column === null) mark(place);
    else lookAt(place, column);
  };
  const keys = (event: KeyboardEvent) => {
    const claims = desk.claims.getState();
    const perPage = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: perPage,
      PageUp: -perPage,
      Home: -at,
      End: count - 1 - at,
    };
    const step = steps[event.key];
    const sideways = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.target !== scroller.current || event.altKey) return;
    if (step !== undefined) {
      const next = Math.max(0, Math.min(at + step, count - 1));
      if (event.shiftKey) owned(desk.log, claims.reach(next));
      else claims.lookAt(next);
    } else if (sideways !== undefined) {
      const next = columns[columns.indexOf(cell) + sideways];
      if (next) onCell(next);
    } else if (event.key === ' ') claims.mark(at);
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) owned(desk.log, claims.markAll());
    else if (event.key === 'Enter') openClaim(desk);
    else return;
    event.preventDefault();
  };

  const template = `${MARK_WIDTH}px ${columns
    .map((column) => `minmax(${COLUMN_LOOKS[column].width}px, ${COLUMN_LOOKS[column].width}fr)`)
    .join(' ')}`;
  const width = columns.reduce((sum, column) => sum + COLUMN_LOOKS[column].width, MARK_WIDTH);
  return (
    <div
      ref={scroller}
      className={styles.rows}
      role="grid"
      aria-label={say('table.title')}
      aria-rowcount={facts + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={rows.has(at) ? `fact-${at}-${cell}` : undefined}
      tabIndex={0}
      onKeyDown={keys}
    >
      <div role="row" className={styles.columns} style={{ gridTemplateColumns: template, minWidth: width }}>
        <div role="columnheader" aria-label={say('table.chosen', { count: marked.size })}>
          {marked.size > 0 && <Icon name="check" size={13} />}
        </div>
        {columns.map((column) => (
          <ColumnHead key={column} column={column} />
        ))}
      </div>
      <div role="rowgroup" style={{ position: 'relative', height: list.getTotalSize(), minWidth: width }}>
        {items.map(({ index, start }) => {
          const row = rows.get(index);
          return (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={row !== undefined && marked.has(row.fact.id)}
              className={styles.row}
              data-at={index === at}
              data-context={row && `claim:${index}`}
              data-fact={row?.fact.id}
              style={{ gridTemplateColumns: template, transform: `translateY(${start - HEAD_HEIGHT}px)` }}
            >
              <div role="gridcell" className={styles.mark} onClick={(event) => press(event, index, null)}>
                {row && marked.has(row.fact.id) && <Icon name="check" size={13} />}
              </div>
              {columns.map((column) => (
                <div
                  key={column}
                  role="gridcell"
                  id={`fact-${index}-${column}`}
                  className={styles.cell}
                  data-column={column}
                  data-at={index === at && column === cell}
                  lang={COLUMN_LOOKS[column].isPrinted ? 'zh-CN' : undefined}
                  onClick={(event) => press(event, index, column)}
                  onDoubleClick={() => openClaim(desk)}
                >
                  {row && <Cell row={row} column={column} />}
                </div>
              ))}
            </div>
          );
        })}
      </div>
      {facts > count && <p className={styles.limited}>{say('table.limited', { count })}</p>}
    </div>
  );
}

const Cell = memo(function Cell({ row, column }: { readonly row: ClaimRow; readonly column: TableColumn }) {
  return COLUMN_LOOKS[column].show(row, useMessages());
});

function ColumnHead({ column }: { readonly column: TableColumn }) {
  const { say } = useMessages();
  const desk = useDesk();
  const order = useDeskState('claims', (claims) => claims.order);
  const { sort } = COLUMN_LOOKS[column];
  const label = say(`table.column.${column}`);
  const direction = order && sort === order.by ? (order.isDescending ? 'descending' : 'ascending') : 'none';
  return (
    <div role="columnheader" aria-sort={direction} data-column={column}>
      {sort === null ? (
        label
      ) : (
        <button
          type="button"
          title={say('table.sortBy', { by: label })}
          onClick={() => desk.claims.getState().sortBy(sort)}
        >
          {label}
          {direction !== 'none' && <Icon name={direction === 'descending' ? 'down' : 'up'} size={12} />}
        </button>
      )}
    </div>
  );
}
