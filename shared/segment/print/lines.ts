import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';

/** One printed line that has ink, without the blanks at its ends. */
export interface Line {
  /** Unbroken stretches of ink; more than one where marks were taken out of the line. */
  readonly runs: readonly SourceSpan[];
  /** The runs put together. */
  readonly text: string;
  /** Blank lines between this line and the one with ink before it. */
  readonly gap: number;
  /** Blank columns before the ink; a full-width blank is one, a half-width one half. */
  readonly indent: number;
  /** Columns of ink: a full-width character is one, a half-width one half. */
  readonly width: number;
  /** Level of a Markdown heading, 0 for any other line. */
  readonly level: number;
  /** What the page's format says of it, where it says anything. */
  readonly hint?: LineHint;
}

/** What a format says a line is; it goes before what the line looks like. `paragraph`: it is a whole one. */
export type LineHint = 'title' | 'heading' | 'caption' | 'paragraph';

const isBreak = (unit: number): boolean =>
  unit === 0x0a || unit === 0x0d || unit === 0x0b || unit === 0x0c || unit === 0x2028 || unit === 0x2029;

/** The blanks of `\s` that do not end a line. */
const isBlank = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x09 ||
  unit === 0x3000 ||
  unit === 0xa0 ||
  unit === 0xfeff ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200a) ||
  unit === 0x202f ||
  unit === 0x205f;

const columns = (unit: number): number =>
  unit < 0x1100 ? (unit >= 0x2010 ? 1 : 0.5) : unit >= 0xdc00 && unit <= 0xdfff ? 0 : 1;

/** Full-width columns of a text; typographic quotes and dashes count as full. */
export function widthOf(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    width += unit >= 0x2010 && unit <= 0x2027 ? 1 : columns(unit);
  }
  return width;
}

const HANGING = new Set([...'，。、；：,.;:'].map((mark) => mark.charCodeAt(0)));

/** Columns of a line's ink without a mark at its end, which may hang over the measure. */
export const inkOf = ({ text, width }: Line): number =>
  HANGING.has(text.charCodeAt(text.length - 1)) ? width - 1 : width;

/** The lines of a text that have ink, in order. `\r\n` is one line end, a form feed counts as several. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let blank = 0;
  let at = 0;
  while (at < text.length) {
    let end = at;
    while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
    let start = at;
    let indent = 0;
    while (start < end && isBlank(text.charCodeAt(start))) {
      const unit = text.charCodeAt(start);
      indent += unit === 0x3000 ? 1 : unit === 0x09 ? 2 : 0.5;
      start++;
    }
    let last = end;
    while (last > start && isBlank(text.charCodeAt(last - 1))) last--;
    if (last > start) {
      const ink = text.slice(start, last);
      lines.push({
        runs: [sourceSpan(start, last)],
        text: ink,
        gap: lines.length ? blank : 0,
        indent,
        width: widthOf(ink),
        level: 0,
      });
      blank = 0;
    } else blank++;
    if (end < text.length) {
      if (text.charCodeAt(end) === 0x0c) blank += 2;
      end += text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? 2 : 1;
    }
    at = end;
  }
  return lines;
}
