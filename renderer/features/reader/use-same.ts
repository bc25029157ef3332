import { useRef } from 'react';

interface Span {
  readonly block?: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The same list for as long as it holds the same spans: an article that is read anew, as after a correction,
 * brings nothing into view that was in view before.
 */
export function useSame<One extends Span>(spans: readonly One[]): readonly One[] {
  const kept = useRef(spans);
  if (!areSame(kept.current, spans)) kept.current = spans;
  return kept.current;
}

const areSame = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.length === others.length &&
  some.every((one, at) => {
    const other = others[at];
    return one.block === other?.block && one.start === other?.start && one.end === other?.end;
  });
