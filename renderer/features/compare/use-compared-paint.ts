import type { Both } from '@shared/analysis/comparison/compare-two.ts';
import type { Stretch } from '@shared/analysis/comparison/differences.ts';
import { type RefObject, useLayoutEffect } from 'react';
import { paintLayer } from '../../ui/paint-layer.ts';
import type { ComparedPair } from '../../workers/compare-calls.ts';
import type { TextPane } from './ComparedText.tsx';

/** What is looked at: a passage or a pair of figures by index, or a figure of one article alone. */
export type Looked =
  | { readonly type: 'passage' | 'figures'; readonly index: number }
  | { readonly type: 'alone'; readonly side: 0 | 1; readonly start: number; readonly end: number };

/** The highlights of a comparison, the lower first; `highlights.css` says how each looks. */
const LAYERS = ['shared-passage', 'figure-meets', 'figure-parts', 'shared-changed', 'compared-now'] as const;
type Layer = (typeof LAYERS)[number];

/**
 * Paints both texts: passages that both print, what each words otherwise there, figures that meet and figures that do not.
 * @param shown changes when other texts come into the document.
 */
export function useComparedPaint(
  pair: ComparedPair,
  panes: Both<RefObject<TextPane | null>>,
  looked: Looked | null,
  shown: string,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown puts other nodes under the same stretches
  useLayoutEffect(() => {
    const ranges = new Map<Layer, Range[]>(LAYERS.map((layer) => [layer, []]));
    for (const side of [0, 1] as const) {
      const pane = panes[side].current;
      if (!pane) continue;
      for (const [layer, stretches] of stretchesOf(pair, side, looked))
        for (const stretch of stretches) ranges.get(layer)!.push(...pane.rangesOf(stretch));
    }
    for (const [priority, layer] of LAYERS.entries()) paintLayer(layer, ranges.get(layer)!, priority);
    return () => {
      for (const layer of LAYERS) paintLayer(layer, [], 0);
    };
  }, [pair, panes, looked, shown]);
}

function stretchesOf(
  { comparison: { passages, figures } }: ComparedPair,
  side: 0 | 1,
  looked: Looked | null,
): [Layer, Stretch[]][] {
  const figureOf = (i: number): Stretch => {
    const { at, figure } = figures[i]!.wordings[side];
    return { start: at + figure.start, end: at + figure.end };
  };
  const places = figures.map((_, i) => figureOf(i));
  const parts = (i: number): boolean => figures[i]!.verdict === 'differ';
  return [
    ['shared-passage', passages.map(({ ends }) => ends[side])],
    ['shared-changed', passages.flatMap(({ changed }) => changed[side])],
    ['figure-meets', places.filter((_, i) => !parts(i))],
    ['figure-parts', places.filter((_, i) => parts(i))],
    ['compared-now', nowOf()],
  ];

  function nowOf(): Stretch[] {
    if (looked?.type === 'passage') return [passages[looked.index]!.ends[side]];
    if (looked?.type === 'figures') return [figureOf(looked.index)];
    return looked?.type === 'alone' && looked.side === side ? [looked] : [];
  }
}
