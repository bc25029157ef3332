import type { SourceSpan } from './offset.ts';
import type { Place } from './read-source.ts';

/** The innermost place that the beginning of a span stands in; null where the format knows of none. */
export function placeAt(places: readonly Place[], { start }: SourceSpan): Place | null {
  let found: Place | null = null;
  for (const place of places) {
    if (place.start > start) break;
    if (place.end > start) found = place;
  }
  return found;
}
