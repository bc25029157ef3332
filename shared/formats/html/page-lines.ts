import type { PageElement } from './element.ts';
import { BLOCKS } from './elements.ts';
import type { Markup } from './read-markup.ts';

/** One line of a page's text, with what the page says of it. */
export interface PageLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The innermost block that it stands in; null above all. */
  readonly block: PageElement | null;
  /** Units without blanks. */
  readonly ink: number;
  /** Of these, units that are links. */
  readonly linked: number;
  readonly links: number;
}

/** The lines of a page that have ink, in order. */
export function readLines({ text, elements }: Markup): PageLine[] {
  const blocks = elements.filter(({ name, start, end }) => end > start && BLOCKS.has(name));
  const links = elements.filter(
    ({ name, attributes, start, end }) => name === 'a' && end > start && attributes.has('href'),
  );
  const lines: PageLine[] = [];
  const open: PageElement[] = [];
  let [block, link] = [0, 0];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const lineEnd = index + line.length;
    if (line.trim() === '') continue;
    for (; block < blocks.length && (blocks[block] as PageElement).start < lineEnd; block++) {
      const next = blocks[block] as PageElement;
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= next.start) open.pop();
      open.push(next);
    }
    while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= index) open.pop();
    while (link > 0 && (links[link - 1] as PageElement).end > index) link--;
    while (link < links.length && (links[link] as PageElement).end <= index) link++;
    let linked = 0;
    let count = 0;
    let last = index;
    for (let i = link; i < links.length && (links[i] as PageElement).start < lineEnd; i++) {
      const { start, end } = links[i] as PageElement;
      const from = Math.max(last, start);
      last = Math.max(last, Math.min(end, lineEnd));
      if (last > from) linked += countInk(text.slice(from, last));
      count++;
    }
    lines.push({
      start: index,
      end: lineEnd,
      text: line,
      block: open.findLast(({ start, end }) => start <= index + leadOf(line) && end >= lineEnd) ?? null,
      ink: countInk(line),
      linked,
      links: count,
    });
  }
  return lines;
}

const leadOf = (line: string): number => line.length - line.trimStart().length;

const countInk = (text: string): number => text.replace(/\s+/g, '').length;
