import type { Article } from '@shared/model/extraction.ts';
import { readingOffset, readingSpan } from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';
import { readingMap } from '@shared/text/offset-map.ts';
import { readingsOf } from '../library/article-at.ts';
import type { Block, BlockRole } from './blocks.ts';
import { groupBy, lastAtOrBefore } from './sorted.ts';

/**
 * The article's texts as blocks in reading order. A caption follows the block of the body that stands
 * nearest before it on the page.
 */
export function layOutBlocks(article: Article): Block[] {
  const places = new Map(readingsOf(article).map((reading, index) => [reading, index]));
  const placeOf = (text: ReadingText): number => places.get(text) ?? -1;
  const whole = (text: ReadingText, role: BlockRole): Omit<Block, 'index'> => ({
    role,
    text: text.text,
    reading: placeOf(text),
    from: readingOffset(0),
  });
  const body = [
    ...article.headings.map((span) => ({ span, role: 'heading' as const })),
    ...article.paragraphs.map((span) => ({ span, role: 'paragraph' as const })),
  ]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ span, role }) => ({
      role,
      text: article.body.text.slice(span.start, span.end),
      reading: placeOf(article.body),
      from: span.start,
    }));
  const captionsAfter = placeCaptions(article, body);
  const blocks = [
    ...(article.title ? [whole(article.title, 'title')] : []),
    ...(article.subtitle ? [whole(article.subtitle, 'subtitle')] : []),
  ];
  const showCaptions = (host: number): void => {
    for (const caption of captionsAfter.get(host) ?? []) blocks.push(whole(caption, 'caption'));
  };
  showCaptions(-1);
  body.forEach((block, index) => {
    blocks.push(block);
    showCaptions(index);
  });
  return blocks.map((block, index) => ({ index, ...block }));
}

/** Captions by the block of the body that each follows, −1 before the first. */
function placeCaptions(article: Article, body: readonly Omit<Block, 'index'>[]): Map<number, ReadingText[]> {
  if (article.captions.length === 0) return new Map();
  const map = readingMap(article.body);
  const onPage = body
    .map(({ from, text }, index) => ({
      at: Number(map.mapSpan(readingSpan(from, from + text.length))[0]?.start ?? -1),
      index,
    }))
    .sort((a, b) => a.at - b.at);
  return groupBy(article.captions, ({ pieces }) => {
    const start = pieces[0]?.to ?? 0;
    return onPage[lastAtOrBefore(onPage, start, ({ at }) => at)]?.index ?? -1;
  });
}
