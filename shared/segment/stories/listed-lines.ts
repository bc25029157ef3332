import { isNoticeTitle } from '../blocks/notices.ts';
import { isMotto } from '../blocks/rows.ts';
import { newArticle } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import type { Block } from '../print/blocks.ts';
import type { HeadReading } from './head-reading.ts';
import type { StoryDesk } from './story-desk.ts';

/** Where a list stands among short lines: its headline from `head` on, its rows from `from` up to `to`. */
export interface ListedLines {
  readonly head: number;
  readonly from: number;
  readonly to: number;
}

/** Rows of the shortest list, and how likely each of them, and all on average, are text. */
const FEWEST = 2;
const LIKELY = 0.5;
const ON_AVERAGE = 0.7;

/**
 * The first list among short lines: what the model takes for a headline, and lines that it takes for text below.
 * Results, prices, telephones, names and appointments have no other text. Null where there is none.
 */
export function findListedLines(stack: readonly Block[], heads: HeadReading): ListedLines | null {
  for (let from = 1; from < stack.length; from++) {
    if (!heads.heads(stack[from - 1] as Block)) continue;
    let to = from;
    let said = 0;
    for (; to < stack.length; to++) {
      const text = heads.likelihood(stack[to] as Block, 'paragraph', 'continuation');
      if (text < LIKELY) break;
      said += text;
    }
    if (to - from < FEWEST || said < ON_AVERAGE * (to - from) || isMotto(stack.slice(from, to))) continue;
    let head = from - 1;
    while (head > 0 && heads.heads(stack[head - 1] as Block)) head--;
    return { head, from, to };
  }
  return null;
}

/** Opens the story or the notice that a list is, each row a paragraph. */
export function openList(
  stack: readonly Block[],
  { head, from, to }: ListedLines,
  desk: StoryDesk,
  knowledge: SegmentKnowledge,
): void {
  const title = stack.slice(head, from);
  if (title.some((block) => isNoticeTitle(block, knowledge)))
    desk.open(newArticle('notice')).title.push(...title);
  else desk.openTitled(title);
  for (const block of stack.slice(from, to)) desk.current?.parts.push({ role: 'body', block });
}
