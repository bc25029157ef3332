import { Fragment } from 'react';

export interface MarkedProps {
  readonly text: string;
  /** Spans of `text` in order, as [start, end]. */
  readonly marks: readonly (readonly [number, number])[];
}

/** A short text with the words that were found. */
export function Marked({ text, marks }: MarkedProps) {
  let at = 0;
  return (
    <>
      {marks.map(([start, end]) => {
        const before = text.slice(at, start);
        at = end;
        return (
          <Fragment key={start}>
            {before}
            <mark>{text.slice(start, end)}</mark>
          </Fragment>
        );
      })}
      {text.slice(at)}
    </>
  );
}
