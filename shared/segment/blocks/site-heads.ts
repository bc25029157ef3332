import type { SegmentKnowledge } from '../knowledge.ts';
import { type Block, sliceBlock } from '../print/blocks.ts';
import { isSiteImprint } from './furniture.ts';
import type { Item } from './item-runs.ts';
import { findAuthors } from './site-line.ts';

/** 2020-04-17 09:35 来源：某某报 作者：某某 字号：大: who wrote it is a byline of its own. */
export function partSiteImprint(block: Block, knowledge: SegmentKnowledge): Block[] {
  const authors = isSiteImprint(block.text, knowledge) ? findAuthors(block.text, knowledge) : null;
  if (!authors || authors.end - authors.start === block.text.length) return [block];
  const { start, end } = authors;
  return [[0, start] as const, [start, end] as const, [end, block.text.length] as const]
    .map(([from, to]) => sliceBlock(block, from, to))
    .filter((part) => part !== null);
}

const atLevel = (it: Item, level: number): Item => ({ ...it, block: { ...it.block, level } });

/** 新闻 产业 财经 智库: the menu of a site, at the head of its page. */
const MENU = /^\p{Script=Han}{2,4}(?:[\s|｜·]+\p{Script=Han}{2,4}){4,}$/u;
const MOST_MENUS = 6;

/**
 * A short line right above a site's imprint is the headline, as if a mark said so, and those above it its kickers;
 * the imprint and the buttons beside it do not part it from what stands below.
 */
export function withSiteHeads(items: readonly Item[], knowledge: SegmentKnowledge): Item[] {
  const out: Item[] = [];
  for (let i = 0; i < items.length; i++) {
    const it = items[i] as Item;
    const next = items[i + 1];
    if (it.role !== 'short' || next?.role !== 'furniture' || !isSiteImprint(next.block.text, knowledge)) {
      out.push(it);
      continue;
    }
    let end = i + 1;
    while (items[end]?.role === 'furniture') end++;
    const level = it.block.level > 0 ? it.block.level : 1;
    if (out.length <= MOST_MENUS)
      for (const [at, each] of out.entries())
        if (each.role === 'short' && MENU.test(each.block.text)) out[at] = { ...each, role: 'furniture' };
    let first = out.length;
    while (first > 0 && out[first - 1]?.role === 'short') {
      first--;
      out[first] = atLevel(out[first] as Item, level + 1);
    }
    out.splice(first, 0, ...items.slice(i + 1, end));
    out.push(atLevel(it, level));
    i = end - 1;
  }
  return out;
}
