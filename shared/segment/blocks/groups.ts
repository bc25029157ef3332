import { findPrintedDate } from '@shared/numerals/printed-date.ts';
import type { DraftArticle } from '../draft.ts';
import type { SegmentKnowledge } from '../knowledge.ts';
import { type Block, sliceBlock } from '../print/blocks.ts';
import { endsSentence } from '../print/sentences.ts';
import type { HeadReading } from '../stories/head-reading.ts';
import { shareOfPairs } from '../stories/headlines.ts';
import { readBylineLine } from './bylines.ts';
import { isCredited } from './captions.ts';
import { countedBelow, headsTellingRow, rowBelow } from './counted-items.ts';
import { type Item, stackEnd } from './item-runs.ts';

/** Signs that papers set before the items of a group. */
const SIGN = /^[▲△▼▽●○◆◇■□★☆▪◎※＊•·►▶]{1,2}\s*(?=\S)/u;
/** Share of a headline's pairs that the paragraph under it has, on average over the headlines that one sign opens. */
const RESTATED = 0.35;
/** Units of a paragraph that its headline is compared with. */
const COMPARED = 300;
/** Units of the longest name of a group. */
const LONGEST_HEAD = 8;
/** Paragraphs of the longest item of a group, and how few items make one. */
const MOST_PARAGRAPHS = 2;
const FEWEST = 2;
/** Columns of the shortest paragraph that may be an item by itself. */
const SHORTEST_ITEM = 16;

/** Units of the sign that opens a line, with the blanks behind it; 0 for none. */
const signLength = (text: string): number => SIGN.exec(text)?.[0].length ?? 0;

const signOf = ({ block }: Item): string => SIGN.exec(block.text)?.[0]?.[0] ?? '';

/** Whether a short line names a group of short news, with its day or without: 简讯, 各地短波, 每日速览　2023年10月9日. */
function isGroupHead({ block }: Item, { eras, press, script }: SegmentKnowledge): boolean {
  const day = findPrintedDate(block.text, eras);
  const named = day ? block.text.slice(0, day.start) + block.text.slice(day.end) : block.text;
  const text = script.write(named).replace(/[\s【】［］〔〕[\]《》“”■●◆▲★·|｜—-]/gu, '');
  return text.length <= LONGEST_HEAD && press.digestWords.some((word) => text.endsWith(word));
}

/**
 * Finds groups of short news. The name of a group is a line of the page's own, and each item under it opens a story, with a
 * headline or without. So does a headline that a sign opens where others with that sign are told by what stands below, and
 * each of the numbered paragraphs that stand right below the head of a page.
 */
export function withGroups(
  items: readonly Item[],
  heads: HeadReading,
  knowledge: SegmentKnowledge,
): readonly Item[] {
  const out = withMarkedHeadlines(items, knowledge);
  const first = skip(out, 0);
  const counted = first > 0 ? countedBelow(out, first, MOST_PARAGRAPHS) : [];
  if (counted.length > FEWEST) for (const at of counted) out[at] = opened(out[at] as Item);
  for (let i = 0; i < out.length; i++) {
    const it = out[i] as Item;
    if (it.role !== 'short' && it.role !== 'furniture') continue;
    const isHead =
      isGroupHead(it, knowledge) ||
      (it.role === 'short' && (headsTellingRow(out, i) || namesRow(out, i, heads) || namesStrangers(out, i)));
    if (!isHead) continue;
    const members = membersBelow(out, i + 1);
    if (members.length < FEWEST) continue;
    out[i] = { ...it, role: 'furniture' };
    for (const at of members) out[at] = opened(out[at] as Item);
    i = members.at(-1) as number;
  }
  return out;
}

/** Probability from which a line is the page's own, and one below it the beginning of an item without a headline. */
const OWN = 0.5;
const ITEM = 0.9;

/** Whether the model takes a line for one of the page's own, and what one sign opens right below it for items. */
function namesRow(items: readonly Item[], i: number, heads: HeadReading): boolean {
  const [it, first, second] = items.slice(i, i + 1 + FEWEST) as [Item, Item | undefined, Item | undefined];
  const sign = first && signOf(first);
  return (
    sign !== '' &&
    second !== undefined &&
    signOf(second) === sign &&
    heads.likelihood(it.block, 'furniture') >= OWN &&
    [first, second].every((one) => one && heads.opensUntitled(one.block) >= ITEM)
  );
}

/** Units of the longest name of a column that tells nothing of its items, and items by which they are known. */
const LONGEST_NAME = 6;
const FEWEST_STRANGERS = 3;
/** What an item is about, before a blank: 柳林镇　组织…… */
const ABOUT = /^([^\s，。：:；！？“”年月日]{2,8})[ \u3000]+\S{10}/u;

