import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Block, BlockSpan } from '../../state/blocks.ts';
import type { BlockNodes } from './paint.ts';
import { readSelection } from './read-selection.ts';

/** Pixels that a hand moves when it means to click. */
const STILL = 4;
/** Pixels kept free below selected words that the pane's foot would hide. */
const BELOW = 8;

export interface SelectedWords {
  /** Whether the browser's selection stands in this pane. */
  readonly isHere: boolean;
  /** The person has ended selecting: what can be done with the words is to be seen. */
  readonly hasEnded: boolean;
  /** Called when they may have. */
  readonly end: () => void;
  /** Whether any words of the article are selected. */
  readonly isAny: () => boolean;
  /** Called where the pointer goes down. */
  readonly press: (event: PointerAt) => void;
  /** Whether a click ended the selecting of words; one on words that were selected before is meant for what is there. */
  readonly isEndedBy: (click: PointerAt) => boolean;
}

type PointerAt = Pick<MouseEvent, 'clientX' | 'clientY' | 'shiftKey' | 'detail'>;

export interface SelectedWordsOptions {
  readonly blocks: readonly Block[];
  /** Sheets whose blocks are in the document: what is filled under a selection belongs to it. */
  readonly filled: ReadonlySet<number>;
  /** Whether what is selected stays so when the person turns to another part of the desk. */
  readonly keepsSelection: boolean;
  readonly onSelect: ((spans: readonly BlockSpan[]) => void) | undefined;
  /** Whether what is selected is the desk's own selection: the browser's, which is empty then, says nothing. */
  readonly far: RefObject<boolean>;
}

/** Follows what the person selects of the article. */
export function useSelectedWords(
  scroller: RefObject<HTMLElement | null>,
  nodes: RefObject<BlockNodes>,
  { blocks, filled, keepsSelection, onSelect, far }: SelectedWordsOptions,
): SelectedWords {
  const [isHere, setHere] = useState(false);
  const [hasEnded, setEnded] = useState(false);
  const pressed = useRef({ x: 0, y: 0 });
  const isAny = () => readSelection(nodes.current, blocks).length > 0;
  const press = ({ clientX, clientY }: PointerAt) => {
    pressed.current = { x: clientX, y: clientY };
  };
  // The browser lets go of selected words only after the click on them.
  const isEndedBy = ({ clientX, clientY, shiftKey, detail }: PointerAt) => {
    const { x, y } = pressed.current;
    return isAny() && (shiftKey || detail > 1 || Math.hypot(clientX - x, clientY - y) > STILL);
  };

  const tell = useCallback(() => {
    const isHere = scroller.current?.contains(document.getSelection()?.anchorNode ?? null) ?? false;
    setHere(isHere);
    const spans = readSelection(nodes.current, blocks);
    if (far.current && spans.length === 0) return;
    if (isHere || !keepsSelection) onSelect?.(spans);
    if (spans.length === 0) setEnded(false);
  }, [scroller, nodes, onSelect, keepsSelection, blocks, far]);
  useEffect(() => {
    document.addEventListener('selectionchange', tell);
    return () => document.removeEventListener('selectionchange', tell);
  }, [tell]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is filled asks for it, not another to tell
  useEffect(() => {
    if (isAny()) tell();
  }, [filled]);

  // The tools take their place at the foot of the pane: words that stood there are brought above it.
  useLayoutEffect(() => {
    const pane = scroller.current;
    const words = hasEnded ? document.getSelection() : null;
    if (!pane || !words || words.rangeCount === 0) return;
    const [box, frame] = [words.getRangeAt(0).getBoundingClientRect(), pane.getBoundingClientRect()];
    if (box.bottom > frame.bottom && box.height < frame.height)
      pane.scrollTop += box.bottom - frame.bottom + BELOW;
  }, [hasEnded, scroller]);

  return { isHere, hasEnded, end: () => setEnded(isAny()), isAny, press, isEndedBy };
}
