import { type Both, type ComparedFigures, forBoth } from '@shared/analysis/comparison/compare-two.ts';
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
const LAYERS = ['shared-passage', 'figure-meets', 'figure-parts', 'shared-changed'] as const;
/** Over them: what is looked at. */
const LOOKED_AT = 'compared-now';

/**
 * Paints both texts: passages that both print, what each words otherwise there, figures that meet and figures that do not.
 * What is looked at is painted apart, so that a step to the next passage lays one range on each side and not all.
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
    const laid = forBoth((side) => stretchesOf(pair, side));
    for (const [priority, layer] of LAYERS.entries())
      paintLayer(
        layer,
        rangesOf(
          panes,
          forBoth((side) => laid[side][layer]),
        ),
        priority,
      );
    return () => {
      for (const layer of LAYERS) paintLayer(layer, [], 0);
    };
  }, [pair, panes, shown]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown puts other nodes under the same stretches
  useLayoutEffect(() => {
    const stretches = forBoth((side) => lookedAt(pair, side, looked));
    paintLayer(LOOKED_AT, rangesOf(panes, stretches), LAYERS.length);
    return () => paintLayer(LOOKED_AT, [], 0);
  }, [pair, panes, looked, shown]);
}

const rangesOf = (panes: Both<RefObject<TextPane | null>>, stretches: Both<readonly Stretch[]>): Range[] =>
  ([0, 1] as const).flatMap((side) =>
    stretches[side].flatMap((stretch) => panes[side].current?.rangesOf(stretch) ?? []),
  );

function stretchesOf(
  { comparison: { passages, figures } }: ComparedPair,
  side: 0 | 1,
): Record<(typeof LAYERS)[number], Stretch[]> {
  const figuresThat = (part: boolean): Stretch[] =>
    figures.filter(({ verdict }) => (verdict === 'differ') === part).map((one) => figureOf(one, side));
  return {
    'shared-passage': passages.map(({ ends }) => ends[side]),
    'figure-meets': figuresThat(false),
    'figure-parts': figuresThat(true),
    'shared-changed': passages.flatMap(({ changed }) => changed[side]),
  };
}

function lookedAt(
  { comparison: { passages, figures } }: ComparedPair,
  side: 0 | 1,
  looked: Looked | null,
): Stretch[] {
  if (looked?.type === 'passage') return [passages[looked.index]!.ends[side]];
  if (looked?.type === 'figures') return [figureOf(figures[looked.index]!, side)];
  return looked?.type === 'alone' && looked.side === side ? [looked] : [];
}

function figureOf({ wordings }: ComparedFigures, side: 0 | 1): Stretch {
  const { at, figure } = wordings[side];
  return { start: at + figure.start, end: at + figure.end };
}
