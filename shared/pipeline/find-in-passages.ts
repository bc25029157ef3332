import type { AnchoredText } from '@shared/anchors/describe.ts';
import { resolveSelector } from '@shared/anchors/resolve.ts';
import type { Selector } from '@shared/anchors/selector.ts';
import { type ReadingSpan, readingSpan, type SourceSpan } from '@shared/model/offset.ts';
import type { Passage } from './passage.ts';

/** Words of a page that a person spoke of, found again. */
export interface FoundWords {
  readonly spans: readonly SourceSpan[];
  /** The passage of that index, and the units of it from the first of the words to the last; null in none. */
  readonly place: { readonly passage: number; readonly span: ReadingSpan } | null;
}

/** @returns what finds words again in the first passage that holds any of them; null where they are gone. */
export function findInPassages(
  passages: readonly Passage[],
  anchored: AnchoredText,
): (selector: Selector) => FoundWords | null {
  const backs = passages.map(({ map }) => map.invert(anchored.text.length));
  return (selector) => {
    const placement = resolveSelector(selector, anchored);
    if (!placement.ok) return null;
    const { spans } = placement.value;
    for (const [passage, back] of backs.entries()) {
      const read = spans.flatMap((span) => back.mapSpan(span));
      if (read.length === 0) continue;
      const [start, end] = [Math.min(...read.map((s) => s.start)), Math.max(...read.map((s) => s.end))];
      return { spans, place: { passage, span: readingSpan(start, end) } };
    }
    return { spans, place: null };
  };
}
