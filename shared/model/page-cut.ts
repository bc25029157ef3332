import type { SourceSpan } from './offset.ts';

/** What words of a page may be said to be. */
export type MarkedRole = 'body' | 'title' | 'subtitle' | 'byline' | 'heading' | 'caption' | 'furniture';

/** A change to how a page is cut, placed in its source; of several spans in reading order. */
export type PlacedCut =
  | { readonly type: 'split'; readonly at: readonly SourceSpan[] }
  | { readonly type: 'merge'; readonly first: SourceSpan; readonly second: SourceSpan }
  | { readonly type: 'arrange'; readonly what: SourceSpan; readonly after: SourceSpan | null }
  | { readonly type: 'reorder'; readonly what: readonly SourceSpan[]; readonly after: SourceSpan | null }
  | {
      readonly type: 'mark';
      readonly what: readonly SourceSpan[];
      readonly role: MarkedRole;
    }
  | { readonly type: 'join'; readonly at: SourceSpan }
  | { readonly type: 'break'; readonly at: SourceSpan };
