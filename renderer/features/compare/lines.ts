import { lastAtOrBefore } from '../../state/sorted.ts';

/** A paragraph of a text; `start` counts UTF-16 units of the whole. */
export interface Line {
  readonly start: number;
  readonly text: string;
  readonly isHeading: boolean;
}

/** @param headings where those paragraphs begin that are headings. */
export function partLines(text: string, headings: readonly number[]): Line[] {
  const isHeading = new Set(headings);
  let start = 0;
  return text.split('\n').map((line) => {
    const own = { start, text: line, isHeading: isHeading.has(start) };
    start += line.length + 1;
    return own;
  });
}

/** The index of the line that holds a unit. */
export const lineAt = (lines: readonly Line[], at: number): number =>
  Math.max(
    0,
    lastAtOrBefore(lines, at, ({ start }) => start),
  );
