import type { Stretch } from '@shared/analysis/comparison/differences.ts';
import { memo, type RefObject, useLayoutEffect, useRef } from 'react';
import { lastAtOrBefore } from '../../state/sorted.ts';
import styles from './compare.module.css';
import { type Line, lineAt } from './lines.ts';

/** One of the two texts on the page: what paints it and scrolls it. */
export interface TextPane {
  /** The scrolled element. */
  readonly scroller: HTMLElement;
  /** The ranges of a stretch, one a paragraph. */
  rangesOf(stretch: Stretch): Range[];
  /** The unit at the line by which the texts are held together, with its part. */
  readPlace(): number;
  /** Brings a unit to that line. */
  bring(at: number): void;
}

interface ComparedTextProps {
  readonly lines: readonly Line[];
  readonly label: string;
  readonly pane: RefObject<TextPane | null>;
  /** The person has taken hold of this text. */
  readonly onHold: () => void;
  readonly onScroll: () => void;
  /** A unit was clicked. */
  readonly onPoint: (at: number) => void;
}

/** The texts are held together at a third of their height, where a reader looks. */
const HELD_AT = 1 / 3;

/** One text of a comparison. Memoised: what is lit is painted over it, and changes none of its nodes. */
export const ComparedText = memo(function ComparedText(props: ComparedTextProps) {
  const { lines, pane, onHold, onPoint } = props;
  const scroller = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (scroller.current) pane.current = paneOf(scroller.current, lines);
    return () => {
      pane.current = null;
    };
  }, [lines, pane]);

  return (
    <section
      ref={scroller}
      className={styles.pane}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
      onPointerEnter={onHold}
      onPointerDown={onHold}
      onFocus={onHold}
      onKeyDown={onHold}
      onWheel={onHold}
      onScroll={props.onScroll}
      onClick={(event) => {
        const at = unitAt(event.clientX, event.clientY);
        if (at !== null && document.getSelection()?.isCollapsed !== false) onPoint(at);
      }}
    >
      <div className={styles.body} lang="zh-CN">
        {lines.map(({ start, text, isHeading }) => (
          <p key={start} data-compared={start} data-heading={isHeading}>
            {text}
          </p>
        ))}
      </div>
    </section>
  );
});

function paneOf(scroller: HTMLElement, lines: readonly Line[]): TextPane {
  const elements = [...scroller.querySelectorAll<HTMLElement>('[data-compared]')];
  const topOf = (element: HTMLElement): number =>
    element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  return {
    scroller,
    rangesOf: ({ start, end }) => {
      const ranges: Range[] = [];
      for (let i = lineAt(lines, start); i < lines.length && lines[i]!.start < end; i++) {
        const { start: from, text } = lines[i]!;
        const node = elements[i]?.firstChild;
        const [first, last] = [Math.max(0, start - from), Math.min(text.length, end - from)];
        if (!(node instanceof Text) || first >= last) continue;
        const range = new Range();
        range.setStart(node, first);
        range.setEnd(node, last);
        ranges.push(range);
      }
      return ranges;
    },
    readPlace: () => {
      const line = scroller.scrollTop + scroller.clientHeight * HELD_AT;
      const i = Math.max(0, lastAtOrBefore(elements, line, topOf));
      const [own, element] = [lines[i], elements[i]];
      if (!own || !element) return 0;
      const share = (line - topOf(element)) / Math.max(1, element.offsetHeight);
      return own.start + Math.min(1, Math.max(0, share)) * own.text.length;
    },
    bring: (at) => {
      const i = lineAt(lines, at);
      const [own, element] = [lines[i], elements[i]];
      if (!own || !element) return;
      const share = (at - own.start) / Math.max(1, own.text.length);
      const place = topOf(element) + Math.min(1, share) * element.offsetHeight;
      scroller.scrollTop = place - scroller.clientHeight * HELD_AT;
    },
  };
}

/** The unit of a compared text at a point of the window; null beside the text. */
function unitAt(x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y);
  const start = caret?.offsetNode.parentElement?.dataset.compared;
  return caret && start !== undefined ? Number(start) + caret.offset : null;
}
