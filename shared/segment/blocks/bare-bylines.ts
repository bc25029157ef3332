import type { SegmentKnowledge } from '../knowledge.ts';
import { endsSentence } from '../print/sentences.ts';
import type { HeadReading } from '../stories/head-reading.ts';
import { readBylineLine } from './bylines.ts';
import { isDatedLine } from './furniture.ts';
import type { Item } from './item-runs.ts';

/** Columns of the longest line of nothing but names. */
const LONGEST = 40;
/** Columns of the longest one below a story. */
const LONGEST_BELOW = 12;

/** A line of nothing but names is a byline under a headline or after a story. */
export function withBareBylines(
  items: readonly Item[],
  heads: HeadReading,
  knowledge: SegmentKnowledge,
): Item[] {
  return items.map((it, i) => {
    if (it.role !== 'short' || it.block.width > LONGEST || it.block.level > 0) return it;
    const sure = heads.surely(it.block);
    // A name and the day are the form of a site's byline, however surely the line stands where a headline goes on.
    if ((sure === 'head' || sure === 'heading') && !isDatedLine(it.block.text)) return it;
    const before = items[i - 1];
    const after = items[i + 1];
    const underHeadline = before?.role === 'short' && (after?.role === 'body' || after?.role === 'caption');
    const afterStory =
      before?.role === 'body' &&
      endsSentence(before.block.text) &&
      after?.role !== 'body' &&
      it.block.width <= LONGEST_BELOW;
    const atHead = after?.role === 'body' && (before === undefined || before.role === 'furniture');
    const overHeadline =
      after?.role === 'short' &&
      (before === undefined || before.role === 'furniture' || before.role === 'body') &&
      heads.likelihood(it.block, 'byline') >= SIGNS &&
      heads.heads(after.block);
    const betweenStories = after?.role === 'body' && (before?.role === 'body' || before?.role === 'caption');
    if (!underHeadline && !afterStory && !atHead && !betweenStories && !overHeadline) return it;
    const names = readBylineLine(it.block.text, knowledge, true);
    if (names && !(betweenStories && names.length < 2))
      return { ...it, role: 'byline', names, sure: underHeadline ? 1 : 0.6 };
    return underHeadline && isPenName(it, before, heads, knowledge)
      ? { ...it, role: 'byline', names: [it.block.text], sure: 0.6 }
      : it;
  });
}

const PEN_NAME = /^\p{Script=Han}{2,3}$/u;
/** Columns of the longest headline over a pen name: a longer one may go on in the line below it. */
const LONGEST_HEADLINE = 14;
const SHORTEST_HEADLINE = 4;
/** Probability from which names above a headline are its byline. */
const SIGNS = 0.5;
/** Probability of a byline from which two or three characters may be a pen name. */
const MAY_SIGN = 0.02;

/** Whether two or three characters under a short headline are the name of who wrote, though they begin with no surname. */
function isPenName({ block }: Item, head: Item, heads: HeadReading, { press }: SegmentKnowledge): boolean {
  const { width } = head.block;
  return (
    PEN_NAME.test(block.text) &&
    block.gap === 0 &&
    width >= SHORTEST_HEADLINE &&
    width <= LONGEST_HEADLINE &&
    width > block.width &&
    !press.genres.has(block.text) &&
    !press.headlineEnds.includes(block.text) &&
    heads.likelihood(block, 'byline') >= MAY_SIGN
  );
}
