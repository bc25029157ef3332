import type { Phrase } from '@shared/model/fact.ts';
import {
  hullOf,
  type ReadingOffset,
  type ReadingSpan,
  type SourceOffset,
  type SourceSpan,
  sourceSpan,
} from '@shared/model/offset.ts';
import type { CutArticle, ReadingText } from '@shared/model/page.ts';
import { type OffsetMap, readingMap } from '@shared/text/offset-map.ts';
import { isEmptyInPrint } from '@shared/text/unseen.ts';

export type PassageRole = 'title' | 'subtitle' | 'body' | 'caption';

/** One reading text of a page, with the way back to the source. */
export interface Passage {
  readonly role: PassageRole;
  /** Index of its article. */
  readonly article: number;
  readonly text: string;
  readonly map: OffsetMap<ReadingOffset, SourceOffset>;
}

/** All reading texts of a page: of each article its title, subtitle, body and captions. */
export function listPassages(articles: readonly CutArticle[]): Passage[] {
  return articles.flatMap((article, index) => {
    const readings: [PassageRole, ReadingText | null][] = [
      ['title', article.title],
      ['subtitle', article.subtitle],
      ['body', article.body],
      ...article.captions.map((caption): [PassageRole, ReadingText] => ['caption', caption]),
    ];
    return readings.flatMap(([role, reading]) =>
      reading === null || reading.text === ''
        ? []
        : [{ role, article: index, text: reading.text, map: readingMap(reading) }],
    );
  });
}

/**
 * Where words of a reading text stand in the source, in reading order. Pieces with nothing that is seen
 * between them, as at a line's end, are one span.
 */
export function spansInSource(
  map: OffsetMap<ReadingOffset, SourceOffset>,
  span: ReadingSpan,
  source: string,
): SourceSpan[] {
  const joined: SourceSpan[] = [];
  for (const piece of map.mapSpan(span)) {
    const last = joined.at(-1);
    if (last && piece.start >= last.end && isEmptyInPrint(source.slice(last.end, piece.start)))
      joined[joined.length - 1] = { start: last.start, end: piece.end };
    else joined.push(piece);
  }
  return joined;
}

/** `start` and `end` of the hull, and `spans` where there is more than one. */
export function placeInSource(
  passage: Passage,
  span: ReadingSpan,
  source: string,
): SourceSpan & { readonly spans?: readonly SourceSpan[] } {
  const spans = spansInSource(passage.map, span, source);
  return spans.length > 1 ? { ...hullOf(spans), spans } : hullOf(spans);
}

/** A phrase in the source. One that is not printed, only said, stands nowhere: its place is an empty one. */
export function placePhrase(
  passage: Passage,
  phrase: Phrase<ReadingOffset> | null,
  source: string,
): Phrase<SourceOffset> | null {
  if (phrase === null) return null;
  const spans = spansInSource(passage.map, phrase, source);
  if (spans.length > 0) return { text: phrase.text, ...hullOf(spans) };
  const at = passage.map.map(phrase.start) ?? source.length;
  return { text: phrase.text, ...sourceSpan(at, at) };
}
