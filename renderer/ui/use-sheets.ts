import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { nextToFill } from './sheets.ts';

/** Filled in one turn of the idle loop at least: a few milliseconds, so that a key is never kept waiting. */
const A_TURN = 3;
/** Turns that fill a text, however long: each of them looks at all sheets, and more would cost with their square. */
const TURNS = 100;
/** Milliseconds after which an idle turn is taken on a window that is never idle. */
const PATIENCE_MS = 300;
/** How far beyond the window sheets count as near: a page's height to either side. */
const NEAR_MARGIN = '100% 0px';

export interface Sheets {
  /** Sheets whose rows are in the document. */
  readonly filled: ReadonlySet<number>;
  /** Sheets near the window, where paint can be seen. */
  readonly near: ReadonlySet<number>;
  /** Fills a sheet and its neighbours before all others. @returns whether they come with the next render. */
  readonly bring: (sheet: number) => boolean;
  /** Told the element of each sheet as it comes and goes. */
  readonly watch: (sheet: number, element: HTMLElement | null) => void;
}

interface Filling {
  readonly key: unknown;
  readonly filled: ReadonlySet<number>;
  readonly near: ReadonlySet<number>;
  /** The sheet that was asked for last. */
  readonly from: number;
}

/**
 * Fills the sheets of a long text: those that are asked for at once, the rest while the window is idle, so
 * that the whole text is soon in the document, for selection, copying and reading aloud, and none waits for it.
 * @param key what the sheets are of; another key begins anew at `start`.
 */
export function useSheets(
  key: unknown,
  count: number,
  start: number,
  scroller: RefObject<HTMLElement | null>,
): Sheets {
  const [kept, setFilling] = useState<Filling>(() => begin(key, start));
  const filling = kept.key === key ? kept : begin(key, start);
  if (filling !== kept) setFilling(filling);
  const { filled, near } = filling;
  const elements = useRef(new Map<number, HTMLElement>());
  const observer = useRef<IntersectionObserver | null>(null);

  const isWhole = nextToFill(count, filled, 0) === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each turn asks for the next, and no other render puts it off
  useEffect(() => {
    if (isWhole) return;
    const idle = requestIdleCallback(
      () =>
        setFilling((now) => {
          const next = new Set(now.filled);
          for (let turn = 0; turn < Math.max(A_TURN, count / TURNS); turn++) {
            const sheet = nextToFill(count, next, now.from);
            if (sheet === null) break;
            next.add(sheet);
          }
          return { ...now, filled: next };
        }),
      { timeout: PATIENCE_MS },
    );
    return () => cancelIdleCallback(idle);
  }, [isWhole, filled, count]);

  const isOne = count <= 1;
  useEffect(() => {
    const root = scroller.current;
    if (!root || isOne) return;
    const watching = new IntersectionObserver(
      (entries) => {
        setFilling((now) => {
          const near = new Set(now.near);
          for (const { target, isIntersecting } of entries) {
            const sheet = Number((target as HTMLElement).dataset.sheet);
            if (isIntersecting) near.add(sheet);
            else near.delete(sheet);
          }
          return { ...now, near, filled: withAll(now.filled, near) };
        });
      },
      { root, rootMargin: NEAR_MARGIN },
    );
    observer.current = watching;
    for (const element of elements.current.values()) watching.observe(element);
    return () => {
      observer.current = null;
      watching.disconnect();
    };
  }, [scroller, isOne]);

  const watch = useCallback((sheet: number, element: HTMLElement | null) => {
    const known = elements.current.get(sheet);
    if (known) observer.current?.unobserve(known);
    if (element) {
      elements.current.set(sheet, element);
      observer.current?.observe(element);
    } else elements.current.delete(sheet);
  }, []);

  const latest = useRef(filling);
  latest.current = filling;
  const bring = useCallback((sheet: number): boolean => {
    const wanted = around(sheet);
    const { filled, near } = latest.current;
    if (filled.has(sheet) && near.has(sheet)) return false;
    setFilling((now) => ({
      ...now,
      filled: withAll(now.filled, wanted),
      near: withAll(now.near, wanted),
      from: sheet,
    }));
    return true;
  }, []);

  return { filled, near, bring, watch };
}

/** The same set where it has all of these already. */
const withAll = (set: ReadonlySet<number>, sheets: Iterable<number>): ReadonlySet<number> => {
  const all = new Set([...set, ...sheets]);
  return all.size === set.size ? set : all;
};

const around = (sheet: number): number[] => [sheet, sheet + 1, ...(sheet > 0 ? [sheet - 1] : [])];

function begin(key: unknown, start: number): Filling {
  const first = new Set(around(start));
  return { key, filled: first, near: first, from: start };
}
