import { failure, type Result, success } from '@shared/contracts/results.ts';
import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import { findMostLike } from './approximate.ts';
import type { AnchoredText } from './describe.ts';
import type { Selector } from './selector.ts';

/** Quotations up to this many units are never matched fuzzily: too much else looks like them. */
export const SHORTEST_FUZZY = 5;

/** Share of a quotation's units that a fuzzy match has to keep. */
const SCORE_FLOOR = 0.8;

/** How much better one place has to fit its surroundings than the next to be the one that was meant. */
const CONTEXT_LEAD = 4;

export interface Placement {
  readonly spans: readonly SourceSpan[];
  /** `exact`: where it was; `moved`: the same words elsewhere; `fuzzy`: words much like them. */
  readonly how: 'exact' | 'moved' | 'fuzzy';
  /** Share of the quotation's units found again, 0 to 1. */
  readonly score: number;
}

/** Finds a selector's words again: by position, then by its words, then by words much like them. */
export function resolveSelector(
  selector: Selector,
  anchored: AnchoredText,
): Result<Placement, 'anchor-source-unknown' | 'anchor-not-found' | 'anchor-ambiguous'> {
  if (selector.source !== anchored.source) return failure('anchor-source-unknown');
  const { exact } = selector.quote;
  const { text } = anchored;
  const standing = selector.spans.map(({ start, end }) => text.slice(start, end)).join('');
  if (
    standing === exact &&
    (selector.textHash === anchored.textHash || surroundings(selector, text, hull(selector)) > 0)
  )
    return success({ spans: selector.spans, how: 'exact', score: 1 });
  const places = occurrences(text, exact);
  if (places.length > 0) {
    const best = choose(
      places.map((start) => ({
        start,
        fit: surroundings(selector, text, { start, end: start + exact.length }),
      })),
    );
    if (best === null) return failure('anchor-ambiguous', { places: places.length });
    return success({ spans: [sourceSpan(best, best + exact.length)], how: 'moved', score: 1 });
  }
  if (exact.length < SHORTEST_FUZZY) return failure('anchor-not-found');
  const tied = findMostLike(exact, text, SCORE_FLOOR);
  if (tied.length === 0) return failure('anchor-not-found');
  const best = choose(
    tied.map((match) => ({ start: match.start, fit: surroundings(selector, text, match) })),
  );
  const match = tied.find(({ start }) => start === best);
  if (match === undefined) return failure('anchor-ambiguous', { places: tied.length });
  return success({ spans: [sourceSpan(match.start, match.end)], how: 'fuzzy', score: match.score });
}

const hull = ({ spans }: Selector): { start: number; end: number } => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

function occurrences(text: string, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
}

/** Units of the selector's prefix and suffix that also surround the place, counted outwards. */
function surroundings(selector: Selector, text: string, place: { start: number; end: number }): number {
  const { prefix, suffix } = selector.quote;
  let before = 0;
  while (before < prefix.length && prefix.at(-1 - before) === text[place.start - 1 - before]) before++;
  let after = 0;
  while (after < suffix.length && suffix[after] === text[place.end + after]) after++;
  return before + after;
}

/** The start that fits its surroundings clearly best; null when two fit about as well. */
function choose(places: readonly { readonly start: number; readonly fit: number }[]): number | null {
  const [best, next] = [...places].sort((a, b) => b.fit - a.fit);
  if (best === undefined) return null;
  return next === undefined || best.fit - next.fit >= CONTEXT_LEAD ? best.start : null;
}
