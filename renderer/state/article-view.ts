import type { Article } from '@shared/model/extraction.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { NameMention } from '@shared/model/name.ts';
import {
  type ReadingOffset,
  readingOffset,
  readingSpan,
  type SourceOffset,
  type SourceSpan,
} from '@shared/model/offset.ts';
import type { Doubt, ReadingText } from '@shared/model/page.ts';
import type { Quotation } from '@shared/model/quotation.ts';
import type { Place } from '@shared/model/read-source.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { type OffsetMap, readingMap } from '@shared/text/offset-map.ts';

export type BlockRole = 'title' | 'subtitle' | 'heading' | 'paragraph' | 'caption';

/** What the reader shows as one element with one run of text, in the order it is read. */
export interface Block {
  /** Place in `ArticleView.blocks`. */
  readonly index: number;
  readonly role: BlockRole;
  readonly text: string;
  /** Index of the reading text that it is a part of, and where in it the block begins. */
  readonly reading: number;
  readonly from: ReadingOffset;
}

/** A part of one block, in UTF-16 units of the block's own text, end exclusive. */
export interface BlockSpan {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** What the person has said of a fact. */
export type Trust = 'found' | NonNullable<Fact['verdict']>;

interface Placed {
  readonly id: string;
  /** In reading order; empty when its words stand in no block, as a byline's do. */
  readonly spans: readonly BlockSpan[];
}

export interface FactItem extends Placed {
  readonly type: 'fact';
  readonly fact: Fact;
  readonly trust: Trust;
}

export interface NameItem extends Placed {
  readonly type: 'name';
  readonly name: NameMention;
}

export interface QuoteItem extends Placed {
  readonly type: 'quote';
  readonly quote: Quotation;
}

/** What can be hovered, pinned and walked in both the text and the panel. */
export type Item = FactItem | NameItem | QuoteItem;

/** An article as the reader shows it. */
export interface ArticleView {
  readonly article: Article;
  readonly source: SourceHash;
  readonly blocks: readonly Block[];
  readonly byline: readonly string[];
  /** In the order they are read. */
  readonly items: readonly Item[];
  readonly doubts: readonly Doubt[];
  /** The source text, for the view of the page as it came. */
  readonly sourceText: string;
  /** Where its parts stand in the file, as its format knows. */
  readonly places: readonly Place[];
  readonly textHash: string;
  readonly placement: Placement;
}

interface PlacedReading {
  readonly toSource: OffsetMap<ReadingOffset, SourceOffset>;
  readonly toReading: OffsetMap<SourceOffset, ReadingOffset>;
  readonly blocks: readonly Block[];
}

/** Ways between the blocks of one article and its source. */
export class Placement {
  private readonly readings: readonly PlacedReading[];
  private readonly blocks: readonly Block[];

  constructor(readings: readonly ReadingText[], blocks: readonly Block[], sourceLength: number) {
    this.blocks = blocks;
    this.readings = readings.map((reading, index) => {
      const toSource = readingMap(reading);
      return {
        toSource,
        toReading: toSource.invert(sourceLength),
        blocks: blocks.filter((block) => block.reading === index),
      };
    });
  }

  /** Where words of the source are shown, in the order of the spans; what is shown nowhere is left out. */
  toBlocks(spans: readonly SourceSpan[]): BlockSpan[] {
    return spans.flatMap((span) =>
      this.readings.flatMap(({ toReading, blocks }) =>
        toReading.mapSpan(span).flatMap(({ start, end }) =>
          blocks.flatMap((block) => {
            const from = Math.max(start, block.from) - block.from;
            const to = Math.min(end, block.from + block.text.length) - block.from;
            return from < to ? [{ block: block.index, start: from, end: to }] : [];
          }),
        ),
      ),
    );
  }

  /** The block that shows the first of these words, else the one read nearest before their place on the page. */
  blockAt(span: SourceSpan): number {
    const shown = this.toBlocks([span])[0]?.block;
    if (shown !== undefined) return shown;
    let best = { end: -1, block: 0 };
    for (const block of this.blocks) {
      const whole = { block: block.index, start: 0, end: block.text.length };
      for (const { end } of this.toSource([whole]))
        if (end <= span.start && end > best.end) best = { end, block: block.index };
    }
    return best.block;
  }