/** Whether a short line names a column: each paragraph below it begins with one sign, or with what it is about, and none tells of the line. */
function namesStrangers(items: readonly Item[], i: number): boolean {
  const name = items[i]?.block.text ?? '';
  if (name.length > LONGEST_NAME) return false;
  const rows = alikeBelow(items, i + 1);
  const text = rows.map(({ block }) => block.text).join('');
  return rows.length >= FEWEST_STRANGERS && shareOfPairs(name, text) === 0;
}

/** Paragraphs in a row that begin with one sign, or each with what else it is about. */
function alikeBelow(items: readonly Item[], from: number): readonly Item[] {
  const sign = items[from] ? signOf(items[from]) : '';
  const about = new Set<string>();
  let to = from;
  for (; to < items.length; to++) {
    const it = items[to] as Item;
    // A sign before a sentence is a caption's too, save where somebody is said to have taken it.
    const isText = it.role === 'body' || (sign !== '' && it.role === 'caption' && !isCredited(it.block.text));
    if (!isText || it.keepsLine || !endsSentence(it.block.text)) break;
    const subject = sign ? '' : ABOUT.exec(it.block.text)?.[1];
    if (sign ? signOf(it) !== sign : subject === undefined || about.has(subject)) break;
    if (subject) about.add(subject);
  }
  return items.slice(from, to);
}

/** A marked line was taken for a caption by its sign: as the first of an item it is a headline or a paragraph. */
function opened(it: Item): Item {
  const role = it.role === 'caption' ? (endsSentence(it.block.text) ? 'body' : 'short') : it.role;
  return { ...it, role, opens: 'story' };
}

const skip = (items: readonly Item[], from: number): number => {
  let at = from;
  while (items[at]?.role === 'furniture') at++;
  return at;
};

/** Indexes of the first lines of a group's items below its name. */
function membersBelow(items: readonly Item[], from: number): number[] {
  const first = skip(items, from);
  const it = items[first];
  if (!it || it.role === 'byline') return [];
  const sign = signOf(it);
  if (sign) return rowBelow(items, first, MOST_PARAGRAPHS, (one) => signOf(one) === sign);
  const counted = countedBelow(items, first, MOST_PARAGRAPHS);
  if (counted.length >= FEWEST) return counted;
  return it.role === 'short' ? titledBelow(items, first) : bareBelow(items, first);
}

/** Headlines in a row with a paragraph or two below each, and the one that stands below the last of them. */
function titledBelow(items: readonly Item[], first: number): number[] {
  const members: number[] = [];
  for (let i = first; items[i]?.role === 'short'; ) {
    let at = stackEnd(items, i);
    let paragraphs = 0;
    for (; at < items.length && items[at]?.role !== 'short'; at++)
      if (items[at]?.role === 'body') paragraphs++;
    members.push(i);
    if (paragraphs > MOST_PARAGRAPHS || paragraphs === 0) return members.length > FEWEST ? members : [];
    i = at;
  }
  return members;
}

/** Paragraphs in a row, each an item. */
function bareBelow(items: readonly Item[], first: number): number[] {
  const members: number[] = [];
  for (let i = first; i < items.length; i++) {
    const { role, block } = items[i] as Item;
    if (role === 'furniture' || role === 'byline' || role === 'caption') continue;
    if (role !== 'body' || block.width < SHORTEST_ITEM) break;
    if (!endsSentence(block.text) && !/[）)]$/u.test(block.text)) return [];
    members.push(i);
  }
  return members;
}

/** Lines that one sign opens are headlines where the paragraphs under them tell of them; who wrote is named so too. */
function withMarkedHeadlines(items: readonly Item[], knowledge: SegmentKnowledge): Item[] {
  const out = [...items];
  const heads = new Map<string, { at: number; told: number }[]>();
  items.forEach((it, at) => {
    const sign = it.role === 'furniture' ? '' : signOf(it);
    const below = items[skip(items, at + 1)];
    const { text, level } = it.block;
    if (!sign || level > 0 || endsSentence(text) || isCredited(text)) return;
    if (below?.role !== 'body' || signOf(below) || readBylineLine(text, knowledge, true)) return;
    const told = shareOfPairs(text, below.block.text.slice(0, COMPARED));
    heads.set(sign, [...(heads.get(sign) ?? []), { at, told }]);
  });
  for (const own of heads.values()) {
    const told = own.reduce((sum, one) => sum + one.told, 0) / own.length;
    if (own.length >= FEWEST && told >= RESTATED)
      for (const { at } of own) out[at] = { ...(out[at] as Item), role: 'short', opens: 'story' };
  }
  return out;
}

/** Takes the sign that a page sets before a headline out of it; such signs are the page's own. */
export function takeSignsOut(articles: readonly DraftArticle[]): Block[] {
  const signs: Block[] = [];
  for (const { title } of articles)
    title.forEach((line, i) => {
      const length = signLength(line.text);
      const sign = length > 0 ? sliceBlock(line, 0, length) : null;
      const rest = sign ? sliceBlock(line, length, line.text.length) : null;
      if (!sign || !rest) return;
      title[i] = rest;
      signs.push(sign);
    });
  return signs;
}
