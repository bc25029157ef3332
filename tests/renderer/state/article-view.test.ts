import type { Article } from '@shared/model/extraction.ts';
import type { Fact } from '@shared/model/fact.ts';
import {
  readingOffset,
  readingSpan,
  type SourceSpan,
  sourceOffset,
  sourceSpan,
} from '@shared/model/offset.ts';
import type { ReadingText } from '@shared/model/page.ts';
import { sourceHash } from '@shared/model/source.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsAt, viewArticle } from '../../../renderer/state/article-view.ts';
import { layOutBlocks } from '../../../renderer/state/lay-out-blocks.ts';

/** A source whose second paragraph is cut by a caption and wrapped by a line end. */
const SOURCE = '灯塔\n船来了。\n守塔的人说，【图：灯塔夜景】灯要一\n直亮着。';

/** A reading text made of parts of the source, in order; a line feed parts two parts that begin with `|`. */
function reading(...parts: string[]): ReadingText {
  const pieces: ReadingText['pieces'][number][] = [];
  let text = '';
  for (const part of parts) {
    const words = part.replace('|', '');
    if (part.startsWith('|')) text += '\n';
    const to = sourceOffset(SOURCE.lastIndexOf(words));
    pieces.push({ from: readingOffset(text.length), to, length: words.length });
    text += words;
  }
  return { text, pieces };
}

const body = reading('船来了。', '|守塔的人说，', '灯要一', '直亮着。');
const article: Article = {
  id: 'a',
  kind: 'article',
  title: { text: '灯塔', pieces: [{ from: readingOffset(0), to: sourceOffset(0), length: 2 }] },
  subtitle: null,
  byline: { names: [], spans: [] },
  body,
  paragraphs: [readingSpan(0, 4), readingSpan(5, body.text.length)],
  headings: [],
  captions: [reading('【图：灯塔夜景】')],
};

const fact = (spans: SourceSpan[]): Fact =>
  ({
    id: `f${spans[0]?.start}`,
    start: spans[0]?.start,
    end: spans.at(-1)?.end,
    spans,
    kind: 'quantity',
  }) as unknown as Fact;

const open = (facts: Fact[] = []) =>
  viewArticle({
    article,
    facts,
    names: [],
    quotes: [],
    doubts: [],
    source: sourceHash('0'.repeat(64)),
    sourceText: SOURCE,
    places: [],
    textHash: '',
  });

const at = (words: string): SourceSpan => {
  const start = SOURCE.lastIndexOf(words);
  return sourceSpan(start, start + words.length);
};

describe('an article as blocks', () => {
  it('is read in order, the caption after the block it interrupts', () => {
    expect(layOutBlocks(article).map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'title: 灯塔',
      'paragraph: 船来了。',
      'paragraph: 守塔的人说，灯要一直亮着。',
      'caption: 【图：灯塔夜景】',
    ]);
  });

  it('shows an item whole that caption and line end cut', () => {
    const cut = [at('人说，'), at('灯要一'), at('直')];
    const view = open([fact(cut)]);
    const [item] = view.items;
    expect(
      item?.spans.map(({ block, start, end }) => view.blocks[block]?.text.slice(start, end)).join(''),
    ).toBe('人说，灯要一直');
    expect(new Set(item?.spans.map(({ block }) => block)).size).toBe(1);
  });

  it('puts items in the order they are read and finds the shortest under a place', () => {
    const long = fact([at('守塔的人')]);
    const short = fact([at('塔的')]);
    const view = open([short, fact([at('直亮着')]), fact([at('船')]), long]);
    expect(view.items.map(({ id }) => id)).toEqual(
      [fact([at('船')]), long, short, fact([at('直亮着')])].map(({ id }) => id),
    );
    expect(itemsAt(view, 2, 1).map(({ id }) => id)).toEqual([short.id, long.id]);
  });

  it('leads from any words to the source and back to the same words', () => {
    const view = open();
    const place = fc.nat(view.blocks.length - 1).chain((block) =>
      fc.tuple(fc.nat(view.blocks[block]!.text.length - 1), fc.nat(8)).map(([start, more]) => ({
        block,
        start,
        end: Math.min(start + 1 + more, view.blocks[block]!.text.length),
      })),
    );
    fc.assert(
      fc.property(place, (span) => {
        const words = view.blocks[span.block]!.text.slice(span.start, span.end);
        const spans = view.placement.toSource([span]);
        expect(spans.map(({ start, end }) => SOURCE.slice(start, end)).join('')).toBe(words);
        const back = view.placement.toBlocks(spans);
        expect(back.map(({ block, start, end }) => view.blocks[block]!.text.slice(start, end)).join('')).toBe(
          words,
        );
        expect(new Set(back.map(({ block }) => block))).toEqual(new Set([span.block]));
      }),
    );
  });
});
