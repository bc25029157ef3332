import { type SourceOffset, type SourceSpan, sourceSpan } from '@shared/model/offset.ts';
import type { CutArticle, Page, ReadingText } from '@shared/model/page.ts';
import type { PlacedCut } from '@shared/model/page-cut.ts';
import type { Hint } from '@shared/model/read-source.ts';
import type { SegmentKnowledge } from '@shared/segment/knowledge.ts';
import { type Segmentation, segment } from '@shared/segment/segment.ts';
import { readingMap } from '@shared/text/offset-map.ts';
import { spansOfReading } from '@shared/text/reading-spans.ts';
import { type SeenText, seeText } from './seen-text.ts';

/**
 * Takes a page apart as it is seen: what leaves no trace in print neither parts nor changes a line, and is in no
 * reading text. The page that is given counts in the source, cuts too. A character without a trace belongs to
 * the ink before it; where there is none it is furniture, so that no unit of the source is lost.
 */
export function segmentAsSeen(
  source: string,
  knowledge: SegmentKnowledge,
  cuts: readonly PlacedCut[],
  hints: readonly Hint[] = [],
): Segmentation {
  const seen = seeText<SourceOffset>(source);
  if (seen === null) return segment(source, knowledge, cuts, hints);
  const { page, unplaced } = segment(
    seen.text,
    knowledge,
    cuts.map((cut) => mapCut(cut, (span) => seen.seenOf(span))),
    hints.map((hint) => ({ ...hint, ...seen.seenOf(hint) })),
  );
  const mapped = mapPage(page, seen);
  return { page: { ...mapped, furniture: withUncovered(mapped, seen, source) }, unplaced };
}

/** How a page's spans and texts stand in another text. */
type Seen = Pick<SeenText<SourceOffset>, 'map' | 'regionOf'>;
type MapSpan = (span: SourceSpan) => SourceSpan;

export function mapCut(cut: PlacedCut, map: MapSpan): PlacedCut {
  switch (cut.type) {
    case 'merge':
      return { type: cut.type, first: map(cut.first), second: map(cut.second) };
    case 'arrange':
      return { type: cut.type, what: map(cut.what), after: cut.after && map(cut.after) };
    case 'reorder':
      return { type: cut.type, what: cut.what.map(map), after: cut.after && map(cut.after) };
    case 'mark':
      return { ...cut, what: cut.what.map(map) };
    case 'split':
      return { type: cut.type, at: cut.at.map(map) };
    default:
      return { type: cut.type, at: map(cut.at) };
  }
}

export function mapPage(page: Page, seen: Seen): Page {
  const map: MapSpan = (span) => seen.regionOf(span);
  const words = <Words extends { readonly span: SourceSpan }>(printed: Words): Words => ({
    ...printed,
    span: map(printed.span),
  });
  const { newspaper, edition, date, pageTitle } = page.imprint;
  return {
    articles: page.articles.map((article) => mapArticle(article, seen)),
    furniture: page.furniture.map(map),
    duplicates: page.duplicates.map(({ spans: [first, second] }) => ({ spans: [map(first), map(second)] })),
    imprint: {
      ...(newspaper && { newspaper: words(newspaper) }),
      ...(edition && { edition: words(edition) }),
      ...(date && { date: words(date) }),
      ...(pageTitle && { pageTitle: words(pageTitle) }),
    },
    doubts: page.doubts.map((doubt) => ({
      ...words(doubt),
      ...(doubt.other ? { other: mapCut(doubt.other, map) } : {}),
    })),
  };
}

function mapArticle(article: CutArticle, seen: Seen): CutArticle {
  const map = <Text extends ReadingText | null>(reading: Text): Text =>
    reading && { ...reading, pieces: readingMap(reading).compose(seen.map).pieces };
  return {
    ...article,
    title: map(article.title),
    subtitle: map(article.subtitle),
    byline: { ...article.byline, spans: article.byline.spans.map((span) => seen.regionOf(span)) },
    body: map(article.body),
    captions: article.captions.map(map),
  };
}

/** The furniture, and what is not seen and stands in no region of the page. */
function withUncovered(
  page: Page,
  { unseen }: Pick<SeenText<SourceOffset>, 'unseen'>,
  source: string,
): SourceSpan[] {
  const regions = [
    ...page.furniture,
    ...page.duplicates.map(({ spans }) => spans[1]),
    ...page.articles.flatMap(({ title, subtitle, body, captions, byline }) => [
      ...byline.spans,
      ...[title, subtitle, body, ...captions].flatMap((reading) => spansOfReading(reading, source)),
    ]),
  ].sort((a, b) => a.start - b.start);
  const uncovered: SourceSpan[] = [];
  let region = 0;
  for (const { start, end } of unseen) {
    while (region < regions.length && (regions[region] as SourceSpan).end <= start) region++;
    if ((regions[region]?.start ?? end) >= end) uncovered.push(sourceSpan(start, end));
  }
  return [...page.furniture, ...uncovered].sort((a, b) => a.start - b.start);
}
