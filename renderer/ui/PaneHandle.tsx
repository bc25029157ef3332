import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import styles from './pane-handle.module.css';

/** Pixels that an arrow key moves it; with Shift, four times as many. */
const STEP = 16;

export interface PaneHandleProps {
  readonly label: string;
  /** The side of its pane, the element around it, that it moves. */
  readonly side: 'left' | 'right' | 'top';
  /** Pixels. */
  readonly least: number;
  readonly most: number;
  /** Told the size that the pane is to have, in pixels; null for its usual one. */
  readonly onResize: (size: number | null) => void;
}

/**
 * What a pane is made wider by, with pointer or keys: https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/. A double
 * click or Enter gives the pane its usual size.
 */
export function PaneHandle({ label, side, least, most, onResize }: PaneHandleProps) {
  const element = useRef<HTMLHRElement>(null);
  const drag = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const [now, setNow] = useState(least);
  const isUpright = side !== 'top';

  useLayoutEffect(() => {
    const pane = element.current?.parentElement;
    if (!pane) return;
    const watch = new ResizeObserver(() => setNow(isUpright ? pane.offsetWidth : pane.offsetHeight));
    watch.observe(pane);
    return () => watch.disconnect();
  }, [isUpright]);

  const resize = (size: number): void => onResize(Math.round(Math.min(most, Math.max(least, size))));
  const at = ({ clientX, clientY }: PointerEvent): number => {
    if (side === 'top') return -clientY;
    return side === 'left' ? -clientX : clientX;
  };

  function press(event: KeyboardEvent): void {
    const step = event.shiftKey ? 4 * STEP : STEP;
    const { wider, narrower } = ARROWS[side];
    if (event.key === wider) resize(now + step);
    else if (event.key === narrower) resize(now - step);
    else if (event.key === 'Home') resize(least);
    else if (event.key === 'End') resize(most);
    else if (event.key === 'Enter') onResize(null);
    else return;
    event.preventDefault();
  }

  return (
    <hr
      ref={element}
      className={styles.handle}
      data-side={side}
      aria-label={label}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      aria-valuenow={now}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={press}
      onDoubleClick={() => onResize(null)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { at: at(event), size: now };
      }}
      onPointerMove={(event) => {
        if (drag.current) resize(drag.current.size + at(event) - drag.current.at);
      }}
      onLostPointerCapture={() => {
        drag.current = null;
      }}
    />
  );
}

const ARROWS = {
  left: { wider: 'ArrowLeft', narrower: 'ArrowRight' },
  right: { wider: 'ArrowRight', narrower: 'ArrowLeft' },
  top: { wider: 'ArrowUp', narrower: 'ArrowDown' },
} as const;
