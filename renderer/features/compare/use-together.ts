import type { Both } from '@shared/analysis/comparison/compare-two.ts';
import { type RefObject, useCallback, useMemo, useRef } from 'react';
import { type Anchor, placeAcross } from './align.ts';
import type { TextPane } from './ComparedText.tsx';

interface Together {
  readonly panes: Both<RefObject<TextPane | null>>;
  /** Says which text the person has taken hold of: it leads, the other follows. */
  readonly hold: (side: 0 | 1) => void;
  /** A text was scrolled. */
  readonly follow: (side: 0 | 1) => void;
  /** Brings a place of each text to the line by which they are held together; null leaves a text to follow. */
  readonly bring: (places: Both<number | null>) => void;
}

/** Two texts that scroll together where they say the same. */
export function useTogether(anchors: readonly Anchor[], isTogether: boolean): Together {
  const first = useRef<TextPane>(null);
  const second = useRef<TextPane>(null);
  const panes = useMemo(() => [first, second] as const, []);
  const leads = useRef<0 | 1 | null>(null);
  const hold = useCallback((side: 0 | 1) => {
    leads.current = side;
  }, []);
  const follow = useCallback(
    (side: 0 | 1) => {
      const [own, other] = [panes[side].current, panes[side === 0 ? 1 : 0].current];
      // The text that follows is scrolled too, and does not lead back.
      if (!isTogether || leads.current !== side || !own || !other) return;
      other.bring(placeAcross(anchors, side, own.readPlace()));
    },
    [anchors, isTogether, panes],
  );
  const bring = useCallback(
    (places: Both<number | null>) => {
      const leading = places[1] === null ? 0 : places[0] === null ? 1 : null;
      const go = (): void => {
        leads.current = leading;
        for (const side of [0, 1] as const) {
          const at = places[side];
          if (at !== null) panes[side].current?.bring(at);
        }
        if (leading !== null) follow(leading);
      };
      go();
      // What stands in another tab comes into the document with the next frame.
      requestAnimationFrame(go);
    },
    [panes, follow],
  );
  return { panes, hold, follow, bring };
}
