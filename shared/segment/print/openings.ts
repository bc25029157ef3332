import type { Block } from './blocks.ts';

/** What the print of a block's beginning says: above 0 that it goes on with a paragraph, below that it begins one. */
export type OpeningScore = (block: Block) => number;

/** Of how many paragraphs the beginnings must be seen before a manner is read from them. */
const FEWEST = 3;
const USUAL = 0.6;
const SAID = 2.5;
/** Lines are set tighter or wider to keep marks off their ends, so that a first line says less. */
const SAID_BY_LINES = 1.5;

/** Columns below which a first line has no room for an indent; what lies between says nothing. */
const FULL = 0.7;

const isIndented = (block: Block): boolean => (block.indent ?? 0) >= 1.5;
const fallsShort = (block: Block): boolean =>
  block.shortfall !== null && block.shortfall >= 1.2 && block.shortfall <= 3.2;

/** Reads from the paragraphs of a page how it prints their beginnings: by an indent, or by its trace. */
export function readOpenings(paragraphs: readonly Block[]): OpeningScore {
  const shown = paragraphs.filter((block) => block.indent !== null);
  const indented = shown.filter(isIndented).length;
  if (shown.length >= FEWEST && indented >= USUAL * shown.length)
    return (block) => (block.indent === null ? 0 : isIndented(block) ? -SAID : SAID);
  const measured = shown.filter((block) => block.shortfall !== null && block.measure > 0);
  const short = measured.filter(fallsShort).length;
  if (measured.length >= FEWEST && short >= USUAL * measured.length)
    return (block) =>
      block.shortfall === null || block.measure === 0
        ? 0
        : fallsShort(block)
          ? -SAID_BY_LINES
          : block.shortfall < FULL
            ? SAID_BY_LINES
            : 0;
  return () => 0;
}
