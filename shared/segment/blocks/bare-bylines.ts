import type { SegmentKnowledge } from '../knowledge.ts';
import { endsSentence } from '../print/sentences.ts';
import { isLabel } from '../stories/first-headings.ts';
import { CERTAIN, type HeadReading } from '../stories/head-reading.ts';
import { readBylineLine, readNameBehindUnit } from './bylines.ts';
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
    if (it.role !== 'short' || it.opens || it.block.width > LONGEST || it.block.level > 0) return it;
    const sure = heads.surely(it.block);
    // A name and the day are the form of a site's byline, however surely the line stands where a headline goes on.
    if ((sure === 'head' || sure === 'heading') && !isDatedLine(it.block.text)) return it;
    const before = items[i - 1];
    const after = items[i + 1];
    const text = after && isLabel(after.block) ? items[i + 2] : after;
    const underHeadline = before?.role === 'short' && (text?.role === 'body' || after?.role === 'caption');
    const afterStory =
      before?.role === 'body' &&
      (before.keepsLine || endsSentence(before.block.text)) &&
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
    const isSigned = underHeadline && heads.likelihood(it.block, 'byline') >= SIGNS;
    const member = isSigned ? readNameBehindUnit(it.block.text, knowledge) : null;
    if (member) return { ...it, role: 'byline', names: [member], sure: 1 };
    const penName = underHeadline ? penNameOf(it, before, heads, knowledge) : null;
    return penName ? { ...it, role: 'byline', names: [penName], sure: 0.6 } : it;
  });
}

/** Two or three characters, or two with a blank between them; behind a unit and a blank, up to four. */
const PEN_NAME = /^(?:\p{Script=Han}{2,3}|\p{Script=Han}[ \u3000]\p{Script=Han})$/u;
const SURE_PEN_NAME =
  /^(?:\p{Script=Han}{2,10}[ \u3000]+)?(\p{Script=Han}{2,4}|\p{Script=Han}[ \u3000]\p{Script=Han})$/u;
/** Columns of the longest headline over a pen name: a longer one may go on in the line below it. */
const LONGEST_HEADLINE = 14;
const SHORTEST_HEADLINE = 4;
/** Probability from which names above a headline are its byline. */
const SIGNS = 0.5;
/** Probability of a byline from which two or three characters may be a pen name. */
const MAY_SIGN = 0.02;

/**
 * The name of who wrote under a headline though it begins with no surname: where the model is sure of a byline, and two
 * or three characters under a short headline. Null for any other line.
 */
function penNameOf(
  { block }: Item,
  head: Item,
  heads: HeadReading,
  { press }: SegmentKnowledge,
): string | null {
  const likely = heads.likelihood(block, 'byline');
  const name = (likely >= CERTAIN ? SURE_PEN_NAME : PEN_NAME).exec(block.text);
  if (!name || block.gap > 0) return null;
  const printed = (name[1] ?? name[0]).replace(/\s/gu, '');
  const { width } = head.block;
  const mayStand =
    likely >= CERTAIN ||
    (likely >= MAY_SIGN && width >= SHORTEST_HEADLINE && width <= LONGEST_HEADLINE && width > block.width);
  return mayStand && !press.genres.has(printed) && !press.headlineEnds.includes(printed) ? printed : null;
}
