import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';
import { endOverUnseen, isEmptyInPrint } from './unseen.ts';

/**
 * Where a reading text stands in its source, in reading order. Pieces are one span where nothing that is seen
 * stands between them, and what leaves no trace behind a piece belongs to it.
 */
export function spansOfReading(reading: ReadingText | null, source: string): SourceSpan[] {
  const spans: SourceSpan[] = [];
  for (const { to, length } of reading?.pieces ?? []) {
    const end = endOverUnseen(source, to + length);
    const last = spans.at(-1);
    if (last && to >= last.end && isEmptyInPrint(source.slice(last.end, to)))
      spans[spans.length - 1] = sourceSpan(last.start, end);
    else spans.push(sourceSpan(to, end));
  }
  return spans;
}
