import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

/** A place in a long text: one of its rows, and a unit of that. */
export interface TextPlace {
  readonly row: number;
  readonly offset: number;
}

/** Sheets that a selection may reach across before it is the desk's own. */
const NEAR_SHEETS = 3;

export interface FarSelectionOptions {
  /** What the rows are of; nothing stays selected where it is another. */
  readonly of: string;
  readonly rows: number;
  /** Units of a row. */
  readonly lengthOf: (row: number) => number;
  readonly sheetOf: (row: number) => number;
  /** The text node of a row; null while it is not in the document. */
  readonly nodeOf: (row: number) => Text | null;
  /** The row whose text node this is; null where it is none. */
  readonly rowOf: (node: Node | null) => number | null;
  /** Whether the keys that select all mean this text while nothing on the page has the focus. */
  readonly isMain: boolean;
  /** Called where Shift and an arrow are pressed and nothing is selected; @returns whether that is all they do. */
  readonly onBegin?: () => boolean;
  /** @param from the first unit selected; `to` is behind the last. */
  readonly onSelect: (from: TextPlace, to: TextPlace) => void;
  readonly onRelease: () => void;
  /** What is copied while the selection is the desk's own. */
  readonly words: () => string;
  /** What stands behind the last row and belongs to all that is selected, as the parts of a story on other pages. */
  readonly tail?: () => Element | null;
}

export interface FarSelection {
  /** Whether what is selected is the desk's own selection, which the browser knows nothing of. */
  readonly isFar: boolean;
  /** As `isFar`, for what is called between two renders. */
  readonly far: RefObject<boolean>;
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Selections over many sheets of a long text, by the keys that select all or up to an end, or by a click with
 * Shift. A browser lays out everything that it selects, which takes a second for ten thousand rows: these it
 * is not told of. The desk paints them, copies them and lets them go.
 */
export function useFarSelection(options: FarSelectionOptions): FarSelection {
  const [isFar, setFar] = useState(false);
  const far = useRef(false);
  // Where the next click with Shift selects from: the browser forgets its own.
  const origin = useRef<TextPlace | null>(null);
  const withTail = useRef<Element | null>(null);
  const latest = useRef(options);
  latest.current = options;

  const turn = useCallback((is: boolean): void => {
    far.current = is;
    setFar(is);
  }, []);
  const release = (): void => {
    if (!far.current) return;
    turn(false);
    latest.current.onRelease();
  };

  function select(start: TextPlace, end: TextPlace): void {
    const { sheetOf, nodeOf, onSelect } = latest.current;
    const [from, to] = isBefore(end, start) ? [end, start] : [start, end];
    const [first, last] = [nodeOf(start.row), nodeOf(end.row)];
    if (first && last && sheetOf(to.row) - sheetOf(from.row) < NEAR_SHEETS) {
      turn(false);
      document.getSelection()?.setBaseAndExtent(first, start.offset, last, end.offset);
      return;
    }
    origin.current = start;
    withTail.current = null;
    turn(true);
    document.getSelection()?.removeAllRanges();
    onSelect(from, to);
  }

  function selectAll(first: TextPlace, last: TextPlace): void {
    select(first, last);
    const tail = latest.current.tail?.() ?? null;
    withTail.current = tail;
    if (tail && !far.current) document.getSelection()?.extend(tail, tail.childNodes.length);
  }

  /** Where a selection that is extended begins. */
  function placeBegun(): TextPlace | null {
    if (far.current) return origin.current;
    const selection = document.getSelection();
    const row = latest.current.rowOf(selection?.anchorNode ?? null);
    return row === null ? null : { row, offset: selection?.anchorOffset ?? 0 };
  }

  const isNothingSelected = (): boolean => !far.current && document.getSelection()?.isCollapsed !== false;

  function press(event: KeyPress): void {
    const { rows, lengthOf, onBegin } = latest.current;
    if (event.key === 'Escape') release();
    if (event.shiftKey && event.key.startsWith('Arrow') && !event.altKey && isNothingSelected()) {
      if (onBegin?.()) event.preventDefault();
      return;
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey || rows === 0) return;
    const first: TextPlace = { row: 0, offset: 0 };
    const last: TextPlace = { row: rows - 1, offset: lengthOf(rows - 1) };
    const begun = placeBegun();
    if (event.key.toLowerCase() === 'a' && !event.shiftKey) selectAll(first, last);
    else if (event.key === 'End' && event.shiftKey && begun) select(begun, last);
    else if (event.key === 'Home' && event.shiftKey && begun) select(begun, first);
    else return;
    event.preventDefault();
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was selected of another text is gone with it
  useEffect(() => turn(false), [options.of, turn]);

  const pressed = useRef(press);
  pressed.current = press;
  const { isMain } = options;
  useEffect(() => {
    if (!isMain) return;
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.target === document.body && !event.defaultPrevented) pressed.current(event);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isMain]);

  useEffect(() => {
    if (!isFar) return;
    const copy = (event: ClipboardEvent) => {
      if (event.target instanceof Element && event.target.closest('input, textarea')) return;
      const words = latest.current.words();
      if (words === '') return;
      event.clipboardData?.setData('text/plain', words + linesOf(withTail.current));
      event.preventDefault();
    };
    const follow = () => {
      if (document.getSelection()?.isCollapsed === false) turn(false);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('selectionchange', follow);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('selectionchange', follow);
    };
  }, [isFar, turn]);

  return {
    isFar,
    far,
    onKeyDown: press,
    onMouseDown: (event) => {
      if (event.button !== 0) return;
      if (!event.shiftKey) return release();
      const begun = placeBegun();
      // Not every browser says which unit lies under a point; there the click stays its own.
      const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
      const row = latest.current.rowOf(caret?.offsetNode ?? null);
      if (!caret || !begun || row === null) return;
      const { sheetOf } = latest.current;
      const isFarOff = Math.abs(sheetOf(row) - sheetOf(begun.row)) >= NEAR_SHEETS;
      if (!isFarOff && !far.current) return;
      event.preventDefault();
      select(begun, { row, offset: caret.offset });
    },
  };
}

type KeyPress = Pick<
  globalThis.KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'preventDefault'
>;

/** The paragraphs of what stands behind the rows, each in a line of its own. */
const linesOf = (tail: Element | null): string =>
  [...(tail?.querySelectorAll('[data-role]') ?? [])].map(({ textContent }) => `\n${textContent}`).join('');

const isBefore = (one: TextPlace, other: TextPlace): boolean =>
  one.row < other.row || (one.row === other.row && one.offset < other.offset);
