import {
  type ReadingOffset,
  readingOffset,
  readingSpan,
  type SourceOffset,
  type SourceSpan,
  sourceOffset,
} from '@shared/model/offset.ts';
import type { Page } from '@shared/model/page.ts';
import { OffsetMap } from '@shared/text/offset-map.ts';
import type { SegmentKnowledge } from './knowledge.ts';

/** A mending of the person's, placed in the source by the caller. */
export type PlacedCut =
  | { readonly type: 'split'; readonly at: SourceSpan }
  | { readonly type: 'merge'; readonly first: SourceSpan; readonly second: SourceSpan }
  | { readonly type: 'reorder'; readonly what: SourceSpan; readonly after: SourceSpan | null }
  | {
      readonly type: 'mark';
      readonly what: SourceSpan;
      readonly role: 'body' | 'title' | 'subtitle' | 'byline' | 'heading' | 'caption' | 'furniture';
    }
  | { readonly type: 'join'; readonly at: SourceSpan }
  | { readonly type: 'break'; readonly at: SourceSpan };

/** A page, and the indexes of the cuts that no longer fit it. */
export interface Segmentation {
  readonly page: Page;
  readonly unplaced: readonly number[];
}

/** Takes a page apart into articles; never loses or doubles a non-blank unit of `text`. */
export function segment(
  text: string,
  _knowledge: SegmentKnowledge,
  _cuts: readonly PlacedCut[] = [],
): Segmentation {
  const start = text.search(/\S/);
  const body = start < 0 ? '' : text.slice(start).trimEnd();
  const map = OffsetMap.of<ReadingOffset, SourceOffset>(
    [{ from: readingOffset(0), to: sourceOffset(Math.max(0, start)), length: body.length }],
    body.length,
  );
  return {
    page: {
      articles: body
        ? [
            {
              kind: 'article',
              title: null,
              subtitle: null,
              byline: { names: [], spans: [] },
              body: { text: body, pieces: map.pieces },
              paragraphs: [readingSpan(0, body.length)],
              headings: [],
              captions: [],
            },
          ]
        : [],
      furniture: [],
      duplicates: [],
      imprint: {},
      doubts: [],
    },
    unplaced: [],
  };
}
