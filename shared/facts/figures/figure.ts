import type { Bound, FactKind, FoundFact, Terms } from '@shared/model/fact.ts';
import { readingOffset } from '@shared/model/offset.ts';

/** A figure as it is read, before it is tied to what it counts. Positions are reading offsets. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly kind: FactKind;
  /** Null only for a ratio over 0. */
  readonly value: number | null;
  readonly valueMax?: number | undefined;
  readonly unit: string | null;
  readonly bound: Bound;
  readonly per?: string | undefined;
  readonly terms?: Terms | undefined;
  readonly multiplier?: number | undefined;
  readonly rule: string;
  readonly confidence: number;
}

/** What a reader skips and what a reader finds there; `end` is where reading goes on. */
export interface Reading {
  readonly figure: Figure | null;
  readonly end: number;
}

export function factOfFigure(text: string, figure: Figure): FoundFact {
  const { valueMax, per, terms, multiplier, start, end, ...rest } = figure;
  return {
    ...rest,
    start: readingOffset(start),
    end: readingOffset(end),
    text: text.slice(start, end),
    ...(valueMax === undefined ? {} : { valueMax }),
    ...(per === undefined ? {} : { per }),
    ...(terms === undefined ? {} : { terms }),
    ...(multiplier === undefined ? {} : { multiplier }),
    measure: null,
    subject: null,
    when: null,
  };
}
