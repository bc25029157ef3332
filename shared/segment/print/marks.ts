import { type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import { joinTexts } from './blocks.ts';
import { type Line, widthOf } from './lines.ts';

/** Lines without the marks that a converter left in them; the marks are the page's furniture. */
export interface PeeledLines {
  readonly lines: Line[];
  readonly marks: SourceSpan[];
}

const HEADING = /^(?:\*\*|__)?(#{1,6})(?=\s|[^#\s])\s*/;
/** A line that is nothing but a link, a picture, or a rule of one repeated sign. */
const WHOLE =
  /^(?:!?\[[^\]]{0,200}\]\([^)\s]{0,2000}\)|<[^<>]{1,400}>|https?:\/\/\S+|([-=*_~—─━·.#])\1{2,})$/;
/** Emphasis, entities and tags inside a line. */
const INSIDE =
  /\*\*|__|&(?:nbsp|emsp|ensp|amp|lt|gt|quot|ldquo|rdquo|middot|mdash|#\d{1,6});|<\/?(?:p|br|div|span|strong|b|em|i|font|a|img|h[1-6]|td|tr|table|tbody|center)\b[^<>]{0,300}>/gi;

/** Takes Markdown, tags and entities out of lines. Text between the marks keeps its place in the source. */
export function peelMarks(lines: readonly Line[]): PeeledLines {
  const marks: SourceSpan[] = [];
  const kept: Line[] = [];
  let gap = 0;
  for (const line of lines) {
    const spans = marksOf(line.text);
    if (spans.length === 0) {
      kept.push(gap ? { ...line, gap: line.gap + gap } : line);
      gap = 0;
      continue;
    }
    const start = line.runs[0]?.start ?? 0;
    const runs: SourceSpan[] = [];
    let from = 0;
    const keep = (to: number): void => {
      let a = from;
      let b = to;
      while (a < b && /\s/.test(line.text[a] ?? '')) a++;
      while (b > a && /\s/.test(line.text[b - 1] ?? '')) b--;
      if (b > a) runs.push(sourceSpan(start + a, start + b));
    };
    for (const [a, b] of spans) {
      keep(a);
      marks.push(sourceSpan(start + a, start + b));
      from = b;
    }
    keep(line.text.length);
    if (runs.length === 0) {
      gap += line.gap;
      continue;
    }
    const text = joinTexts(runs.map((run) => line.text.slice(run.start - start, run.end - start)));
    const level = HEADING.exec(line.text)?.[1]?.length ?? 0;
    kept.push({ ...line, runs, text, level, width: widthOf(text), gap: line.gap + gap });
    gap = 0;
  }
  return { lines: kept, marks };
}

/** Where the marks of one line stand in it, without the blanks around them. */
function marksOf(text: string): [number, number][] {
  if (!/[#*_<&[!\-=~—─━·.]|https?:/.test(text)) return [];
  if (WHOLE.test(text)) return [[0, text.length]];
  const spans: [number, number][] = [];
  const heading = HEADING.exec(text);
  if (heading) {
    const start = heading[0].indexOf('#');
    spans.push([start, start + (heading[1]?.length ?? 0)]);
  }
  for (const match of text.matchAll(INSIDE)) spans.push([match.index, match.index + match[0].length]);
  return spans.sort((a, b) => a[0] - b[0]);
}
