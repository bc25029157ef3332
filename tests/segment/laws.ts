import type { Page, ReadingText } from '@shared/model/page.ts';

/** What breaks the laws of a page; empty when it keeps them. At most a few of each kind are listed. */
export function brokenLaws(text: string, page: Page): string[] {
  const broken: string[] = [];
  const owners = new Uint8Array(text.length);
  const claim = (start: number, end: number, what: string): void => {
    if (!(start >= 0 && start < end && end <= text.length)) broken.push(`${what} ${start}–${end}`);
    for (let i = Math.max(0, start); i < Math.min(text.length, end); i++) owners[i] = (owners[i] ?? 0) + 1;
  };
  const read = (reading: ReadingText | null, what: string): void => {
    if (!reading) return;
    let at = 0;
    for (const piece of reading.pieces) {
      if (piece.from < at) broken.push(`${what}: pieces overlap at ${piece.from}`);
      if (/\S/.test(reading.text.slice(at, piece.from))) broken.push(`${what}: ink without a source`);
      at = piece.from + piece.length;
      if (reading.text.slice(piece.from, at) !== text.slice(piece.to, piece.to + piece.length))
        broken.push(`${what}: ${piece.from} does not read as its source`);
      claim(piece.to, piece.to + piece.length, what);
    }
    if (/\S/.test(reading.text.slice(at))) broken.push(`${what}: ink without a source at the end`);
  };
  for (const [i, article] of page.articles.entries()) {
    read(article.title, `title ${i}`);
    read(article.subtitle, `subtitle ${i}`);
    read(article.body, `body ${i}`);
    article.captions.forEach((caption, c) => {
      read(caption, `caption ${i}.${c}`);
    });
    for (const span of article.byline.spans) claim(span.start, span.end, `byline ${i}`);
    const parts = [...article.paragraphs, ...article.headings].sort((a, b) => a.start - b.start);
    const lines = parts.map((span) => article.body.text.slice(span.start, span.end));
    if (lines.join('\n') !== article.body.text) broken.push(`body ${i} is not its paragraphs and headings`);
    if (lines.some((line) => line.includes('\n'))) broken.push(`body ${i} has a paragraph of two lines`);
  }
  for (const span of page.furniture) claim(span.start, span.end, 'furniture');
  for (const { spans } of page.duplicates) claim(spans[1].start, spans[1].end, 'duplicate');
  let wrong = 0;
  for (let i = 0; i < text.length && wrong < 3; i++) {
    if (owners[i] === 1 || !/\S/.test(text[i] as string)) continue;
    wrong++;
    broken.push(`unit ${i} (${text[i]}) stands ${owners[i]} times`);
  }
  return broken;
}
