import { readingSpan, type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';
import { readingMap } from '@shared/text/offset-map.ts';
import { LINE_END } from '@shared/text/unseen.ts';
import type { SourceRow } from '../../library/rows.ts';
import type { ArticleView } from '../../state/article-view.ts';
import { lastAtOrBefore } from '../../state/sorted.ts';

/** `::highlight` names of the parts that the page as it came is marked with. */
export const LAYERS = [
  'part-text',
  'part-title',
  'part-caption',
  'part-byline',
  'part-furniture',
  'part-duplicate',
  'part-doubt',
] as const;

export interface PagePart {
  readonly layer: (typeof LAYERS)[number];
  readonly span: SourceSpan;
}

/** Where each part of the open article stands, with the furniture, copies and doubts of its page. */
export function listParts(view: ArticleView, source: SourceRow): PagePart[] {
  const { article } = view;
  const part = (layer: PagePart['layer'], spans: readonly SourceSpan[]): PagePart[] =>
    spans.map((span) => ({ layer, span }));
  const whole = (reading: ReadingText | null): SourceSpan[] =>
    reading ? readingMap(reading).mapSpan(readingSpan(0, reading.text.length)) : [];
  const body = readingMap(article.body);
  const headings = article.headings.flatMap((span) => body.mapSpan(span));
  return [
    ...part('part-text', whole(article.body)),
    ...part('part-title', [...whole(article.title), ...whole(article.subtitle), ...headings]),
    ...part('part-caption', article.captions.flatMap(whole)),
    ...part('part-byline', article.byline.spans),
    ...part('part-furniture', source.furniture),
    ...part(
      'part-duplicate',
      source.duplicates.map(({ spans }) => spans[1]),
    ),
    ...part(
      'part-doubt',
      view.doubts.map(({ span }) => span),
    ),
  ];
}

export const spansOfLayer = (parts: readonly PagePart[], layer: PagePart['layer']): SourceSpan[] =>
  parts.filter((part) => part.layer === layer).map(({ span }) => span);

/** The lines of a text without their ends. */
export function findLines(text: string): SourceSpan[] {
  const lines: SourceSpan[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(LINE_END)) {
    lines.push(sourceSpan(start, index));
    start = index + end.length;
  }
  if (start < text.length) lines.push(sourceSpan(start, text.length));
  return lines;
}

/** Index of the line that an offset of the source stands in, or behind; −1 before all. */
export const lineAt = (lines: readonly SourceSpan[], offset: number): number =>
  lastAtOrBefore(lines, offset, ({ start }) => start);

/** What is selected of the page's lines, as one span of the source; none when nothing is. */
export function readSourceSelection(
  selection: Selection,
  lines: readonly SourceSpan[],
  nodes: readonly (Text | null)[],
): SourceSpan[] {
  if (selection.isCollapsed || selection.rangeCount === 0) return [];
  const range = selection.getRangeAt(0);
  const touched = lines.flatMap((line, index) => {
    const node = nodes[index];
    if (!node || !range.intersectsNode(node)) return [];
    const start = range.startContainer === node ? range.startOffset : 0;
    const end = range.endContainer === node ? range.endOffset : node.length;
    return start < end ? [sourceSpan(line.start + start, line.start + end)] : [];
  });
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last ? [{ start: first.start, end: last.end }] : [];
}
