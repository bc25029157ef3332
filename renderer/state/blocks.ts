import type { ReadingOffset } from '@shared/model/offset.ts';

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
