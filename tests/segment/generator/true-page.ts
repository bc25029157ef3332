import type { Item, TrueArticle, TruePage } from './printed-page.ts';
import type { PlacedPiece } from './render-page.ts';

type Span = readonly [number, number];

const spansOf = (pieces: readonly PlacedPiece[]): Span[] =>
  pieces.map(({ span }) => span).filter(([start, end]) => end > start);

/** The answer to a page, read off where its pieces were printed. */
export function answerOf(
  items: readonly Item[],
  placed: readonly PlacedPiece[],
): Omit<TruePage, 'style' | 'faults' | 'imprint'> {
  const pieces = placed.filter(({ copy }) => !copy);
  return {
    articles: items.map((item, i) =>
      trueArticle(
        item,
        pieces.filter((piece) => piece.item === i),
      ),
    ),
    furniture: spansOf(pieces.filter(({ role }) => role === 'furniture')),
    rubrics: spansOf(pieces.filter(({ role }) => role === 'rubric')),
    duplicates: spansOf(placed.filter(({ copy, role }) => copy && role !== 'mark')),
  };
}

function trueArticle(item: Item, own: readonly PlacedPiece[]): TrueArticle {
  const of = (role: PlacedPiece['role']): PlacedPiece[] => own.filter((piece) => piece.role === role);
  const partsOf = (role: 'paragraph' | 'heading') => {
    const order = [...new Set(of(role).map(({ k = 0 }) => k))].sort((a, b) => a - b);
    return order.map((k) => {
      const parts = of(role)
        .filter((piece) => piece.k === k)
        .sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
      return { k, text: parts.map(({ text }) => text).join(''), spans: spansOf(parts) };
    });
  };
  return {
    id: item.id,
    kind: item.kind,
    title: item.title,
    plain: item.title,
    kicker: item.kicker,
    second: item.second,
    untitled: item.title === '',
    byline: item.byline,
    lead: of('lead')
      .map(({ text }) => text)
      .join(''),
    paragraphs: partsOf('paragraph'),
    headings: partsOf('heading'),
    titleSpans: spansOf(of('title')),
    kickerSpans: spansOf(of('kicker')),
    secondSpans: spansOf(of('second')),
    bylineSpans: spansOf(of('byline')),
    leadSpans: spansOf(of('lead')),
    captions: spansOf(of('caption')),
    markSpans: spansOf(of('mark')),
  };
}
