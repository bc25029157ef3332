import type { Block } from '../print/blocks.ts';
import type { HeadReading } from './head-reading.ts';

/** Whether a line is nothing but a short label in brackets, as one heads a section: 【案情】. */
export const isLabel = ({ text }: Pick<Block, 'text'>): boolean =>
  /^[【［〔][^】］〕]{2,8}[】］〕]$/u.test(text);

/** How many of the lines at the foot of a headline are headings for certain: the first section begins right under it. */
export function countHeadings(
  stack: readonly Block[],
  heads: HeadReading,
  isHeading: (block: Block) => boolean = () => false,
): number {
  const last = stack.findLastIndex((block) => heads.surely(block) !== 'heading' && !isHeading(block));
  return last >= 0 && heads.heads(stack[last] as Block) ? stack.length - 1 - last : 0;
}
