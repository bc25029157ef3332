import type { Block } from '../print/blocks.ts';
import { CERTAIN, type HeadReading } from './head-reading.ts';

/** Columns of the longest name of a column. */
const LONGEST_COLUMN_NAME = 8;
/** Probability of a headline below which what stands above the first one of a page is a slogan. */
const SLOGAN = 0.05;
/** Probability of the page's own from which a line above it that calls upon the reader in several clauses is one too. */
const CALLS = 0.2;
const CALL = /[，、].+[，、]|！$/u;

/**
 * How many of the lines above a headline are the page's own: names of columns, and above the first of all what the
 * model takes for no headline. `isFirst`: no story stands above them.
 */
export function countOwnLines(stack: readonly Block[], heads: HeadReading, isFirst: boolean): number {
  const isOwn = (block: Block): boolean =>
    (block.width <= LONGEST_COLUMN_NAME && heads.likelihood(block, 'furniture') >= CERTAIN) ||
    (isFirst &&
      (heads.likelihood(block, 'headline', 'headline-more') < SLOGAN ||
        (CALL.test(block.text) && heads.likelihood(block, 'furniture') >= CALLS)));
  const head = stack.findIndex((block) => !isOwn(block));
  return head > 0 && heads.heads(stack[head] as Block) ? head : 0;
}