  /** The source's spans under parts of blocks, in the order given; spans that touch are one. */
  toSource(spans: readonly BlockSpan[]): SourceSpan[] {
    const found: SourceSpan[] = [];
    for (const span of spans) {
      const block = this.blocks[span.block];
      const reading = block && this.readings[block.reading];
      if (!block || !reading) throw new RangeError(`no block ${span.block} among ${this.blocks.length}`);
      for (const part of reading.toSource.mapSpan(
        readingSpan(block.from + span.start, block.from + span.end),
      )) {
        const last = found.at(-1);
        if (last?.end === part.start) found[found.length - 1] = { start: last.start, end: part.end };
        else found.push(part);
      }
    }
    return found;
  }
}

/** Reading texts of an article in the order their blocks refer to them. */
export function readingsOf(article: Article): ReadingText[] {
  return [article.title, article.subtitle, article.body, ...article.captions].filter((text) => text !== null);
}

/**
 * The article's texts as blocks in reading order. A caption follows the block of the body that stands
 * nearest before it on the page.
 */
export function layOutBlocks(article: Article): Block[] {
  const readings = readingsOf(article);
  const whole = (text: ReadingText, role: BlockRole): Omit<Block, 'index'> => ({
    role,
    text: text.text,
    reading: readings.indexOf(text),
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
      reading: readings.indexOf(article.body),
      from: span.start,
    }));
  const sourceStarts = body.map((block) => {
    const [first] = readingMap(article.body).mapSpan(readingSpan(block.from, block.from + block.text.length));
    return first?.start ?? -1;
  });
  const captionsAfter = new Map<number, Omit<Block, 'index'>[]>();
  for (const caption of article.captions) {
    const start = caption.pieces[0]?.to ?? 0;
    let host = -1;
    sourceStarts.forEach((at, index) => {
      if (at <= start && (host < 0 || at >= (sourceStarts[host] ?? -1))) host = index;
    });
    captionsAfter.set(host, [...(captionsAfter.get(host) ?? []), whole(caption, 'caption')]);
  }
  return [
    ...(article.title ? [whole(article.title, 'title')] : []),
    ...(article.subtitle ? [whole(article.subtitle, 'subtitle')] : []),
    ...(captionsAfter.get(-1) ?? []),
    ...body.flatMap((block, index) => [block, ...(captionsAfter.get(index) ?? [])]),
  ].map((block, index) => ({ index, ...block }));
}

/** What one article row holds, with the particulars of its source that the reader needs. */
export interface ArticleContent {
  readonly article: Article;
  readonly facts: readonly Fact[];
  readonly names: readonly NameMention[];
  readonly quotes: readonly Quotation[];
  readonly doubts: readonly Doubt[];
  readonly source: SourceHash;
  readonly sourceText: string;
  readonly places: readonly Place[];
  readonly textHash: string;
}

export function viewArticle(content: ArticleContent): ArticleView {
  const { article, sourceText } = content;
  const blocks = layOutBlocks(article);
  const placement = new Placement(readingsOf(article), blocks, sourceText.length);
  const place = (item: { start: SourceOffset; end: SourceOffset; spans?: readonly SourceSpan[] }) =>
    placement.toBlocks(item.spans ?? [{ start: item.start, end: item.end }]);
  const items: Item[] = [
    ...content.facts.map((fact) => ({
      type: 'fact' as const,
      id: fact.id,
      fact,
      trust: fact.verdict ?? ('found' as const),
      spans: place(fact),
    })),
    ...content.names.map((name) => ({
      type: 'name' as const,
      id: `name:${name.type}:${name.start}:${name.end}`,
      name,
      spans: place(name),
    })),
    ...content.quotes.map((quote) => ({
      type: 'quote' as const,
      id: `quote:${quote.start}:${quote.end}`,
      quote,
      spans: place(quote),
    })),
  ];
  return {
    article,
    source: content.source,
    blocks,
    byline: article.byline.names,
    items: items.sort(byPlace),
    doubts: content.doubts,
    sourceText,
    places: content.places,
    textHash: content.textHash,
    placement,
  };
}

const byPlace = (a: Item, b: Item): number => {
  const [first, second] = [a.spans[0], b.spans[0]];
  if (!first || !second) return first ? 1 : second ? -1 : 0;
  return first.block - second.block || first.start - second.start || second.end - first.end;
};

/** Items whose words cover a unit of a block, the shortest first. */
export function itemsAt(view: ArticleView, block: number, offset: number): Item[] {
  const width = (item: Item): number => item.spans.reduce((sum, span) => sum + span.end - span.start, 0);
  return view.items
    .filter((item) =>
      item.spans.some((span) => span.block === block && span.start <= offset && offset < span.end),
    )
    .sort((a, b) => width(a) - width(b));
}
