import type { SegmentKnowledge } from '../knowledge.ts';
import { endsSentence } from '../print/sentences.ts';
import { readNameBehindUnit } from './bylines.ts';
import type { Item } from './item-runs.ts';

/**
 * Whom a letter to the paper greets, in a line of its own or before its first sentence: 编辑同志：, 海州晚报编辑部：. What
 * stands behind it without a pause names who edited the page: 编辑：甲某某.
 */
const GREETING =
  /^(?:尊敬的)?(?:\p{Script=Han}{1,6}[报刊]社?)?(?:主编|编辑|编者)(?:同志|部|先生|女士|老师)?(?:们)?[：:](?:$|.*[，。！？；])/u;
/** What every greeting has among its first units, of which there are so many at most. */
const MAY_GREET = /[编編][辑輯者部]|主[编編]/u;
const LONGEST = 18;
/** Columns of the longest headline of a letter. */
const LONGEST_HEADLINE = 40;

/** Letters on a page by which what stands between them may be told too. */
const FEWEST = 2;

/**
 * A letter to the paper begins with whom it greets: that is text, and the line right above it heads the letter. Where
 * there are some, who lives or works somewhere signs between a paragraph and a short line, and that heads what follows.
 */
export function withLetters(items: readonly Item[], knowledge: SegmentKnowledge): readonly Item[] {
  const out = [...items];
  let letters = 0;
  items.forEach((it, i) => {
    if (!greets(it.block.text, knowledge)) return;
    const above = items[i - 1]?.role === 'byline' ? i - 2 : i - 1;
    const head = items[above];
    if (!head || !mayHeadLetter(head)) return;
    out[i] = { ...it, role: 'body' };
    out[above] = { ...head, role: 'short', opens: 'story' };
    letters++;
  });
  if (letters >= FEWEST) signLetters(out, knowledge);
  return out;
}

const greets = (text: string, { script }: SegmentKnowledge): boolean =>
  MAY_GREET.test(text.slice(0, LONGEST)) && GREETING.test(script.write(text));

/** Tells who signs the letters of a page, and what stands below a signature as the headline of the next. */
function signLetters(items: Item[], knowledge: SegmentKnowledge): void {
  for (let i = 1; i < items.length; i++) {
    const it = items[i] as Item;
    const above = items[i - 1] as Item;
    // A short question above who signs is the letter's last sentence.
    const isAsked = above.role === 'short' && !above.opens && endsSentence(above.block.text);
    if ((above.role !== 'body' && !isAsked) || it.opens || it.block.lines > 1) continue;
    const names = it.role === 'byline' ? it.names : signatureOf(it.block.text, knowledge);
    if (names.length === 0) continue;
    if (isAsked) items[i - 1] = { ...above, role: 'body' };
    items[i] = { ...it, role: 'byline', names };
    const head = items[i + 1];
    if (head && mayHeadLetter(head) && items[i + 2]?.role === 'body')
      items[i + 1] = { ...head, role: 'short', opens: 'story' };
  }
}

/** The one name that a line signs with behind where its owner lives or works; empty for any other line. */
function signatureOf(text: string, knowledge: SegmentKnowledge): readonly string[] {
  const name = readNameBehindUnit(text, knowledge);
  return name ? [name] : [];
}

const mayHeadLetter = ({ role, block }: Item): boolean =>
  (role === 'short' || role === 'body') &&
  block.lines === 1 &&
  block.width <= LONGEST_HEADLINE &&
  !endsSentence(block.text);
