import type { Page } from '@shared/model/page.ts';
import type { PlacedCut } from '@shared/model/page-cut.ts';
import type { Hint } from '@shared/model/read-source.ts';
import { withStatedAuthors } from './blocks/stated-authors.ts';
import type { SegmentKnowledge } from './knowledge.ts';
import { replayCuts } from './mending/cuts.ts';
import { readPage } from './passes.ts';
import { reflow } from './reflow.ts';

/** A page, and the indexes of the cuts that no longer fit it. */
export interface Segmentation {
  readonly page: Page;
  readonly unplaced: readonly number[];
}

/**
 * Takes a page apart into articles; never loses or doubles a non-blank unit of `text`.
 * @param hints what the page's format knows of its words; it goes before what they look like.
 */
export function segment(
  text: string,
  knowledge: SegmentKnowledge,
  cuts: readonly PlacedCut[] = [],
  hints: readonly Hint[] = [],
): Segmentation {
  const draft = readPage(text, hints, knowledge);
  const unplaced = replayCuts(draft, text, cuts, knowledge);
  return { page: withStatedAuthors(reflow(text, draft, knowledge), hints), unplaced };
}
