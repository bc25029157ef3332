import { type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import type { Sheets } from '../../ui/use-sheets.ts';
import { reveal } from './scroll.ts';

/** Where words stand: the sheet that holds them, and their box once it is filled. */
export interface Place {
  readonly sheet: number;
  readonly find: () => DOMRect | null;
}

/**
 * Brings words into view; those of a sheet that is not filled yet when it is, unless others were asked for
 * meanwhile.
 */
export function useShow(
  scroller: RefObject<HTMLElement | null>,
  { filled, near, bring }: Sheets,
): (place: Place) => void {
  const wanted = useRef<Place | null>(null);
  const showWanted = useCallback(() => {
    const place = wanted.current;
    if (!place || !scroller.current || place.find() === null) return;
    wanted.current = null;
    reveal(scroller.current, place.find);
  }, [scroller]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is filled is what this waits for
  useLayoutEffect(showWanted, [filled, near, showWanted]);
  return useCallback(
    (place) => {
      wanted.current = place;
      if (!bring(place.sheet)) showWanted();
    },
    [bring, showWanted],
  );
}
