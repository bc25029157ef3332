import { toExtractDocument } from '@shared/exchange/extract-document.ts';
import { gatherTables } from '@shared/facts/gather-tables.ts';
import type { Extracted } from '@shared/pipeline/extract.ts';
import { dropUnseen } from '@shared/text/unseen.ts';

type Spans = readonly (readonly [number, number])[];

const squash = (text: string) => dropUnseen(text).replace(/[\s\u0085]/g, '');

/**
 * What every extraction has to hold, as a list of what it breaks: each non-blank unit of the source stands in
 * exactly one region, each fact, name and quotation is the words it says it is, ids are unique.
 */
export function brokenLaws({ extraction, text }: Extracted): string[] {
  const document = toExtractDocument(extraction, text, gatherTables(extraction.facts));
  const seen = new Uint16Array(text.length);
  const mark = (spans: Spans) => {
    for (const [start, end] of spans) for (let i = start; i < end; i++) seen[i] = (seen[i] ?? 0) + 1;
  };
  for (const article of document.articles)
    for (const spans of [
      article.titleSpans,
      article.subtitleSpans,
      article.bylineSpans,
      article.segments,
      article.captions,
    ])
      mark(spans);
  mark(document.furniture);
  for (const { spans } of document.duplicates) mark(spans.slice(1));
  const broken: string[] = [];
  for (let i = 0; i < text.length; i++)
    if (/\S/.test(text[i] as string) && seen[i] !== 1)
      broken.push(`unit ${i} (${text[i]}) stands ${seen[i]} times`);
  for (const item of [...document.facts, ...document.names, ...document.quotes]) {
    const spans: Spans = item.spans ?? [[item.start, item.end]];
    const words = spans.map(([start, end]) => text.slice(start, end)).join('');
    if (squash(words) !== squash(item.text)) broken.push(`${item.text} is not ${words}`);
    if (!document.articles.some(({ id }) => id === item.article)) broken.push(`${item.text} has no article`);
  }
  for (const { text: reading, paragraphs, headings } of document.articles)
    for (const { start, end } of [...paragraphs, ...headings])
      if (!(start < end && end <= reading.length))
        broken.push(`paragraph ${start}–${end} of ${reading.length}`);
  const ids = document.facts.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) broken.push('two facts share an id');
  return broken;
}
