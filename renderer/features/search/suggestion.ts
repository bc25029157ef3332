import type { SourceSpan } from '@shared/model/offset.ts';

/** Groups of what is suggested below the box, in the order they stand there. */
export const GROUPS = [
  'articles',
  'names',
  'programmes',
  'figures',
  'bookmarks',
  'tags',
  'saved',
  'recent',
  'operators',
] as const;

/** One line below the box, and what choosing it does. */
export interface Suggestion {
  readonly id: string;
  /** What a screen reader says. */
  readonly name: string;
  readonly group: (typeof GROUPS)[number];
  readonly text: string;
  /** Parts of `text` that answer what was typed. */
  readonly marks: readonly (readonly [number, number])[];
  /** What it is or where it stands, in few words; may be empty. */
  readonly note: string;
  readonly choice:
    | { readonly type: 'ask'; readonly query: string }
    /** A field whose value is still to be typed: the list stays open. */
    | { readonly type: 'begin'; readonly query: string }
    | { readonly type: 'open'; readonly article: string; readonly spans: readonly SourceSpan[] };
}
