import type { Block } from '../print/blocks.ts';
import type { HeadReading } from './head-reading.ts';

/** A short label in brackets, as one heads a section, or the number of a section and nothing else: 【案情】, 一, （二）. */
const LABEL = /^(?:[【［〔][^】］〕]{2,8}[】］〕]|[（(]?[一二三四五六七八九十]{1,2}[）)]?)$/u;

/** Whether a line says by its form that it heads a section, and is no part of the headline above it. */
export const isLabel = ({ text }: Pick<Block, 'text'>): boolean => LABEL.test(text);

/**
 * How many of the lines at the foot of a headline are headings for certain: the first section begins right under it.
 * @param byLabel whether a label is one by its form alone.
 */
export function countHeadings(stack: readonly Block[], heads: HeadReading, byLabel: boolean): number {
  const last = stack.findLastIndex(
    (block) => heads.surely(block) !== 'heading' && !(byLabel && isLabel(block)),
  );
  return last >= 0 && heads.heads(stack[last] as Block) ? stack.length - 1 - last : 0;
}
