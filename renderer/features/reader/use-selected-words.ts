import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { Block, BlockSpan } from '../../state/blocks.ts';
import type { BlockNodes } from './paint.ts';
import { readSelection } from './read-selection.ts';

/** Pixels that the middle of the tools keeps from either edge of the pane, and their top from the words below. */
const TOOLS_ASIDE = 150;
const TOOLS_ABOVE = 48;

export interface SelectedWords {
  /** Whether the browser's selection stands in this pane. */
  readonly isHere: boolean;
  /** Where the tools for selected words stand in the pane; null while there are none. */
  readonly tools: { readonly x: number; readonly y: number } | null;
  /** Puts the tools beside what is selected, once the person has ended selecting. */
  readonly placeTools: () => void;
  /** Whether any words of the article are selected. */
  readonly isAny: () => boolean;
}

export interface SelectedWordsOptions {
  readonly blocks: readonly Block[];
  /** Sheets whose blocks are in the document: what is filled under a selection belongs to it. */
  readonly filled: ReadonlySet<number>;
  /** Whether what is selected stays so when the person turns to another part of the desk. */
  readonly keepsSelection: boolean;
  readonly onSelect: ((spans: readonly BlockSpan[]) => void) | undefined;
}

/** Follows what the person selects of the article. */
export function useSelectedWords(
  scroller: RefObject<HTMLElement | null>,
  nodes: RefObject<BlockNodes>,
  { blocks, filled, keepsSelection, onSelect }: SelectedWordsOptions,
): SelectedWords {
  const [isHere, setHere] = useState(false);
  const [tools, setTools] = useState<SelectedWords['tools']>(null);
  const isAny = () => readSelection(nodes.current, blocks).length > 0;

  const tell = useCallback(() => {
    const isHere = scroller.current?.contains(document.getSelection()?.anchorNode ?? null) ?? false;
    setHere(isHere);
    const spans = readSelection(nodes.current, blocks);
    if (isHere || !keepsSelection) onSelect?.(spans);
    if (spans.length === 0) setTools(null);
  }, [scroller, nodes, onSelect, keepsSelection, blocks]);
  useEffect(() => {
    document.addEventListener('selectionchange', tell);
    return () => document.removeEventListener('selectionchange', tell);
  }, [tell]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is filled asks for it, not another to tell
  useEffect(() => {
    if (isAny()) tell();
  }, [filled]);

  useEffect(() => {
    const pane = scroller.current;
    if (!pane) return;
    const hide = () => setTools(null);
    pane.addEventListener('scroll', hide, { passive: true });
    return () => pane.removeEventListener('scroll', hide);
  }, [scroller]);

  const placeTools = (): void => {
    const pane = scroller.current;
    const box = isAny() ? document.getSelection()?.getRangeAt(0).getBoundingClientRect() : null;
    if (!pane || !box) {
      setTools(null);
      return;
    }
    const frame = pane.getBoundingClientRect();
    const middle = box.left + box.width / 2 - frame.left;
    setTools({
      x: Math.min(Math.max(middle, TOOLS_ASIDE), frame.width - TOOLS_ASIDE),
      y: box.top - frame.top + pane.scrollTop - TOOLS_ABOVE,
    });
  };
  return { isHere, tools, placeTools, isAny };
}
