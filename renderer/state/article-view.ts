import type { Article } from '@shared/model/extraction.ts';
import type { Fact } from '@shared/model/fact.ts';
import type { NameMention, NameType } from '@shared/model/name.ts';
import type { SourceOffset, SourceSpan } from '@shared/model/offset.ts';
import type { Doubt } from '@shared/model/page.ts';
import type { Quotation } from '@shared/model/quotation.ts';
import type { Place } from '@shared/model/read-source.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { readingsOf } from '../library/article-at.ts';
import type { Block, BlockSpan } from './blocks.ts';
import { layOutBlocks } from './lay-out-blocks.ts';
import { Placement } from './placement.ts';

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
  readonly itemById: ReadonlyMap<string, Item>;
  /** Items with words in a block, by the block's index. */
  readonly itemsByBlock: ReadonlyMap<number, readonly Item[]>;
  readonly doubts: readonly Doubt[];
  /** The source text, for the view of the page as it came. */
  readonly sourceText: string;
  /** Where its parts stand in the file, as its format knows. */
  readonly places: readonly Place[];
  readonly textHash: string;
  readonly placement: Placement;
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
      id: idOfName(name.type, name),
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
  items.sort(byPlace);
  return {
    article,
    source: content.source,
    blocks,
    byline: article.byline.names,
    items,
    itemById: new Map(items.map((item) => [item.id, item])),
    itemsByBlock: listByBlock(items),
    doubts: content.doubts,
    sourceText,
    places: content.places,
    textHash: content.textHash,
    placement,
  };
}

/** What a mention goes by in the view: another type or other words make another item. */
export const idOfName = (type: NameType, { start, end }: Pick<NameMention, 'start' | 'end'>): string =>
  `name:${type}:${start}:${end}`;

const byPlace = (a: Item, b: Item): number => {
  const [first, second] = [a.spans[0], b.spans[0]];
  if (!first || !second) return first ? 1 : second ? -1 : 0;
  return first.block - second.block || first.start - second.start || second.end - first.end;
};

function listByBlock(items: readonly Item[]): Map<number, Item[]> {
  const listed = new Map<number, Item[]>();
  for (const item of items)
    for (const { block } of item.spans) {
      const known = listed.get(block);
      if (!known) listed.set(block, [item]);
      else if (known.at(-1) !== item) known.push(item);
    }
  return listed;
}

/** Units of its words. */
export const widthOf = (item: Item): number =>
  item.spans.reduce((sum, span) => sum + span.end - span.start, 0);

/** Items whose words cover a unit of a block, the shortest first. */
export function itemsAt(view: ArticleView, block: number, offset: number): Item[] {
  return (view.itemsByBlock.get(block) ?? [])
    .filter((item) =>
      item.spans.some((span) => span.block === block && span.start <= offset && offset < span.end),
    )
    .sort((a, b) => widthOf(a) - widthOf(b));
}
