import type { SourceSpan } from '@shared/model/offset.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { Selector } from './selector.ts';

/** Units of context that a selector keeps on either side. */
const CONTEXT = 32;

/** A decoded source as selectors name it. */
export interface AnchoredText {
  readonly source: SourceHash;
  readonly textHash: string;
  readonly text: string;
}

/**
 * A selector for spans of a source, given in reading order.
 * @throws RangeError when there are no spans or one leaves the text.
 */
export function describeSpans(spans: readonly SourceSpan[], anchored: AnchoredText): Selector {
  const { source, textHash, text } = anchored;
  if (spans.length === 0) throw new RangeError('a selector needs at least one span');
  for (const { start, end } of spans)
    if (!(start >= 0 && start < end && end <= text.length))
      throw new RangeError(`span ${start}–${end} is outside a text of ${text.length}`);
  const first = Math.min(...spans.map(({ start }) => start));
  const last = Math.max(...spans.map(({ end }) => end));
  return {
    source,
    textHash,
    spans: spans.map(({ start, end }) => ({ start, end })),
    quote: {
      exact: spans.map(({ start, end }) => text.slice(start, end)).join(''),
      prefix: text.slice(Math.max(0, first - CONTEXT), first),
      suffix: text.slice(last, last + CONTEXT),
    },
  };
}
