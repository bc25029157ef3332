import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type HTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

/** Rows kept ready on either side of those in sight: half a screen of small ones, since all of them are drawn at each jump. */
const BEYOND = 8;
/** Pixels kept free above and below a row that is brought into sight. */
const AROUND = 48;
/** Rows kept on either side of the one with the focus: the next that a key goes to lies behind two headings at most. */
const BESIDE_FOCUS = 3;

/** What a row's element says of itself. */
export type RowProps = HTMLAttributes<HTMLLIElement> & { readonly [data: `data-${string}`]: unknown };

export interface LongListProps<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Pixels that a row is likely to take until it is measured. */
  readonly guess: (row: Row) => number;
  /** Pixels between rows. */
  readonly gap?: number;
  readonly propsOf?: (row: Row) => RowProps;
  readonly children: (row: Row) => ReactNode;
  /** The row to bring into sight, once for each new value. */
  readonly shown?: number | null;
  /** Scrolls with the rows, above and below them. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  readonly className?: string | undefined;
  /** Accessible name of the list. */
  readonly label?: string;
  /** Up and down go from the first button of a row to that of the next which has one. */
  readonly isWalked?: boolean;
  readonly onPointerLeave?: () => void;
  /** Is told which rows are in the document, from the first to behind the last, whenever these or all rows are others. */
  readonly onSight?: (from: number, to: number) => void;
}

/**
 * A list of any length: only the rows in sight and those around them are in the document, and the one that has
 * the focus, however far it is scrolled away.
 */
export function LongList<Row>(props: LongListProps<Row>) {
  const { rows, keyOf, guess, propsOf, gap = 0, shown = null, onSight } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  useEffect(() => {
    if (!head.current) return;
    const watching = new ResizeObserver(([entry]) => setAbove(entry?.contentRect.height ?? 0));
    watching.observe(head.current);
    return () => watching.disconnect();
  }, []);
  const [focused, setFocused] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what says a row's key is as good as the rows
  const focusedRow = useMemo(
    () => (focused === null ? -1 : rows.findIndex((row) => keyOf(row) === focused)),
    [rows, focused],
  );
  const focus = ({ target }: FocusEvent<HTMLElement>) => {
    const row = rows[Number(target.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1)];
    setFocused(row === undefined ? null : keyOf(row));
  };
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guess(rows[index] as Row),
    // A function that is another each time has all rows laid out anew.
    // biome-ignore lint/correctness/useExhaustiveDependencies: what says a row's key is as good as the rows
    getItemKey: useCallback((index: number) => keyOf(rows[index] as Row), [rows]),
    rangeExtractor: (range) => joinRows(defaultRangeExtractor(range), focusedRow, rows.length),
    overscan: BEYOND,
    gap,
    scrollMargin: above,
    scrollPaddingStart: AROUND,
    scrollPaddingEnd: AROUND,
  });
  useEffect(() => {
    if (shown !== null && shown >= 0) list.scrollToIndex(shown, { align: 'auto' });
  }, [shown, list]);
  const items = list.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = list.range ?? {};
  useEffect(() => {
    onSight?.(Math.max(0, startIndex - BEYOND), Math.min(rows.length, endIndex + BEYOND + 1));
  }, [onSight, startIndex, endIndex, rows]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and pointer belong to the rows within
    <div
      ref={scroller}
      className={props.className}
      onPointerLeave={props.onPointerLeave}
      onKeyDown={props.isWalked ? walkRows : undefined}
      onFocus={focus}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setFocused(null);
      }}
    >
      {props.before && <div ref={head}>{props.before}</div>}
      <ul aria-label={props.label} style={{ position: 'relative', height: list.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index] as Row;
          return (
            <li
              {...propsOf?.(row)}
              key={key}
              ref={list.measureElement}
              style={{
                position: 'absolute',
                insetInline: 0,
                top: 0,
                transform: `translateY(${start - above}px)`,
              }}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              {props.children(row)}
            </li>
          );
        })}
      </ul>
      {props.after}
    </div>
  );
}

function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const row = (event.target as Element).closest('li');
  if (step === undefined || event.target !== row?.querySelector('button')) return;
  // Rows stand in the document in their order, and those beside the one with the focus are there.
  const rows = [...event.currentTarget.querySelectorAll(':scope > ul > li')];
  const onwards = step > 0 ? rows.slice(rows.indexOf(row) + 1) : rows.slice(0, rows.indexOf(row)).reverse();
  for (const next of onwards) {
    const button = next.querySelector('button');
    if (!button) continue;
    event.preventDefault();
    button.focus();
    return;
  }
}

/** Rows of a range and those around the row with the focus, −1 for none, in their order. */
function joinRows(range: readonly number[], focused: number, count: number): number[] {
  const rows = new Set(range);
  if (focused >= 0)
    for (let row = focused - BESIDE_FOCUS; row <= focused + BESIDE_FOCUS; row++)
      if (row >= 0 && row < count) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}
